#include "store/sqlite/ledger_group.h"

#include <algorithm>

#include <fmt/format.h>

#include "store/sqlite/ledger_files.h"
#include "store/sqlite/projection.h"

namespace lifestory::store::sqlite {

namespace {

constexpr const char* select_form = "SELECT first, entries FROM forms WHERE form = ?1";
constexpr const char* insert_form = "INSERT INTO forms (first, form, entries) VALUES (?1, ?2, ?3)";
constexpr const char* insert_entry =
    "INSERT INTO entries (number, record, place, header, body) VALUES (?1, ?2, ?3, ?4, ?5)";
constexpr const char* insert_tile = "INSERT INTO tiles (level, number, hashes) VALUES (?1, ?2, ?3)";
constexpr const char* insert_checkpoint = "INSERT INTO checkpoints (size, note) VALUES (?1, ?2)";
constexpr const char* select_last_sizes = "SELECT size FROM checkpoints ORDER BY size DESC LIMIT 2";
constexpr const char* delete_checkpoint = "DELETE FROM checkpoints WHERE size = ?1";

void store_tile(Database& database, const ledger::Tile& tile) {
    auto bytes = ledger::write(tile);
    database.statement(insert_tile).integer(1, tile.level).integer(2, row_number(tile.index)).blob(3, bytes).run();
}

// Of the checkpoints within one tile's 256 entries only the newest is kept: others can be proved from the tree.
void thin_checkpoints(Database& database) {
    std::vector<std::uint64_t> sizes;
    {
        auto row = database.statement(select_last_sizes);
        while (row.step())
            sizes.push_back(static_cast<std::uint64_t>(row.integer_at(0)));
    }
    if (sizes.size() == 2 && sizes[1] != 0 && sizes[0] / ledger::tile_width == sizes[1] / ledger::tile_width)
        database.statement(delete_checkpoint).integer(1, row_number(sizes[1])).run();
}

} // namespace

Act::Act(ledger::Append act) : append(std::move(act)) {
    for (const auto& entry : append.entries)
        changes.push_back(index::changes_of({{0, entry.record, 0, append.at, {}, 0}, entry.id, append.form, 0, entry.content, {}}));
}

std::vector<KeyName> new_streams(Database& database, const std::vector<const Act*>& acts) {
    std::set<RecordNumber> streams;
    for (const auto* act : acts) {
        for (const auto& entry : act->append.entries)
            streams.insert(entry.record);
        for (const auto& line : act->append.lines)
            streams.insert(line.stream);
    }
    std::vector<KeyName> names;
    for (const auto& stream : streams)
        if (stream_length(database, stream) == 0)
            names.push_back({stream, 1});
    return names;
}

std::uint64_t Group::length_of(RecordNumber record) {
    auto [found, is_new] = m_lengths.try_emplace(record, 0);
    if (is_new)
        found->second = stream_length(m_database, record);
    return found->second;
}

void Group::give_back(std::size_t leaves) {
    m_leaves.resize(leaves);
    m_lengths.clear();
}

Outcome Group::check_places(const ledger::Append& act) {
    for (const auto& entry : act.entries)
        if (entry.expected_place && *entry.expected_place != length_of(entry.record))
            return refuse("changed-meanwhile",
                          "Somebody has added to this record since you opened it: read what is new, then sign again.");
    return Nothing{};
}

// A stream's first key is there already; each next one is made when the one before it has sealed its share.
Result<ledger::SecretKey> Group::key_for(const KeyName& name, std::uint64_t place) {
    bool is_next = place != 0 && place % m_book.sealings_per_key == 0;
    if (is_next)
        m_book.keys.make(std::span(&name, 1));
    return m_book.keys.find(name);
}

// Without changes, they are read from the envelope.
ledger::Placed Group::place_entry(RecordNumber record, ledger::Envelope envelope, calendar::Instant at, const index::Changes* changes) {
    envelope.place = length_of(record);
    auto name = key_for_place(m_book, record, envelope.place);
    auto key = key_for(name, envelope.place);
    if (!key)
        throw Fault(key.refusal().message);
    if (envelope.place % m_book.sealings_per_key == 0)
        envelope.key_fingerprint = ledger::fingerprint(*key, record, name.number);
    auto sealed = ledger::seal_entry({size(), record, name.number, at, {}, 0}, envelope, *key, m_cipher);
    m_database.statement(insert_entry).integer(1, row_number(sealed.header.number)).number(2, record)
        .integer(3, row_number(envelope.place)).text(4, sealed.header_text).blob(5, sealed.body).run();
    m_leaves.push_back(ledger::leaf_hash(sealed.header_text));
    auto changed = changes ? *changes : index::changes_of({sealed.header, envelope.id, envelope.form, envelope.place, std::move(envelope.content), {}});
    changed.entry.number = sealed.header.number;
    changed.entry.place = envelope.place;
    project(m_database, changed);
    ++m_lengths[record];
    return {envelope.id, sealed.header.number, envelope.place};
}

Result<ledger::Appended> Group::first_answer(EntryNumber first, std::uint64_t count) {
    ledger::Appended answer{true, {}, first + count};
    auto row = m_database.statement(select_numbers);
    row.integer(1, row_number(first)).integer(2, row_number(first + count));
    Opener opener(m_book, m_database);
    while (row.step()) {
        auto opened = TRY(opener.open(stored_entry(row)));
        answer.entries.push_back({opened.id, opened.header.number, opened.place});
    }
    return answer;
}

Result<ledger::Appended> Group::place_anew(const Act& waiting) {
    const auto& act = waiting.append;
    TRY(check_places(act));
    ledger::Appended answer;
    for (std::size_t at = 0; at < act.entries.size(); ++at) {
        const auto& entry = act.entries[at];
        TRY(take_files(m_book, m_database, entry, act.form, size()));
        answer.entries.push_back(place_entry(entry.record, {entry.id, act.form, 0, {}, entry.content, entry.files}, act.at, &waiting.changes[at]));
    }
    if (!answer.entries.empty())
        m_database.statement(insert_form).integer(1, row_number(answer.entries.front().number)).number(2, act.form)
            .integer(3, row_number(answer.entries.size())).run();
    answer.tree_size = size();
    return answer;
}

void Group::gather_lines(const ledger::Append& act) {
    for (const auto& line : act.lines) {
        auto& shared = m_lines[{line.stream, line.before, line.after}];
        shared.at = std::max(shared.at, act.at);
        shared.lines += (shared.lines.empty() ? "" : ",") + line.line;
    }
}

Answer Group::place(const Act& waiting) {
    const auto& act = waiting.append;
    auto before = m_leaves.size();
    try {
        if (!act.entries.empty()) {
            auto row = m_database.statement(select_form);
            row.number(1, act.form);
            if (row.step()) {
                auto first = static_cast<EntryNumber>(row.integer_at(0));
                return {first_answer(first, static_cast<std::uint64_t>(row.integer_at(1))), {}};
            }
        }
        Savepoint savepoint(m_database);
        auto answer = place_anew(waiting);
        if (answer) {
            savepoint.keep();
            gather_lines(act);
        } else {
            give_back(before);
        }
        return {std::move(answer), {}};
    } catch (const DatabaseFault& fault) {
        if (fault.is_machine())
            throw;
        give_back(before);
        return {{}, std::current_exception()};
    } catch (const std::exception&) {
        give_back(before);
        return {{}, std::current_exception()};
    }
}

void Group::finish() {
    for (auto& [frame, shared] : m_lines)
        place_entry(frame.stream, {EntryId::random(), {}, 0, {}, frame.before + shared.lines + frame.after, {}}, shared.at, nullptr);
    for (const auto& leaf : m_leaves)
        for (const auto& tile : m_edge.add(leaf))
            store_tile(m_database, tile);
    m_leaves.clear();
    auto note = ledger::sign({m_book.signing.name, m_edge.size(), m_edge.root()}, m_book.signing);
    m_database.statement(insert_checkpoint).integer(1, row_number(m_edge.size())).text(2, note).run();
    thin_checkpoints(m_database);
}

} // namespace lifestory::store::sqlite
