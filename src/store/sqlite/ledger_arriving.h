// A file that comes in pieces: what has come of it stands sealed beside the book and is no file yet. Private to ledger*.cpp.
#pragma once

#include "store/sqlite/ledger_book.h"

namespace lifestory::store::sqlite {

void prepare_arriving(Database& database);

struct Addition {
    std::uint64_t from = 0;
    std::uint64_t length = 0;
    const std::vector<Bytes>& sealed;
};
Result<std::vector<Bytes>> seal_pieces(const Book& book, const ledger::ArrivingFile& file, std::uint64_t from, std::string_view bytes);

// Within a transaction of the caller.
Outcome insert_arriving(Database& database, const ledger::ArrivingFile& file);
Result<std::uint64_t> add_to_arriving(Database& database, const ledger::ArrivingFile& file, const Addition& addition);
Result<ledger::NamedFile> finish_arriving(const Book& book, Database& database, RecordNumber record, const ledger::NamedFile& file);
void drop_arriving(Database& database, RecordNumber record, FileNumber file);

Result<LongBytes> open_arriving_file(const Book& book, RecordNumber record, FileNumber file);
std::vector<ledger::ArrivingFile> arriving_files(Database& database);

} // namespace lifestory::store::sqlite
