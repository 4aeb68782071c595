#include "store/sqlite/ledger_book.h"

#include <fmt/format.h>

namespace lifestory::store::sqlite {

namespace {

constexpr const char* book_schema = R"(
CREATE TABLE IF NOT EXISTS entries (
  number INTEGER PRIMARY KEY, record BLOB NOT NULL, place INTEGER NOT NULL, header TEXT NOT NULL, body BLOB NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS entries_by_record ON entries (record, place);
CREATE TABLE IF NOT EXISTS tiles (
  level INTEGER NOT NULL, number INTEGER NOT NULL, hashes BLOB NOT NULL, PRIMARY KEY (level, number));
CREATE TABLE IF NOT EXISTS checkpoints (size INTEGER PRIMARY KEY, note TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS forms (first INTEGER PRIMARY KEY, form BLOB NOT NULL UNIQUE, entries INTEGER NOT NULL);
)";
constexpr const char* select_size = "SELECT max(number) FROM entries";
constexpr const char* select_newest = "SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1";
constexpr const char* select_length = "SELECT max(place) FROM entries WHERE record = ?1";
constexpr const char* select_tile = "SELECT hashes FROM tiles WHERE level = ?1 AND number = ?2";
constexpr const char* select_tiles = "SELECT number, hashes FROM tiles WHERE level = ?1 AND number >= ?2 ORDER BY number";
constexpr const char* select_headers = "SELECT header FROM entries WHERE number >= ?1 AND number < ?2 ORDER BY number";

std::uint64_t count_after(Statement row) {
    return row.step() && !row.is_null_at(0) ? static_cast<std::uint64_t>(row.integer_at(0)) + 1 : 0;
}

std::vector<Digest> last_leaves(Database& database, std::uint64_t size) {
    auto row = database.statement(select_headers);
    row.integer(1, row_number(size - size % ledger::tile_width)).integer(2, row_number(size));
    std::vector<Digest> leaves;
    while (row.step())
        leaves.push_back(ledger::leaf_hash(row.text_at(0)));
    return leaves;
}

// The partial tile of a level above the lowest: the roots of the full tiles below that no full tile holds yet.
std::vector<Digest> last_roots(Database& database, std::uint64_t size, unsigned level) {
    auto row = database.statement(select_tiles);
    row.integer(1, level - 1).integer(2, row_number(ledger::full_tiles(size, level) * ledger::tile_width));
    std::vector<Digest> roots;
    while (row.step()) {
        auto hashes = ledger::read_hashes(row.blob_at(1));
        roots.push_back(hashes && hashes->size() == ledger::tile_width ? ledger::tile_root(*hashes) : Digest{});
    }
    roots.resize(ledger::full_tiles(size, level - 1) % ledger::tile_width);
    return roots;
}

Digest node_hash(Database& database, const ledger::Edge& edge, ledger::Node node) {
    if (auto kept = edge.node(node))
        return *kept;
    auto place = ledger::tile_of(node);
    auto row = database.statement(select_tile);
    row.integer(1, place.level).integer(2, row_number(place.index));
    auto hashes = row.step() ? ledger::read_hashes(row.blob_at(0)) : std::nullopt;
    if (!hashes || hashes->size() != ledger::tile_width)
        throw Fault(fmt::format("Tile {} of level {} is not whole. Run 'lifestory verify'.", place.index, place.level));
    return ledger::node_in(*hashes, node);
}

} // namespace

const char* const select_entry = "SELECT number, record, place, header, body FROM entries WHERE number = ?1";
const char* const select_stream =
    "SELECT number, record, place, header, body FROM entries WHERE record = ?1 AND place >= ?2 ORDER BY place";
const char* const select_numbers =
    "SELECT number, record, place, header, body FROM entries WHERE number >= ?1 AND number < ?2 ORDER BY number";

std::filesystem::path ledger_file(const std::filesystem::path& folder) { return folder / "ledger.sqlite"; }

void prepare_book(Database& database) { database.run(book_schema); }

std::uint64_t book_size(Database& database) { return count_after(database.statement(select_size)); }

std::string newest_checkpoint(Database& database) {
    auto row = database.statement(select_newest);
    return row.step() ? std::string(row.text_at(0)) : std::string();
}

std::uint64_t stream_length(Database& database, RecordNumber record) {
    auto row = database.statement(select_length);
    row.number(1, record);
    return count_after(std::move(row));
}

ledger::Edge load_edge(Database& database, std::uint64_t size) {
    std::vector<std::vector<Digest>> partial{last_leaves(database, size)};
    partial[0].resize(size % ledger::tile_width);
    for (unsigned level = 1; ledger::full_tiles(size, level - 1) > 0; ++level)
        partial.push_back(last_roots(database, size, level));
    return {size, std::move(partial)};
}

ledger::StoredEntry stored_entry(const Statement& row) {
    return {static_cast<EntryNumber>(row.integer_at(0)), row.number_at<RecordNumber>(1),
            static_cast<std::uint64_t>(row.integer_at(2)), row.text_at(3), row.blob_at(4)};
}

std::vector<Digest> prove(Database& database, const ledger::Edge& edge, const std::vector<ledger::Step>& steps) {
    std::vector<Digest> proof;
    for (const auto& step : steps) {
        std::vector<Digest> parts;
        for (auto node : step)
            parts.push_back(node_hash(database, edge, node));
        proof.push_back(ledger::root_of(parts));
    }
    return proof;
}

std::int64_t row_number(std::uint64_t number) { return static_cast<std::int64_t>(number); }

KeyName key_for_place(const Book& book, RecordNumber record, std::uint64_t place) {
    return {record, static_cast<std::uint32_t>(place / book.sealings_per_key + 1)};
}

Result<ledger::OpenedEntry> Opener::open_unproven(const ledger::StoredEntry& stored) {
    auto header = ledger::check_header(stored);
    if (header && header->key != key_for_place(m_book, stored.record, stored.place).number)
        header = refuse("entry-wrong", "its header names another key than this place calls for");
    auto key = header ? m_book.keys.find({header->record, header->key}) : Result<ledger::SecretKey>(header.refusals());
    if (!key && key.refusal().code == "key-destroyed")
        return key.refusals();
    auto envelope = key ? ledger::open_body(stored, *header, *key, m_cipher) : Result<ledger::Envelope>(key.refusals());
    if (!envelope)
        throw Fault(fmt::format("Entry {} is not what was signed: {}. Run 'lifestory verify'.", stored.number,
                                envelope.refusal().message));
    if (envelope->key_fingerprint)
        m_book.keys.set_proven({header->record, header->key});
    return ledger::OpenedEntry{*header, envelope->id, envelope->form, stored.place, std::move(envelope->content), std::move(envelope->files)};
}

// Looks for the key's fingerprint in the first entry under it.
Outcome Opener::prove_key(const KeyName& name) {
    auto row = m_database.statement(select_stream);
    auto first = (name.number - std::uint64_t{1}) * m_book.sealings_per_key;
    row.number(1, name.record).integer(2, row_number(first));
    if (row.step())
        TRY(open_unproven(stored_entry(row)));
    if (!m_book.keys.is_proven(name))
        throw Fault(fmt::format("Record {} does not hold the fingerprint of its key {}.", name.record.hex(), name.number));
    return Nothing{};
}

Result<ledger::OpenedEntry> Opener::open(const ledger::StoredEntry& stored) {
    auto opened = TRY(open_unproven(stored));
    KeyName name{opened.header.record, opened.header.key};
    if (!m_book.keys.is_proven(name))
        TRY(prove_key(name));
    return opened;
}

} // namespace lifestory::store::sqlite
