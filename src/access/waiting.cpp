// What waits for a manager, of the records that are the manager's own work and of no others: a worker of the line may work
// with a child whose record is not for this manager, and that there is something to read in it is not either.
#include <algorithm>

#include "access/door_state.h"
#include "record/brought_in.h"

namespace lifestory::access {

namespace {

RecordNumber record_of(const index::EntryRow& row) { return row.record; }
RecordNumber record_of(const index::CorrectionAskedRow& row) { return row.asking.record; }

template <class Row>
std::vector<Row> of_own_records(std::vector<Row> rows, Door::State& state, const Visitor& manager, Instant now) {
    std::set<RecordNumber> all;
    for (const auto& row : rows)
        all.insert(record_of(row));
    auto own = state.own_records(manager, std::vector(all.begin(), all.end()), now);
    std::ranges::sort(own);
    std::erase_if(rows, [&](const auto& row) { return !std::ranges::binary_search(own, record_of(row)); });
    return rows;
}

} // namespace

std::vector<RecordNumber> Door::State::own_records(const Visitor& visitor, std::span<const RecordNumber> records, Instant now) {
    auto authority = authority_now();
    auto by = rules_now();
    std::vector<RecordNumber> own;
    for (const auto& record : records)
        if (is_own_work(decide(visitor.who, Act::Open, {}, facts(visitor.who, record, *authority, *by, now), now)))
            own.push_back(record);
    return own;
}

std::vector<index::EntryRow> Door::waiting_for(const Visitor& manager, Instant now) const {
    auto below = m_state->authority_now()->workers_below(manager.who.worker);
    if (!below.empty())
        below.push_back(record::brought_in_author()); // what came from another system is looked at by whoever manages the work with the child
    auto rows = of_own_records(m_state->index.waiting_for_a_manager(below), *m_state, manager, now);
    std::ranges::stable_sort(rows, {}, [](const index::EntryRow& row) { return row.author == record::brought_in_author(); }); // what workers wrote comes first
    return rows;
}

std::vector<index::CorrectionAskedRow> Door::corrections_asked_of(const Visitor& manager, Instant now) const {
    auto below = m_state->authority_now()->workers_below(manager.who.worker);
    return of_own_records(m_state->index.corrections_asked(below), *m_state, manager, now);
}

} // namespace lifestory::access
