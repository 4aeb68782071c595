// The note of every reading: a line in the looks' stream, on the disk before anything is shown. One for each person,
// record and session, and one for each entry first opened in it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "index/index.h"
#include "ledger/ledger.h"
#include "record/entry.h"

namespace lifestory::access {

class Looks {
public:
    Looks(ledger::Ledger& ledger, const index::Index& index) : m_ledger(ledger), m_index(index) {}

    // Returns when the note is kept; a look already noted is not noted again. Refuses as the ledger does.
    Outcome note(const record::Look& look);

    std::vector<record::Look> at(RecordNumber record) const; // oldest first
    std::vector<record::Look> emergencies(std::chrono::days days) const; // of all records, counted back from the newest; oldest first

private:
    using Key = std::tuple<WorkerNumber, RecordNumber, std::string, std::optional<EntryId>>;
    enum class Noting { UnderWay, Done };

    RecordNumber stream();
    bool begin(const Key& key);            // false: it is noted
    void end(const Key& key, Noting how_far);

    ledger::Ledger& m_ledger;
    const index::Index& m_index;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<Key, Noting> m_noted;
    std::optional<RecordNumber> m_stream;
};

} // namespace lifestory::access
