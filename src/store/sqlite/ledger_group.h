// One transaction of the ledger: the acts that waited together, placed one by one, each whole or not at all, then the
// lines they share, the tree's new tiles and the signed checkpoint. Private to the writer.
#pragma once

#include <exception>

#include "store/sqlite/ledger_book.h"

namespace lifestory::store::sqlite {

struct Answer {
    std::optional<Result<ledger::Appended>> appended;
    std::exception_ptr fault;
};

// The streams in these acts that hold no entry yet: their keys must be on the disk first.
std::vector<KeyName> new_streams(Database& database, const std::vector<const ledger::Append*>& acts);

class Group {
public:
    Group(Book& book, Database& database, ledger::Edge edge)
        : m_book(book), m_database(database), m_edge(std::move(edge)) {}

    Answer place(const ledger::Append& act); // throws DatabaseFault when the machine failed: the group is lost
    void finish();                           // lines, tiles, checkpoint
    bool has_grown() const { return !m_leaves.empty() || !m_lines.empty(); }
    const ledger::Edge& edge() const { return m_edge; }
    std::uint64_t size() const { return m_edge.size() + m_leaves.size(); }

private:
    struct Frame {
        RecordNumber stream;
        std::string before, after;
        auto operator<=>(const Frame&) const = default;
    };
    struct Shared {
        calendar::Instant at{};
        std::string lines;
    };

    Result<ledger::Appended> place_anew(const ledger::Append& act);
    Result<ledger::Appended> first_answer(EntryNumber first, std::uint64_t count);
    Outcome check_places(const ledger::Append& act);
    Result<ledger::SecretKey> key_for(const KeyName& name, std::uint64_t place);
    ledger::Placed place_entry(RecordNumber record, ledger::Envelope envelope, calendar::Instant at);
    void gather_lines(const ledger::Append& act);

    Book& m_book;
    Database& m_database;
    ledger::Edge m_edge;
    ledger::Cipher m_cipher;
    std::vector<Digest> m_leaves; // of the entries placed so far
    std::map<Frame, Shared> m_lines;
};

} // namespace lifestory::store::sqlite
