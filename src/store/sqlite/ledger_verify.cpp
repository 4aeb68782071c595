#include "store/sqlite/ledger_verify.h"

#include <future>

#include <fmt/format.h>

#include "store/sqlite/ledger_files.h"
#include "store/sqlite/ledger_scan.h"

namespace lifestory::store::sqlite {

namespace {

constexpr const char* select_checkpoints = "SELECT size, note FROM checkpoints ORDER BY size";
constexpr const char* select_tile_row = "SELECT hashes FROM tiles WHERE level = ?1 AND number = ?2";
constexpr const char* count_tiles = "SELECT count(*) FROM tiles";
constexpr const char* select_forms_outside =
    "SELECT first FROM forms WHERE first < 0 OR entries < 1 OR first + entries > ?1 LIMIT 1";
constexpr const char* select_form_row = "SELECT first, entries FROM forms WHERE form = ?1";

using Wrong = std::vector<ledger::WrongEntry>;

// A checkpoint to be borne out, and whose words tell when it is not.
struct Signed {
    ledger::Checkpoint checkpoint;
    std::string name; // "the checkpoint of 12 entries"
};

std::vector<Signed> read_checkpoints(const Book& book, Database& database, Wrong& wrong) {
    std::vector<Signed> found;
    auto verifier = ledger::verifier_key(book.signing);
    auto row = database.statement(select_checkpoints);
    while (row.step()) {
        auto size = static_cast<std::uint64_t>(row.integer_at(0));
        auto name = fmt::format("the stored checkpoint of {} entries", size);
        auto read = ledger::read_checkpoint(row.text_at(1), verifier);
        if (read && read->size == size)
            found.push_back({*read, name});
        else
            wrong.push_back({size ? std::optional(size - 1) : std::nullopt, {},
                             name + " is not as it was signed" + (read ? "" : ": " + read.refusal().message)});
    }
    return found;
}

void check_reach(const std::vector<Signed>& checkpoints, std::uint64_t size, Wrong& wrong) {
    for (const auto& [checkpoint, name] : checkpoints)
        if (checkpoint.size > size)
            wrong.push_back({size, {}, fmt::format("entries {} to {} are missing: {} signed them", size,
                                                   checkpoint.size - 1, name)});
    if (checkpoints.empty())
        wrong.push_back({{}, {}, "there is no checkpoint that this installation signed"});
    else if (checkpoints.back().checkpoint.size < size)
        wrong.push_back({checkpoints.back().checkpoint.size, {}, "no checkpoint signs it"});
}

std::vector<std::uint64_t> sizes_of(const std::vector<Signed>& checkpoints, std::uint64_t size) {
    std::set<std::uint64_t> sizes;
    for (const auto& one : checkpoints)
        if (one.checkpoint.size <= size)
            sizes.insert(one.checkpoint.size);
    return {sizes.begin(), sizes.end()};
}

// The streams of the later scan go on where those of the earlier ended.
void join(Scanned& all, Scanned later) {
    all.wrong.insert(all.wrong.end(), later.wrong.begin(), later.wrong.end());
    all.tile_roots.insert(all.tile_roots.end(), later.tile_roots.begin(), later.tile_roots.end());
    all.partial.merge(later.partial);
    all.keys.merge(later.keys);
    for (const auto& [record, ends] : later.streams) {
        auto [found, is_new] = all.streams.try_emplace(record, ends);
        if (is_new)
            continue;
        auto wrong = broken_stream(&found->second, ends);
        if (!wrong.empty())
            all.wrong.push_back({ends.first, record, wrong});
        found->second.last_place = ends.last_place;
    }
}

void check_beginnings(Scanned& all) {
    for (const auto& [record, ends] : all.streams) {
        auto wrong = broken_stream(nullptr, ends);
        if (!wrong.empty())
            all.wrong.push_back({ends.first, record, wrong});
    }
}

// Two threads, each with half of the tiles.
Scanned scan_all(const Book& book, Database& database, std::uint64_t size, const std::vector<std::uint64_t>& sizes) {
    auto middle = size / ledger::tile_width / 2 * ledger::tile_width;
    auto later = std::async(std::launch::async, [&book, &sizes, middle, size] {
        auto other = book.readers.borrow();
        Transaction transaction(*other, Transaction::Kind::Read);
        return scan(book, *other, {middle, size}, sizes);
    });
    auto all = scan(book, database, {0, middle}, sizes);
    join(all, later.get());
    check_beginnings(all);
    return all;
}

void check_roots(const std::vector<Signed>& checkpoints, const Scanned& all, std::uint64_t size, Wrong& wrong) {
    std::map<std::uint64_t, Digest> roots;
    ledger::Frontier tiles; // of tiles' roots: the same tree, eight levels up
    std::size_t added = 0;
    for (auto wanted : sizes_of(checkpoints, size)) {
        for (; added < wanted / ledger::tile_width; ++added)
            tiles.add(all.tile_roots[added]);
        auto parts = tiles.parts();
        auto partial = all.partial.find(wanted);
        if (partial != all.partial.end())
            parts.insert(parts.end(), partial->second.begin(), partial->second.end());
        roots[wanted] = ledger::root_of(parts);
    }
    for (const auto& [checkpoint, name] : checkpoints) {
        auto root = roots.find(checkpoint.size);
        if (root != roots.end() && root->second != checkpoint.root)
            wrong.push_back({{}, {}, fmt::format("the first {} entries are not those that {} signed", checkpoint.size, name)});
    }
}

void check_tile(Database& database, const ledger::Tile& tile, Wrong& wrong) {
    auto row = database.statement(select_tile_row);
    row.integer(1, tile.level).integer(2, row_number(tile.index));
    auto kept = row.step() ? ledger::read_hashes(row.blob_at(0)) : std::nullopt;
    for (std::size_t i = 0; i < ledger::tile_width; ++i)
        if (!kept || kept->size() != ledger::tile_width || (*kept)[i] != tile.hashes[i]) {
            auto first = (tile.index * ledger::tile_width + i) << (ledger::tile_height * tile.level);
            wrong.push_back({first, {}, fmt::format("the hash of the entries from it on is wrong in tile {} of level {}",
                                                    tile.index, tile.level)});
            return;
        }
}

// The tiles above the lowest, made anew from the lowest ones' roots; and no others.
void check_tiles(Database& database, std::vector<Digest> roots, Wrong& wrong) {
    auto expected = roots.size();
    for (unsigned level = 1; roots.size() >= ledger::tile_width; ++level) {
        std::vector<Digest> above;
        for (std::size_t i = 0; i + ledger::tile_width <= roots.size(); i += ledger::tile_width) {
            ledger::Tile tile{level, i / ledger::tile_width, {}};
            tile.hashes.assign(roots.begin() + static_cast<std::ptrdiff_t>(i),
                               roots.begin() + static_cast<std::ptrdiff_t>(i + ledger::tile_width));
            check_tile(database, tile, wrong);
            above.push_back(ledger::tile_root(tile.hashes));
        }
        expected += above.size();
        roots = std::move(above);
    }
    auto row = database.statement(count_tiles);
    row.step();
    if (static_cast<std::size_t>(row.integer_at(0)) > expected)
        wrong.push_back({{}, {}, "there are tiles that belong to no entries"});
}

void check_forms(Database& database, std::uint64_t size, Wrong& wrong) {
    auto row = database.statement(select_forms_outside);
    row.integer(1, row_number(size));
    if (row.step())
        wrong.push_back({static_cast<EntryNumber>(row.integer_at(0)), {}, "the table of forms names entries that are not there"});
}

// Keys under which no entry lies (made just before a crash) must open as well, and the installation's own.
void check_keys(const Book& book, const std::set<KeyName>& met, Wrong& wrong) {
    for (const auto& name : book.keys.names()) {
        if (met.contains(name))
            continue;
        auto key = book.keys.read(name);
        if (!key)
            wrong.push_back({{}, name.record, key.refusal().message});
    }
    auto signing = book.keys.signing_key();
    if (!signing || signing->name != book.signing.name || signing->secret != book.signing.secret)
        wrong.push_back({{}, {}, "the installation's own key in keys.sqlite is not the one this ledger was opened with"});
}

void cap(Wrong& wrong) {
    if (wrong.size() <= most_wrong)
        return;
    wrong.resize(most_wrong);
    wrong.push_back({{}, {}, "there are more entries that are wrong; these are the first"});
}

void add_older(const Book& book, std::string_view note, std::vector<Signed>& checkpoints, Wrong& wrong) {
    auto older = ledger::read_checkpoint(note, ledger::verifier_key(book.signing));
    if (older)
        checkpoints.push_back({*older, fmt::format("the older checkpoint of {} entries", older->size)});
    else
        wrong.push_back({{}, {}, "the older checkpoint was not signed by this installation: " + older.refusal().message});
}

struct Head {
    ledger::Checkpoint checkpoint;
    ledger::Edge edge;
};

// Header, body, form and proof of one entry of the record; empty when they are right.
std::string check_entry(const Book& book, Opener& opener, Database& database, const ledger::StoredEntry& stored, const Head& head) {
    auto opened = opener.open(stored);
    if (!opened)
        return opened.refusal().message;
    if (auto wrong = wrong_in_files(book, stored.record, opened->files); !wrong.empty())
        return wrong;
    auto size = head.checkpoint.size;
    auto proof = ledger::as_bytes(prove(database, head.edge, ledger::inclusion_steps(stored.number, size)));
    auto leaf = ledger::leaf_hash(stored.header);
    ledger::InclusionClaim claim{stored.number, size, view(leaf), view(head.checkpoint.root), proof};
    if (ledger::check(claim) == ledger::Proven::No)
        return fmt::format("it is not in the tree that the newest checkpoint, of {} entries, signed", size);
    if (opened->form.is_zero())
        return {};
    auto row = database.statement(select_form_row);
    row.number(1, opened->form);
    auto first = row.step() ? static_cast<EntryNumber>(row.integer_at(0)) : stored.number + 1;
    bool covered = first <= stored.number && stored.number < first + static_cast<std::uint64_t>(row.integer_at(1));
    return covered ? std::string() : "its form is not in the table of forms";
}

} // namespace

ledger::Verified verify_book(const Book& book, std::optional<std::string_view> older_note) {
    auto database = book.readers.borrow();
    Transaction transaction(*database, Transaction::Kind::Read);
    ledger::Verified verified{book_size(*database), newest_checkpoint(*database), {}};
    auto& wrong = verified.wrong;
    auto checkpoints = read_checkpoints(book, *database, wrong);
    check_reach(checkpoints, verified.entries, wrong);
    if (older_note)
        add_older(book, *older_note, checkpoints, wrong);
    if (older_note && checkpoints.size() && checkpoints.back().checkpoint.size > verified.entries)
        check_reach({checkpoints.back()}, verified.entries, wrong);
    auto all = scan_all(book, *database, verified.entries, sizes_of(checkpoints, verified.entries));
    wrong.insert(wrong.begin(), all.wrong.begin(), all.wrong.end());
    check_roots(checkpoints, all, verified.entries, wrong);
    check_tiles(*database, std::move(all.tile_roots), wrong);
    check_forms(*database, verified.entries, wrong);
    check_keys(book, all.keys, wrong);
    cap(wrong);
    return verified;
}

ledger::Verified verify_record(const Book& book, RecordNumber record) {
    auto database = book.readers.borrow();
    Transaction transaction(*database, Transaction::Kind::Read);
    ledger::Verified verified{0, newest_checkpoint(*database), {}};
    auto& wrong = verified.wrong;
    auto head = ledger::read_checkpoint(verified.checkpoint, ledger::verifier_key(book.signing));
    if (!head || head->size != book_size(*database)) {
        wrong.push_back({{}, record, "the newest checkpoint is not that of this book's entries"});
        return verified;
    }
    Head newest{*head, load_edge(*database, head->size)};
    Opener opener(book, *database);
    auto row = database->statement(select_stream);
    row.number(1, record).integer(2, 0);
    for (; row.step(); ++verified.entries) {
        auto stored = stored_entry(row);
        std::string what;
        try {
            what = stored.place == verified.entries ? check_entry(book, opener, *database, stored, newest)
                                                    : fmt::format("place {} of the record is missing", verified.entries);
        } catch (const Fault& fault) {
            what = fault.what();
        }
        if (!what.empty())
            wrong.push_back({stored.number, record, what});
    }
    if (verified.entries == 0)
        wrong.push_back({{}, record, "there is no such record"});
    cap(wrong);
    return verified;
}

} // namespace lifestory::store::sqlite
