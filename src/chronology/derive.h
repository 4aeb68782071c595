// Picks and orders the important events of a child's life (pages.md 6.15), from what its reader may see and by the pack's rules.
// Pure: nothing is kept of it; whoever may not see an entry has no row of it.
#pragma once

#include <span>

#include "chronology/row.h"
#include "policy/judge.h"
#include "record/family.h"
#include "record/letter.h"

namespace lifestory::chronology {

// `told`: the entries to choose from, each with those of its answers that may be told.
enum class Reader { Worker, Child };
struct Life {
    const record::Child& child;
    const record::Family& family;
    policy::Circumstances now; // the pack, the timeline, the statuses, today
    std::span<const record::GivenEntry> told;
    Reader reader = Reader::Worker;
};

Chronology derive_chronology(const Life& life);

// All that stands in the record, whole: what a worker who sees everything is told.
std::vector<record::GivenEntry> all_entries(const record::Child& child);

} // namespace lifestory::chronology
