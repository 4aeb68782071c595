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

Result<ledger::KeptFile> open_kept_file(const Book& book, RecordNumber record, FileNumber file);
// The pieces of a file as one; opened as they are read, each by a connection that it borrows.
LongBytes bytes_in_pieces(const Book& book, const ledger::SecretKey& key, RecordNumber record, FileNumber file, std::uint64_t length);
std::string bound_to_file(RecordNumber record, FileNumber file, std::uint64_t place); // what a piece is tied to; place 0 is what is said of it
void insert_waiting(Database& database, const ledger::SecretKey& key, const ledger::WaitingFile& file, const ledger::NamedFile& named);
void insert_piece(Database& database, FileNumber file, std::uint64_t place, std::string_view sealed);
void delete_pieces(Database& database, FileNumber file);
std::vector<ledger::WaitingFile> waiting_files(Database& database);

// For `verify`: the bytes are opened and counted anew. Empty when all of them are as the entry says.
std::string wrong_in_files(const Book& book, RecordNumber record, const std::vector<ledger::NamedFile>& files);

} // namespace lifestory::store::sqlite
