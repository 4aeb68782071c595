// Saying what came of something that was to be done: a signed document that names the entry and the place in it.
#pragma once

#include "casework/act.h"
#include "record/plan.h"

namespace lifestory::casework {

struct Outcome {
    EntryId entry;
    std::uint32_t place = 0;
    std::optional<bool> done;
    std::string what_happened;
};

Result<Writing> say_outcome(const Act& act, const record::Child& child, const Outcome& outcome);

} // namespace lifestory::casework
