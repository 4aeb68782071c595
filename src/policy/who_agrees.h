// Who agrees to an entry (packs.md, `endorsed_by` of a record type), and whether they have.
#pragma once

#include <string>

#include "policy/pack.h"
#include "record/authority.h"
#include "record/child.h"

namespace lifestory::policy {

struct Agreement {
    std::string asked_of;  // "a Team Manager"; empty: the policy names nobody
    const record::Beside<record::Endorsement>* given = nullptr; // the first that settles it
    bool waits() const { return !asked_of.empty() && !given; }
};

// `pack`: by which the entry was judged. What was written in error waits for nobody.
Agreement agreement_on(const record::StoryEntry& story, const record::Child& child, const record::Authority& authority, const Pack& pack);

// Whether what this worker says on that day settles it: they hold one of the roles that are named, or stand above a writer who holds one.
bool may_settle(const record::StoryEntry& story, const WorkerNumber& worker, const record::Child& child, const record::Authority& authority,
                calendar::Day day, const Pack& pack);

} // namespace lifestory::policy
