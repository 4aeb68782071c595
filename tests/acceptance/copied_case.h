// Cases of what is copied and pasted into a draft, and of how hard a text is to read (docs/how-to/packs.md, "Cases").
#pragma once

#include "policy/pack.h"
#include "policy/read/fields.h"

namespace lifestory::acceptance {

void try_copied(const policy::Pack& pack, const policy::Fields& asked);
void try_reading_age(const policy::Pack& pack, const policy::Fields& asked);

} // namespace lifestory::acceptance
