// Words that the child has asked us not to use, in any form, where they mean what the child meant; with the child's own word to put in their place.
#pragma once

#include <vector>

#include "prose/draft.h"

namespace lifestory::prose {

std::vector<Finding> find_preferred(const Draft& draft);

} // namespace lifestory::prose
