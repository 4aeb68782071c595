// Files of records, kept beside the book in ledger.sqlite: each sealed in pieces under the key that is made of its record's own, waiting
// for the act that names it. Private to ledger*.cpp.
#pragma once

#include "store/sqlite/ledger_book.h"

namespace lifestory::store::sqlite {

void prepare_files(Database& database); // the tables, where they are not there yet

// Within a transaction of the caller.
Result<ledger::NamedFile> insert_file(const Book& book, Database& database, const ledger::NewFile& file);
void drop_waiting_file(Database& database, RecordNumber record, FileNumber file);
// This entry takes the files that it names; refuses "file-gone" when one is not there, is another's, or was not named as it was kept.
Outcome take_files(const Book& book, Database& database, const ledger::NewEntry& entry, FormNumber form, EntryNumber number);

Result<Bytes> read_file(const Book& book, Database& database, RecordNumber record, FileNumber file);
std::vector<ledger::WaitingFile> waiting_files(Database& database);

// For `verify`: the bytes are opened and counted anew. Empty when all of them are as the entry says.
std::string wrong_in_files(const Book& book, Database& database, RecordNumber record, const std::vector<ledger::NamedFile>& files);

} // namespace lifestory::store::sqlite
