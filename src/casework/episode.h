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
// What was said of it is put right: its days, or what it says. What was said before stays in the record.
Result<Writing> put_episode_right(const Act& act, const record::Child& child, const record::Episode& episode);

// Of these a child has one at a time: a home away from home, a legal status.
bool is_one_at_a_time(std::string_view record_type);

} // namespace lifestory::casework
