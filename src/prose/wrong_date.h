// Key dates that a draft gives wrongly: a slip of the pen, not another day on which something else happened.
#pragma once

#include <vector>

#include "prose/draft.h"

namespace lifestory::prose {

void find_wrong_dates(const Draft& draft, std::vector<Finding>& findings);

} // namespace lifestory::prose
