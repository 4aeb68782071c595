#include "store/sqlite/ledger_files.h"

#include <charconv>

#include <fmt/format.h>

namespace lifestory::store::sqlite {

namespace {

constexpr const char* files_schema = R"(
CREATE TABLE IF NOT EXISTS files (
  file BLOB PRIMARY KEY, record BLOB NOT NULL, form BLOB NOT NULL, said BLOB NOT NULL, entry INTEGER);
CREATE TABLE IF NOT EXISTS file_pieces (
  file BLOB NOT NULL, place INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (file, place));
)";
constexpr const char* insert_row = "INSERT INTO files (file, record, form, said, entry) VALUES (?1, ?2, ?3, ?4, NULL)";
constexpr const char* insert_one_piece = "INSERT INTO file_pieces (file, place, sealed) VALUES (?1, ?2, ?3)";
constexpr const char* select_row = "SELECT form, said, entry FROM files WHERE file = ?1 AND record = ?2";
constexpr const char* select_pieces = "SELECT place, sealed FROM file_pieces WHERE file = ?1 AND place BETWEEN ?2 AND ?3 ORDER BY place";
constexpr const char* select_waiting = "SELECT record, file, form FROM files WHERE entry IS NULL";
constexpr const char* set_entry = "UPDATE files SET entry = ?2 WHERE file = ?1";
constexpr const char* delete_row = "DELETE FROM files WHERE file = ?1 AND record = ?2 AND entry IS NULL";
constexpr const char* delete_all_pieces = "DELETE FROM file_pieces WHERE file = ?1";

std::string said_of(const ledger::NamedFile& file) { return fmt::format("{} {}", file.length, to_hex(view(file.sha256))); }

std::optional<ledger::NamedFile> named_in(FileNumber file, const std::string& said) {
    const auto space = said.find(' ');
    auto digest = from_hex(std::string_view(said).substr(std::min(space, said.size() - 1) + 1));
    ledger::NamedFile named{file, 0, {}};
    const auto [end, error] = std::from_chars(said.data(), said.data() + std::min(space, said.size()), named.length);
    auto whole = digest ? digest_of(*digest) : Result<Digest>(digest.refusals());
    if (!whole || error != std::errc() || end != said.data() + space)
        return std::nullopt;
    named.sha256 = *whole;
    return named;
}

Fault does_not_open(RecordNumber record, FileNumber file) {
    return Fault(fmt::format("File {} of record {} does not open. Run 'lifestory verify'.", file.hex(), record.hex()));
}

struct PartAsked {
    std::uint64_t from = 0;
    std::size_t most = 0;
};

Bytes read_pieces(const Book& book, const ledger::SecretKey& key, RecordNumber record, FileNumber file, PartAsked part) {
    const auto first = part.from / ledger::file_piece, last = (part.from + part.most - 1) / ledger::file_piece;
    auto database = book.readers.borrow();
    auto row = database->statement(select_pieces);
    row.number(1, file).integer(2, static_cast<std::int64_t>(first + 1)).integer(3, static_cast<std::int64_t>(last + 1));
    ledger::Cipher cipher;
    Bytes bytes;
    for (auto place = first + 1; row.step(); ++place) {
        auto piece = cipher.open(key, row.blob_at(1), bound_to_file(record, file, place));
        if (!piece)
            throw does_not_open(record, file);
        bytes += *piece;
    }
    const auto skipped = static_cast<std::size_t>(part.from - first * ledger::file_piece);
    return bytes.size() <= skipped ? Bytes() : bytes.substr(skipped, part.most);
}

Result<ledger::KeptFile> open_under(const Book& book, const ledger::SecretKey& key, RecordNumber record, FileNumber file) {
    auto database = book.readers.borrow();
    auto row = database->statement(select_row);
    row.number(1, file).number(2, record);
    if (!row.step())
        return refuse("not-found", "There is no such file.");
    auto said = ledger::Cipher().open(key, row.blob_at(1), bound_to_file(record, file, 0));
    auto named = said ? named_in(file, *said) : std::nullopt;
    if (!named)
        throw does_not_open(record, file);
    return ledger::KeptFile{*named, bytes_in_pieces(book, key, record, file, named->length)};
}

} // namespace

std::string bound_to_file(RecordNumber record, FileNumber file, std::uint64_t place) { return fmt::format("file {} {} {}", record.hex(), file.hex(), place); }

LongBytes bytes_in_pieces(const Book& book, const ledger::SecretKey& key, RecordNumber record, FileNumber file, std::uint64_t length) {
    return {length, [&book, key, record, file, length](std::uint64_t from, std::size_t most) {
                if (from >= length || most == 0)
                    return Bytes();
                const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(most, length - from));
                auto bytes = read_pieces(book, key, record, file, {from, wanted});
                if (bytes.size() != wanted)
                    throw does_not_open(record, file);
                return bytes;
            }};
}

void insert_waiting(Database& database, const ledger::SecretKey& key, const ledger::WaitingFile& file, const ledger::NamedFile& named) {
    const auto said = ledger::Cipher().seal(key, said_of(named), bound_to_file(file.record, file.file, 0));
    database.statement(insert_row).number(1, file.file).number(2, file.record).number(3, file.form).blob(4, said).run();
}

void insert_piece(Database& database, FileNumber file, std::uint64_t place, std::string_view sealed) {
    database.statement(insert_one_piece).number(1, file).integer(2, static_cast<std::int64_t>(place)).blob(3, sealed).run();
}

void delete_pieces(Database& database, FileNumber file) { database.statement(delete_all_pieces).number(1, file).run(); }

void prepare_files(Database& database) { database.run(files_schema); }

Result<ledger::NamedFile> insert_file(const Book& book, Database& database, const ledger::NewFile& file) {
    if (file.bytes.empty())
        return refuse("file-empty", "That file is empty.");
    if (file.bytes.size() > ledger::longest_file)
        return refuse("file-too-large", fmt::format("That file is larger than {} MB.", ledger::longest_file >> 20));
    const auto key = ledger::key_beside(TRY(book.keys.find({file.record, 1})), file.record);
    ledger::Cipher cipher;
    const ledger::NamedFile kept{file.file, file.bytes.size(), sha256(file.bytes)};
    insert_waiting(database, key, {file.record, file.file, file.form}, kept);
    std::uint64_t place = 1;
    for (std::size_t at = 0; at < file.bytes.size(); at += ledger::file_piece, ++place)
        insert_piece(database, file.file, place, cipher.seal(key, file.bytes.substr(at, ledger::file_piece), bound_to_file(file.record, file.file, place)));
    return kept;
}

void drop_waiting_file(Database& database, RecordNumber record, FileNumber file) {
    database.statement(delete_row).number(1, file).number(2, record).run();
    if (database.rows_changed() > 0)
        delete_pieces(database, file);
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
            auto said = ledger::Cipher().open(key, row.blob_at(1), bound_to_file(entry.record, file.file, 0));
            if (!said || *said != said_of(file))
                return gone;
        }
        database.statement(set_entry).number(1, file.file).integer(2, row_number(number)).run();
    }
    return Nothing{};
}

Result<ledger::KeptFile> open_kept_file(const Book& book, RecordNumber record, FileNumber file) {
    return open_under(book, ledger::key_beside(TRY(book.keys.find({record, 1})), record), record, file);
}

std::vector<ledger::WaitingFile> waiting_files(Database& database) {
    std::vector<ledger::WaitingFile> all;
    auto row = database.statement(select_waiting);
    while (row.step())
        all.push_back({row.number_at<RecordNumber>(0), row.number_at<FileNumber>(1), row.number_at<FormNumber>(2)});
    return all;
}

std::string wrong_in_files(const Book& book, RecordNumber record, const std::vector<ledger::NamedFile>& files) {
    for (const auto& file : files) {
        auto key = book.keys.read({record, 1});
        if (!key)
            return key.refusal().message;
        try {
            auto kept = open_under(book, ledger::key_beside(*key, record), record, file.file);
            if (!kept)
                return fmt::format("its file {} is missing", file.file.hex());
            if (kept->named != file || sha256(kept->bytes) != file.sha256)
                return fmt::format("its file {} is not the one that was signed", file.file.hex());
        } catch (const Fault&) {
            return fmt::format("its file {} does not open under this record's key, or lacks a piece", file.file.hex());
        }
    }
    return {};
}

} // namespace lifestory::store::sqlite
