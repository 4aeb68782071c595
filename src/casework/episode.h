// Beginning and ending an interval of a child's life: an involvement, a placement, a legal status, a plan, an
// enquiry.
#pragma once

#include "casework/act.h"
#include "record/child.h"

namespace lifestory::casework {

// `episode.episode` is a fresh number of 32 hexadecimal digits; `form.record_type` says what begins.
Result<Writing> begin_episode(const Act& act, const record::Child& child, const record::Episode& episode);
Result<Writing> end_episode(const Act& act, const record::Child& child, const std::string& episode,
                            Day ended);

} // namespace lifestory::casework
