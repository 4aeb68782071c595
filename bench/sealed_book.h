// Writes a book of millions of sealed entries in minutes: every entry sealed under its record's key, tree, tiles and
// checkpoint as the ledger makes them, but many in one transaction, the index over records made at the end, and of the lists
// across children the streams alone. The real way in is measured by bench_ledger.
#pragma once

#include <unordered_map>

#include "index/project.h"
#include "store/sqlite/ledger.h"
#include "store/sqlite/ledger_book.h"

namespace lifestory::bench {

class SealedBook {
public:
    SealedBook(const std::filesystem::path& folder, const ledger::SecretKey& master)
        : m_book((found(folder, master), folder), master, store::sqlite::OpenAs::Writer, 1 << 20),
          m_database(store::sqlite::ledger_file(folder), store::sqlite::OpenAs::Writer, store::sqlite::Durability::Normal) {
        m_book.signing = m_book.keys.signing_key().value();
        m_database.run("DROP INDEX entries_by_record");
    }

    void append(std::vector<ledger::NewEntry> entries, calendar::Instant at) {
        make_keys(entries);
        store::sqlite::Transaction transaction(m_database, store::sqlite::Transaction::Kind::Write);
        auto form = FormNumber::random();
        m_database.statement("INSERT INTO forms (first, form, entries) VALUES (?1, ?2, ?3)").integer(1, number(m_edge.size())).number(2, form)
            .integer(3, number(entries.size())).run();
        for (auto& entry : entries)
            place(std::move(entry), form, at);
        transaction.commit();
    }

    std::uint64_t finish() {
        auto note = ledger::sign({m_book.signing.name, m_edge.size(), m_edge.root()}, m_book.signing);
        m_database.statement("INSERT INTO checkpoints (size, note) VALUES (?1, ?2)").integer(1, number(m_edge.size())).text(2, note).run();
        m_database.run("CREATE UNIQUE INDEX entries_by_record ON entries (record, place)");
        m_database.run("PRAGMA wal_checkpoint(TRUNCATE)");
        return m_edge.size();
    }

private:
    static void found(const std::filesystem::path& folder, const ledger::SecretKey& master) { (void)*store::sqlite::open_ledger({folder, master}); }
    static std::int64_t number(std::uint64_t value) { return static_cast<std::int64_t>(value); }

    void make_keys(const std::vector<ledger::NewEntry>& entries) {
        std::vector<store::sqlite::KeyName> names;
        for (const auto& entry : entries)
            if (m_places.try_emplace(entry.record, 0).second)
                names.push_back({entry.record, 1});
        m_book.keys.make(names);
    }

    void place(ledger::NewEntry entry, FormNumber form, calendar::Instant at) {
        auto& place = m_places.at(entry.record);
        auto key = m_book.keys.find({entry.record, 1}).value();
        ledger::Envelope envelope{entry.id, form, place, {}, std::move(entry.content)};
        if (place == 0)
            envelope.key_fingerprint = ledger::fingerprint(key, entry.record, 1);
        auto sealed = ledger::seal_entry({m_edge.size(), entry.record, 1, at, {}, 0}, envelope, key, m_cipher);
        m_database.statement("INSERT INTO entries (number, record, place, header, body) VALUES (?1, ?2, ?3, ?4, ?5)")
            .integer(1, number(sealed.header.number)).number(2, entry.record).integer(3, number(place)).text(4, sealed.header_text).blob(5, sealed.body).run();
        if (place == 0)
            note_stream(sealed.header, envelope);
        ++place;
        for (const auto& tile : m_edge.add(ledger::leaf_hash(sealed.header_text)))
            m_database.statement("INSERT INTO tiles (level, number, hashes) VALUES (?1, ?2, ?3)").integer(1, tile.level).integer(2, number(tile.index))
                .blob(3, ledger::write(tile)).run();
    }

    void note_stream(const ledger::Header& header, const ledger::Envelope& envelope) {
        auto changes = index::changes_of({header, envelope.id, envelope.form, 0, envelope.content});
        m_database.statement("INSERT INTO index_stream VALUES (?1, ?2, ?3)").number(1, header.record).integer(2, static_cast<int>(changes.stream))
            .integer(3, number(header.number)).run();
    }

    store::sqlite::Book m_book;
    store::sqlite::Database m_database;
    ledger::Edge m_edge;
    ledger::Cipher m_cipher;
    std::unordered_map<RecordNumber, std::uint64_t> m_places;
};

} // namespace lifestory::bench
