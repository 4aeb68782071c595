// What comes to stand beside a signed entry of the demonstration: by managers, authors, the child and the family.
#pragma once

#include "app/demo/town.h"

namespace lifestory::app::demo {

void tell_beside(Town& town, const FamilyOf& family, const AfterOf& after);

} // namespace lifestory::app::demo
