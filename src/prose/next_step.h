// Whether a draft says what somebody will do next, or when the next visit, meeting or call is: in the future, in the present
// with a day to come ("I am bringing the calendar on the nineteenth"), or as a bare appointment.
#pragma once

#include "prose/draft.h"

namespace lifestory::prose {

bool tells_next_step(const Draft& draft);

} // namespace lifestory::prose
