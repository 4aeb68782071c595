// Changing a basic detail (pages 6.10), and the child's own words (6.18). The old value stays, with its
// dates.
#pragma once

#include "casework/act.h"
#include "record/child.h"

namespace lifestory::casework {

// `detail.was_wrong`: it did not change but was always so; else `detail.since` says from when. `known_on`:
// when we learned it. "Not known" is a value.
Result<Writing> change_fact(const Act& act, const record::Child& child, const record::BasicDetail& detail,
                            std::optional<Day> known_on);

// "Say 'Nan's', not 'placement'": an empty value means that the child does not mind, or no longer. No reason is ever
// asked. A word asked about before keeps its first spelling, so that it has one history.
Result<Writing> set_word(const Act& act, const record::Child& child, const std::string& instead_of,
                         const std::string& value);

} // namespace lifestory::casework
