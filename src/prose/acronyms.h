// Letters that stand for longer words and are not explained at their first use (LEI-023): known ones from the packs
// in any shape ("mgm", "T/C"), and unknown ones by their look.
#pragma once

#include <vector>

#include "prose/draft.h"

namespace lifestory::prose {

// One finding for the first unexplained use of each, in the order of the text.
std::vector<Finding> find_acronyms(const Draft& draft);

} // namespace lifestory::prose
