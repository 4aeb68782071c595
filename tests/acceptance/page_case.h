// A case that a worker could try on the pages: presses on the demonstration's record of a child, one after another, and what
// then stands on a page and what does not.
#pragma once

#include "policy/read/fields.h"

namespace lifestory::acceptance {

void try_page(const policy::Fields& asked);

} // namespace lifestory::acceptance
