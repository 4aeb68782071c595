// What was shown to a worker in this session, as keyed hashes of its sentences, so that words copied from one child's record into
// another's are noticed. In memory alone, and never a word of it; gone with the session, however it ends.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/numbers.h"
#include "calendar/day.h"

namespace lifestory::web::pages {

struct ShownEntry {
    RecordNumber record;
    EntryId entry;
    std::vector<std::uint64_t> sentences;
};

using ShownEntries = std::vector<std::shared_ptr<const ShownEntry>>;

class ShownWords {
public:
    static constexpr std::size_t most_of_a_session = 200; // entries; one more, and the oldest goes
    static constexpr std::size_t most_records = 8;        // that somebody writes in

    const Bytes& key() const { return m_key; } // as long as the program runs

    void note(const std::string& session, ShownEntry shown, calendar::Instant now);
    ShownEntries of_other_records(const std::string& session, RecordNumber here) const; // the newest first

    // All of a record that this session writes in, as it was when it held so many entries; null: not known, or it has grown.
    std::shared_ptr<const ShownEntries> record(const std::string& session, RecordNumber record, std::uint64_t length) const;
    void keep_record(const std::string& session, RecordNumber record, std::uint64_t length, std::shared_ptr<const ShownEntries> entries, calendar::Instant now);

    void forget(const std::string& session);
    std::size_t size() const; // sessions

private:
    struct Record {
        RecordNumber record;
        std::uint64_t length = 0;
        std::shared_ptr<const ShownEntries> entries;
    };
    struct Session {
        calendar::Instant since{};
        std::deque<std::shared_ptr<const ShownEntry>> shown; // oldest first
        std::deque<Record> records;                          // oldest first
    };

    Session& session_of(const std::string& session, calendar::Instant now); // sessions that can last no longer go

    Bytes m_key = random_bytes(32);
    mutable std::mutex m_mutex;
    std::map<std::string, Session> m_sessions;
};

} // namespace lifestory::web::pages
