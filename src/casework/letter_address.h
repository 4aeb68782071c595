// What is sent to somebody holds no address that they may not know: a home of the family that was marked as hidden from them, on the day it is sent and ever before, save where they live or lived themselves.
#pragma once

#include "record/family.h"
#include "record/form.h"

namespace lifestory::casework {

// One for each box that holds such an address, at its field, also in the name of a file; none of what came in. The one that it is sent to stands in "from-whom", chosen or by name.
Refusals hidden_addresses_in(const record::Family& family, const record::Form& form);

} // namespace lifestory::casework
