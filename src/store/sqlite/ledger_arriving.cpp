#include "store/sqlite/ledger_arriving.h"

#include <fmt/format.h>

#include "store/sqlite/ledger_files.h"

namespace lifestory::store::sqlite {

namespace {

constexpr const char* arriving_schema = R"(
CREATE TABLE IF NOT EXISTS arriving_files (
  file BLOB PRIMARY KEY, record BLOB NOT NULL, form BLOB NOT NULL, said BLOB NOT NULL, length INTEGER NOT NULL, at INTEGER NOT NULL);
)";
constexpr const char* insert_arriving_row = "INSERT INTO arriving_files (file, record, form, said, length, at) VALUES (?1, ?2, ?3, ?4, 0, ?5)";
constexpr const char* select_arriving = "SELECT form, length FROM arriving_files WHERE file = ?1 AND record = ?2";
constexpr const char* select_all_arriving = "SELECT record, file, form, said, at, length FROM arriving_files";
constexpr const char* set_arrived_length = "UPDATE arriving_files SET length = ?2, at = ?3 WHERE file = ?1";
constexpr const char* delete_arriving = "DELETE FROM arriving_files WHERE file = ?1 AND record = ?2";

struct Arrived {
    FormNumber form;
    std::uint64_t length = 0;
};

Result<Arrived> what_arrived(Database& database, RecordNumber record, FileNumber file) {
    auto row = database.statement(select_arriving);
    row.number(1, file).number(2, record);
    if (!row.step())
        return refuse("not-found", "There is no such file.");
    return Arrived{row.number_at<FormNumber>(0), static_cast<std::uint64_t>(row.integer_at(1))};
}

} // namespace

void prepare_arriving(Database& database) { database.run(arriving_schema); }

Result<std::vector<Bytes>> seal_pieces(const Book& book, const ledger::ArrivingFile& file, std::uint64_t from, std::string_view bytes) {
    if (from % ledger::file_piece != 0 || bytes.empty())
        return refuse("file-gap", "A file goes on where what came of it ends.");
    if (from + bytes.size() > ledger::longest_file)
        return refuse("file-too-large", fmt::format("That file is larger than {} MB.", ledger::longest_file >> 20));
    const auto key = ledger::key_beside(TRY(book.keys.find({file.record, 1})), file.record);
    ledger::Cipher cipher;
    std::vector<Bytes> sealed;
    auto place = from / ledger::file_piece + 1;
    for (std::size_t at = 0; at < bytes.size(); at += ledger::file_piece, ++place)
        sealed.push_back(cipher.seal(key, bytes.substr(at, ledger::file_piece), bound_to_file(file.record, file.file, place)));
    return sealed;
}

Outcome insert_arriving(Database& database, const ledger::ArrivingFile& file) {
    database.statement(insert_arriving_row).number(1, file.file).number(2, file.record).number(3, file.form).blob(4, file.said)
        .integer(5, file.at.time_since_epoch().count()).run();
    return Nothing{};
}

Result<std::uint64_t> add_to_arriving(Database& database, const ledger::ArrivingFile& file, const Addition& addition) {
    const auto arrived = TRY(what_arrived(database, file.record, file.file));
    if (arrived.length != addition.from)
        return refuse("file-gap", "A file goes on where what came of it ends.");
    auto place = addition.from / ledger::file_piece;
    for (const auto& piece : addition.sealed)
        insert_piece(database, file.file, ++place, piece);
    const auto length = addition.from + addition.length;
    database.statement(set_arrived_length).number(1, file.file).integer(2, static_cast<std::int64_t>(length)).integer(3, file.at.time_since_epoch().count()).run();
    return length;
}

Result<ledger::NamedFile> finish_arriving(const Book& book, Database& database, RecordNumber record, const ledger::NamedFile& file) {
    const auto arrived = TRY(what_arrived(database, record, file.file));
    if (arrived.length == 0)
        return refuse("file-empty", "That file is empty.");
    if (arrived.length != file.length)
        return refuse("file-gap", "More of that file came meanwhile.");
    insert_waiting(database, ledger::key_beside(TRY(book.keys.find({record, 1})), record), {record, file.file, arrived.form}, file);
    database.statement(delete_arriving).number(1, file.file).number(2, record).run();
    return file;
}

void drop_arriving(Database& database, RecordNumber record, FileNumber file) {
    database.statement(delete_arriving).number(1, file).number(2, record).run();
    if (database.rows_changed() > 0)
        delete_pieces(database, file);
}

Result<LongBytes> open_arriving_file(const Book& book, RecordNumber record, FileNumber file) {
    const auto key = ledger::key_beside(TRY(book.keys.find({record, 1})), record);
    const auto arrived = TRY(what_arrived(*book.readers.borrow(), record, file));
    return bytes_in_pieces(book, key, record, file, arrived.length);
}

std::vector<ledger::ArrivingFile> arriving_files(Database& database) {
    std::vector<ledger::ArrivingFile> all;
    auto row = database.statement(select_all_arriving);
    while (row.step())
        all.push_back({row.number_at<RecordNumber>(0), row.number_at<FileNumber>(1), row.number_at<FormNumber>(2), Bytes(row.blob_at(3)),
                       calendar::Instant(calendar::Instant::duration(row.integer_at(4))), static_cast<std::uint64_t>(row.integer_at(5))});
    return all;
}

} // namespace lifestory::store::sqlite
