#include "store/sqlite/ledger_files.h"

#include <fmt/format.h>

namespace lifestory::store::sqlite {

namespace {

constexpr std::size_t piece_size = 256 << 10; // bytes

constexpr const char* files_schema = R"(
CREATE TABLE IF NOT EXISTS files (
  file BLOB PRIMARY KEY, record BLOB NOT NULL, form BLOB NOT NULL, said BLOB NOT NULL, entry INTEGER);
CREATE TABLE IF NOT EXISTS file_pieces (
  file BLOB NOT NULL, place INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (file, place));
)";
constexpr const char* insert_row = "INSERT INTO files (file, record, form, said, entry) VALUES (?1, ?2, ?3, ?4, NULL)";
constexpr const char* insert_piece = "INSERT INTO file_pieces (file, place, sealed) VALUES (?1, ?2, ?3)";
constexpr const char* select_row = "SELECT form, said, entry FROM files WHERE file = ?1 AND record = ?2";
constexpr const char* select_pieces = "SELECT place, sealed FROM file_pieces WHERE file = ?1 ORDER BY place";
constexpr const char* select_waiting = "SELECT record, file, form FROM files WHERE entry IS NULL";
constexpr const char* set_entry = "UPDATE files SET entry = ?2 WHERE file = ?1";
constexpr const char* delete_row = "DELETE FROM files WHERE file = ?1 AND record = ?2 AND entry IS NULL";
constexpr const char* delete_pieces = "DELETE FROM file_pieces WHERE file = ?1";

// What a piece is tied to: moved to another place, file or record it does not open. `said` is tied as the piece before the first.
std::string bound(RecordNumber record, FileNumber file, std::uint64_t place) { return fmt::format("file {} {} {}", record.hex(), file.hex(), place); }

std::string said_of(const ledger::NamedFile& file) { return fmt::format("{} {}", file.length, to_hex(view(file.sha256))); }

struct FileReading {
    Bytes bytes;
    std::string said; // what was written down when it was kept
};

Result<FileReading> read_with(const ledger::SecretKey& key, Database& database, RecordNumber record, FileNumber file) {
    auto row = database.statement(select_row);
    row.number(1, file).number(2, record);
    if (!row.step())
        return refuse("not-found", "There is no such file.");
    ledger::Cipher cipher;
    FileReading reading;
    reading.said = TRY(cipher.open(key, row.blob_at(1), bound(record, file, 0)));
    auto pieces = database.statement(select_pieces);
    pieces.number(1, file);
    for (std::uint64_t place = 1; pieces.step(); ++place)
        reading.bytes += TRY(cipher.open(key, pieces.blob_at(1), bound(record, file, place)));
    return reading;
}

ledger::NamedFile named(FileNumber file, std::string_view bytes) { return {file, bytes.size(), sha256(bytes)}; }

} // namespace

void prepare_files(Database& database) { database.run(files_schema); }

Result<ledger::NamedFile> insert_file(const Book& book, Database& database, const ledger::NewFile& file) {
    if (file.bytes.empty())
        return refuse("file-empty", "That file is empty.");
    if (file.bytes.size() > ledger::longest_file)
        return refuse("file-too-large", fmt::format("That file is larger than {} MB.", ledger::longest_file >> 20));
    const auto key = ledger::key_beside(TRY(book.keys.find({file.record, 1})), file.record);
    ledger::Cipher cipher;
    const auto kept = named(file.file, file.bytes);
    const auto said = cipher.seal(key, said_of(kept), bound(file.record, file.file, 0));
    database.statement(insert_row).number(1, file.file).number(2, file.record).number(3, file.form).blob(4, said).run();
    std::int64_t place = 1;
    for (std::size_t at = 0; at < file.bytes.size(); at += piece_size, ++place) {
        const auto sealed = cipher.seal(key, file.bytes.substr(at, piece_size), bound(file.record, file.file, static_cast<std::uint64_t>(place)));
        database.statement(insert_piece).number(1, file.file).integer(2, place).blob(3, sealed).run();
    }
    return kept;
}

void drop_waiting_file(Database& database, RecordNumber record, FileNumber file) {
    database.statement(delete_row).number(1, file).number(2, record).run();
    if (database.rows_changed() > 0)
        database.statement(delete_pieces).number(1, file).run();
}

Outcome take_files(const Book& book, Database& database, const ledger::NewEntry& entry, FormNumber form, EntryNumber number) {
    const auto gone = refuse("file-gone", "A file of this record is no longer here: take it away and put it with it again.");
    for (const auto& file : entry.files) {
        const auto key = ledger::key_beside(TRY(book.keys.find({entry.record, 1})), entry.record);
        {
            auto row = database.statement(select_row);
            row.number(1, file.file).number(2, entry.record);
            if (!row.step() || !row.is_null_at(2) || row.number_at<FormNumber>(0) != form)
                return gone;
            auto said = ledger::Cipher().open(key, row.blob_at(1), bound(entry.record, file.file, 0));
            if (!said || *said != said_of(file))
                return gone;
        }
        database.statement(set_entry).number(1, file.file).integer(2, row_number(number)).run();
    }
    return Nothing{};
}

Result<Bytes> read_file(const Book& book, Database& database, RecordNumber record, FileNumber file) {
    const auto key = ledger::key_beside(TRY(book.keys.find({record, 1})), record);
    auto reading = read_with(key, database, record, file);
    if (!reading && reading.refusal().code == "not-found")
        return reading.refusals();
    if (!reading)
        throw Fault(fmt::format("File {} of record {} does not open. Run 'lifestory verify'.", file.hex(), record.hex()));
    if (said_of(named(file, reading->bytes)) != reading->said)
        throw Fault(fmt::format("File {} of record {} is not what was kept. Run 'lifestory verify'.", file.hex(), record.hex()));
    return std::move(reading->bytes);
}

std::vector<ledger::WaitingFile> waiting_files(Database& database) {
    std::vector<ledger::WaitingFile> all;
    auto row = database.statement(select_waiting);
    while (row.step())
        all.push_back({row.number_at<RecordNumber>(0), row.number_at<FileNumber>(1), row.number_at<FormNumber>(2)});
    return all;
}

std::string wrong_in_files(const Book& book, Database& database, RecordNumber record, const std::vector<ledger::NamedFile>& files) {
    for (const auto& file : files) {
        auto key = book.keys.read({record, 1});
        if (!key)
            return key.refusal().message;
        auto reading = read_with(ledger::key_beside(*key, record), database, record, file.file);
        if (!reading && reading.refusal().code == "not-found")
            return fmt::format("its file {} is missing", file.file.hex());
        if (!reading)
            return fmt::format("its file {} does not open under this record's key", file.file.hex());
        if (named(file.file, reading->bytes) != file)
            return fmt::format("its file {} is not the one that was signed", file.file.hex());
    }
    return {};
}

} // namespace lifestory::store::sqlite
