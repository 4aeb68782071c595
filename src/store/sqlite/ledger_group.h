// One transaction of the ledger: the acts that waited together, placed one by one, each whole or not at all, then the
// lines they share, the tree's new tiles and the signed checkpoint. Private to the writer.
#pragma once

#include <exception>

#include "index/project.h"
#include "store/sqlite/ledger_book.h"

namespace lifestory::store::sqlite {

struct Answer {
    std::optional<Result<ledger::Appended>> appended;
    std::exception_ptr fault;
};

// An act with what its entries will change in the lists across children, but for their numbers and places: read from them before the act
// waits for the writer, who has no time for it.
struct Act {
    explicit Act(ledger::Append act);
    ledger::Append append;
    std::vector<index::Changes> changes; // one for each entry
};

// The streams in these acts that hold no entry yet: their keys must be on the disk first.
std::vector<KeyName> new_streams(Database& database, const std::vector<const Act*>& acts);

class Group {
public:
    Group(Book& book, Database& database, ledger::Edge edge)
        : m_book(book), m_database(database), m_edge(std::move(edge)) {}

    Answer place(const Act& act); // throws DatabaseFault when the machine failed: the group is lost
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

    Result<ledger::Appended> place_anew(const Act& act);
    Result<ledger::Appended> first_answer(EntryNumber first, std::uint64_t count);
    Outcome check_places(const ledger::Append& act);
    Result<ledger::SecretKey> key_for(const KeyName& name, std::uint64_t place);
    std::uint64_t length_of(RecordNumber record); // with what this group placed
    ledger::Placed place_entry(RecordNumber record, ledger::Envelope envelope, calendar::Instant at, const index::Changes* changes);
    void give_back(std::size_t leaves); // an act was not placed after all
    void gather_lines(const ledger::Append& act);

    Book& m_book;
    Database& m_database;
    ledger::Edge m_edge;
    ledger::Cipher m_cipher;
    std::vector<Digest> m_leaves; // of the entries placed so far
    std::map<RecordNumber, std::uint64_t> m_lengths; // of the streams that this group asked for
    std::map<Frame, Shared> m_lines;
};

} // namespace lifestory::store::sqlite
