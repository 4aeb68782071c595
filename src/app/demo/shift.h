// The demonstration's days moved by whole weeks, so that it ends at its clock (docs/how-to/demonstration.md, "Days").
#pragma once

#include "calendar/london.h"
#include "policy/read/node.h"

namespace lifestory::app::demo {

// The largest whole number of weeks by which the anchor's day can be moved without coming after that of `now`; below 0
// before it.
int weeks_from(calendar::Instant anchor, calendar::Instant now);

// Moves every text that is a day ("2026-12-09") or a day and time ("2026-12-10T15:20"), and writes out the marks
// {day:...} and {weekday:...} in all others. A mark that cannot be read is a problem.
void shift(policy::Node& node, int weeks, policy::Problems& problems);

} // namespace lifestory::app::demo
