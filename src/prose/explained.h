// Whether a hard word is given with its meaning: "called a core group", "which means", "Adoption means", a bracket.
#pragma once

#include "prose/draft.h"

namespace lifestory::prose {

bool is_explained(const Draft& draft, std::size_t first, std::size_t last); // words, end exclusive

} // namespace lifestory::prose
