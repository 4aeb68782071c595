#include "store/sqlite/ledger_scan.h"

#include <fmt/format.h>

#include "store/sqlite/ledger_files.h"

namespace lifestory::store::sqlite {

namespace {

constexpr const char* select_lowest_tile = "SELECT hashes FROM tiles WHERE level = 0 AND number = ?1";
constexpr const char* select_forms = "SELECT first, form, entries FROM forms WHERE first >= ?1 ORDER BY first";
constexpr const char* select_form_before =
    "SELECT first, form, entries FROM forms WHERE first < ?1 ORDER BY first DESC LIMIT 1";

// The rows of the table of forms, followed beside the entries.
class Forms {
public:
    Forms(Database& database, EntryNumber begin) : m_rows(database.statement(select_forms)) {
        auto before = database.statement(select_form_before);
        before.integer(1, row_number(begin));
        if (before.step())
            m_current = read(before);
        m_rows.integer(1, row_number(begin));
        advance();
    }

    // Goes past an entry that is wrong already.
    void pass(EntryNumber number) {
        for (; m_next && m_next->first <= number; advance())
            m_current = m_next;
    }

    // Empty when the table bears out that this entry came with this form.
    std::string check(EntryNumber number, FormNumber form) {
        std::string wrong;
        while (m_next && m_next->first <= number) {
            if (m_next->first < number && wrong.empty())
                wrong = "the table of forms begins an act where no entry begins one";
            m_current = m_next;
            advance();
        }
        bool covered = m_current && number - m_current->first < m_current->entries;
        if (covered && m_current->form != form)
            return "the table of forms gives it another form";
        if (!covered && !form.is_zero())
            return "its form is not in the table of forms";
        return wrong;
    }

private:
    struct Row {
        EntryNumber first = 0;
        FormNumber form;
        std::uint64_t entries = 0;
    };
    static Row read(const Statement& row) {
        auto form = row.blob_at(1);
        return {static_cast<EntryNumber>(row.integer_at(0)), form.size() == 16 ? FormNumber::from_bytes(form) : FormNumber{},
                static_cast<std::uint64_t>(row.integer_at(2))};
    }
    void advance() {
        m_next.reset();
        if (m_rows.step())
            m_next = read(m_rows);
    }

    Statement m_rows;
    std::optional<Row> m_current, m_next;
};

class Scan {
public:
    Scan(const Book& book, Database& database, Range range, const std::vector<std::uint64_t>& sizes)
        : m_book(book), m_database(database), m_range(range), m_sizes(sizes), m_forms(database, range.begin) {}

    Scanned run() {
        auto row = m_database.statement(select_numbers);
        row.integer(1, row_number(m_range.begin)).integer(2, row_number(m_range.end));
        EntryNumber next = m_range.begin;
        while (row.step()) {
            auto number = static_cast<EntryNumber>(row.integer_at(0));
            for (; next < number; ++next)
                missing(next);
            add(row, number);
            ++next;
        }
        for (; next < m_range.end; ++next)
            missing(next);
        return std::move(m_scanned);
    }

private:
    void tell(EntryNumber number, std::optional<RecordNumber> record, std::string what) {
        if (m_scanned.wrong.size() < most_wrong)
            m_scanned.wrong.push_back({number, record, std::move(what)});
    }

    void missing(EntryNumber number) {
        tell(number, {}, "it is missing");
        m_forms.pass(number);
        add_leaf(number, {}, Told::Yes);
    }

    enum class Told { No, Yes };

    void add(const Statement& row, EntryNumber number) {
        ledger::StoredEntry stored{number, {}, 0, row.text_at(3), row.blob_at(4)};
        auto leaf = ledger::leaf_hash(stored.header);
        auto record = row.blob_at(1);
        std::optional<RecordNumber> named;
        std::string wrong = "its row names no record";
        if (record.size() == 16) {
            stored.record = RecordNumber::from_bytes(record);
            stored.place = static_cast<std::uint64_t>(row.integer_at(2));
            named = stored.record;
            wrong = check(stored);
            if (!wrong.empty() || m_unopened)
                pass_over(stored);
        }
        if (!wrong.empty())
            tell(number, named, wrong);
        add_leaf(number, leaf, wrong.empty() ? Told::No : Told::Yes);
    }

    std::string check(const ledger::StoredEntry& stored) {
        m_unopened = false;
        auto header = ledger::check_header(stored);
        if (!header)
            return header.refusal().message;
        const auto& key = key_of({header->record, header->key});
        m_unopened = !key;
        if (!key)
            return std::exchange(m_key_trouble, {});
        auto envelope = ledger::open_body(stored, *header, *key, m_cipher);
        if (!envelope)
            return envelope.refusal().message;
        auto wrong = follow_stream(stored, header->key, envelope->key_fingerprint.has_value());
        if (wrong.empty())
            wrong = wrong_in_files(m_book, stored.record, envelope->files);
        return wrong.empty() ? m_forms.check(stored.number, envelope->form) : wrong;
    }

    // Told once for each key, at its first entry: the others cannot be opened either.
    const std::optional<ledger::SecretKey>& key_of(const KeyName& name) {
        if (m_last_key && *m_last_key == name)
            return m_keys.find(name)->second;
        auto [found, is_new] = m_keys.try_emplace(name);
        m_last_key = name;
        if (is_new) {
            m_scanned.keys.insert(name);
            auto key = m_book.keys.read(name);
            if (key)
                found->second = *key;
            else
                m_key_trouble = key.refusal().message;
        }
        return found->second;
    }

    std::string follow_stream(const ledger::StoredEntry& stored, std::uint32_t key, bool has_fingerprint) {
        StreamEnds here{stored.place, stored.place, key, key, stored.number, has_fingerprint};
        auto [found, is_new] = m_scanned.streams.try_emplace(stored.record, here);
        if (is_new)
            return {}; // judged when the scans are joined
        auto wrong = broken_stream(&found->second, here);
        found->second.last_place = stored.place;
        found->second.last_key = key;
        return wrong;
    }

    // An entry that was told of, or cannot be opened, leaves no gap behind that the next one would be blamed for.
    void pass_over(const ledger::StoredEntry& stored) {
        m_forms.pass(stored.number);
        auto key = key_for_place(m_book, stored.record, stored.place).number;
        bool begins_key = stored.place % m_book.sealings_per_key == 0;
        auto [found, is_new] = m_scanned.streams.try_emplace(
            stored.record, StreamEnds{stored.place, stored.place, key, key, stored.number, begins_key});
        if (is_new || stored.place != found->second.last_place + 1)
            return;
        found->second.last_place = stored.place;
        found->second.last_key = key;
    }

    void add_leaf(EntryNumber number, const Digest& leaf, Told told) {
        m_leaves.push_back(leaf);
        m_told.push_back(told);
        if (m_leaves.size() == ledger::tile_width)
            check_tile(number / ledger::tile_width);
        auto size = number + 1;
        auto wanted = std::lower_bound(m_sizes.begin(), m_sizes.end(), size);
        if (wanted != m_sizes.end() && *wanted == size)
            m_scanned.partial[size] = partial_subtrees();
    }

    std::vector<Digest> partial_subtrees() const {
        ledger::Frontier frontier;
        for (const auto& leaf : m_leaves)
            frontier.add(leaf);
        return frontier.parts();
    }

    void check_tile(std::uint64_t index) {
        auto row = m_database.statement(select_lowest_tile);
        row.integer(1, row_number(index));
        auto kept = row.step() ? ledger::read_hashes(row.blob_at(0)) : std::nullopt;
        auto first = index * ledger::tile_width;
        if (!kept || kept->size() != ledger::tile_width)
            tell(first, {}, fmt::format("the tree's tile {} of level 0, which begins with it, is not whole", index));
        else
            for (std::size_t i = 0; i < ledger::tile_width; ++i)
                if ((*kept)[i] != m_leaves[i] && m_told[i] == Told::No)
                    tell(first + i, {}, "its header is not the one whose hash stands in the tree");
        m_scanned.tile_roots.push_back(ledger::tile_root(m_leaves));
        m_leaves.clear();
        m_told.clear();
    }

    const Book& m_book;
    Database& m_database;
    Range m_range;
    const std::vector<std::uint64_t>& m_sizes;
    Forms m_forms;
    ledger::Cipher m_cipher;
    std::unordered_map<KeyName, std::optional<ledger::SecretKey>, KeyNameHash> m_keys;
    std::optional<KeyName> m_last_key;
    std::string m_key_trouble;
    bool m_unopened = false; // the entry just checked has no key
    std::vector<Digest> m_leaves; // of the tile that is being filled
    std::vector<Told> m_told;
    Scanned m_scanned;
};

} // namespace

std::string broken_stream(const StreamEnds* before, const StreamEnds& next) {
    auto expected = before ? before->last_place + 1 : 0;
    if (next.first_place != expected)
        return fmt::format("it stands at place {} of its record, where place {} is due", next.first_place, expected);
    bool new_key = !before || next.first_key != before->last_key;
    if (new_key && next.first_key != (before ? before->last_key + 1 : 1))
        return "it is sealed under a key that is not the record's next";
    if (new_key != next.first_has_fingerprint)
        return new_key ? "it lacks the fingerprint of its key" : "it holds a fingerprint where none is due";
    return {};
}

Scanned scan(const Book& book, Database& database, Range range, const std::vector<std::uint64_t>& sizes) {
    return Scan(book, database, range, sizes).run();
}

} // namespace lifestory::store::sqlite
