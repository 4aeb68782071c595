// Names of people we know spelt another way, and key dates given wrongly: both are known to the record itself.
#pragma once

#include <vector>

#include "prose/draft.h"

namespace lifestory::prose {

std::vector<Finding> find_misspelt(Draft& draft); // who is meant by a misspelt name is named by it from then on (draft.named)

} // namespace lifestory::prose
