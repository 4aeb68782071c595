// A letter as the pack lets it begin, about an invented child and to an invented grandmother: what it says, what is still open, and what
// somebody is warned of who leaves words out.
#pragma once

#include "policy/pack.h"
#include "policy/read/fields.h"

namespace lifestory::acceptance {

void try_letter(const policy::Pack& pack, const policy::Fields& asked);

} // namespace lifestory::acceptance
