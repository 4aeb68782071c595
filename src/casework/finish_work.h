// A part of our work is finished: its last day and what came of it in one act (CAM-194). Where the pack asks what came of it, none ends without.
#pragma once

#include "casework/act.h"
#include "policy/record_type.h"
#include "record/child.h"

namespace lifestory::casework {

inline constexpr std::string_view outcome_of_work_type = "outcome", came_of_it_item = "came-of-it";

struct Finishing {
    std::string episode; // its number
    Day ended{};
    std::string came_of_it, in_words;
};

// `type`: the pack's own of what came of it, whose item came-of-it says what can come of it, and whether it has to be said. `turn`: of the act's entries; it writes at most two.
Result<Writing> finish_work(const Act& act, const record::Child& child, const policy::RecordType& type, const Finishing& finishing, unsigned turn = 0);

// What goes on with this child and is finished so, the first begun first.
std::vector<const record::EpisodeHistory*> work_to_finish(const record::Child& child, const policy::RecordType& type);

} // namespace lifestory::casework
