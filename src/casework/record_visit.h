// Recording a visit: also one at which the child was not seen.
#pragma once

#include "casework/sign.h"

namespace lifestory::casework {

// Refuses, beside what every record refuses: a visit before the child was born; one that does not say what
// happened, whether the child was seen, why not, or who else was there, whatever force the pack gives these.
Result<Writing> record_visit(const Act& act, const record::Child& child, const Asked& asked,
                             const Filled& filled);

} // namespace lifestory::casework
