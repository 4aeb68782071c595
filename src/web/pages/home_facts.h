// Whom the child lives with, where, and who has parental responsibility, as rows of the facts: each since when, who said so, who may not know it, and what
// it was before. Kept once for all the family and changed there, or among the facts where the home is away from home (home_of_placement.h).
#pragma once

#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

Html home_facts(const access::OpenRecord& open, calendar::Day today);

} // namespace lifestory::web::pages
