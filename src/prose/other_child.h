// Private matters of another child: health, abuse, offending, legal status (CAM-028). What a brother did with this child is no private matter.
#pragma once

#include <vector>

#include "prose/draft.h"

namespace lifestory::prose {

std::vector<Finding> find_other_child(const Draft& draft);

} // namespace lifestory::prose
