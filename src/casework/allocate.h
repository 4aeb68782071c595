// Who works with a child, from when to when.
#pragma once

#include "casework/act.h"
#include "record/child.h"

namespace lifestory::casework {

// relationship: "allocated-worker", "co-worker", "independent-reviewing-officer", ... A new allocated worker
// ends the allocation of the one before, on the day before, in the same act.
Result<Writing> allocate(const Act& act, const record::Child& child, const record::Worker& worker,
                         const std::string& relationship, Day from);

Result<Writing> end_allocation(const Act& act, const record::Child& child, WorkerNumber worker,
                               const std::string& relationship, Day until);

} // namespace lifestory::casework
