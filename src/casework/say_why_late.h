// Why something due is late, and what kept the child safe meanwhile (pages 7.3): asked once, before it is
// written.
#pragma once

#include "casework/act.h"
#include "record/child.h"

namespace lifestory::casework {

// `given.item` is the due item's number, as in its address. What is late when signed is said in
// Filled::why_late.
Result<Writing> say_why_late(const Act& act, const record::Child& child, const record::LatenessGiven& given);

} // namespace lifestory::casework
