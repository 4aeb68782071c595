#include "access/facts.h"

#include <algorithm>

#include "calendar/london.h"

namespace lifestory::access {

namespace {

using index::AllocationRow;

Relation relation_of(const std::string& relationship) {
    if (relationship == "allocated-worker")
        return Relation::AllocatedWorker;
    if (relationship == "independent-reviewing-officer" || relationship == "reviewing-officer")
        return Relation::ReviewingOfficer;
    if (relationship == "conference-chair" || relationship == "chair")
        return Relation::ConferenceChair;
    return Relation::CoWorker;
}

bool is_conflict(const AllocationRow& row) {
    return row.relationship == conflict_of_interest;
}

bool is_of_the_work(const AllocationRow& row) {
    auto relation = relation_of(row.relationship);
    return relation != Relation::ConferenceChair && relation != Relation::ReviewingOfficer;
}

bool shares_team(const record::Authority& authority, WorkerNumber one, WorkerNumber other) {
    const auto* left = authority.worker(one);
    const auto* right = authority.worker(other);
    return left && right && left->team == right->team;
}

} // namespace

std::vector<AllocationRow> working_with(RecordNumber child, const index::Index& index, calendar::Day today) {
    auto all = index.allocations_of(child);
    std::erase_if(all, is_conflict);
    std::vector<AllocationRow> holding;
    std::ranges::copy_if(all, std::back_inserter(holding), [&](const auto& row) { return row.holds_on(today); });
    auto is_allocated = [](const auto& row) { return row.relationship == "allocated-worker"; };
    if (std::ranges::any_of(holding, is_allocated))
        return holding;
    // Nobody is allocated: the last who was still tells in whose line the record stands.
    auto last = std::ranges::max_element(all, {}, [&](const auto& row) {
        return std::pair(is_allocated(row) && row.until && row.from <= today, row.until.value_or(calendar::Day{}));
    });
    if (last != all.end() && is_allocated(*last) && last->until && *last->until < today)
        holding.push_back(*last);
    return holding;
}

Facts facts_of(const Who& who, RecordNumber child, const index::Index& index, const record::Authority& authority, Instant now) {
    Facts facts;
    auto today = calendar::london_day(now);
    facts.existence = index.family_of(child) ? Existence::Kept : Existence::Unknown;
    for (const auto& row : index.allocations_of(child))
        if (is_conflict(row) && row.worker == who.worker && row.holds_on(today))
            facts.conflict_of_interest = true;
    for (const auto& row : working_with(child, index, today)) {
        if (row.worker == who.worker && row.holds_on(today))
            facts.relations.add(relation_of(row.relationship));
        if (!is_of_the_work(row)) // a chair's or reviewing officer's own team and managers have no part in it
            continue;
        if (authority.stands_above(who.worker, row.worker))
            facts.relations.add(Relation::LineOfManagement);
        if (who.role == Role::BusinessSupport && shares_team(authority, who.worker, row.worker))
            facts.relations.add(Relation::TeamsRecord);
    }
    return facts;
}

} // namespace lifestory::access
