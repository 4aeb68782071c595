// Sentences in which a reader of eleven would lose the thread: too long, or long and dense with long words (LEI-028). A list
// of people or of things done may be longer.
#pragma once

#include <vector>

#include "prose/draft.h"

namespace lifestory::prose {

std::vector<Finding> find_hard_sentences(const Draft& draft);

} // namespace lifestory::prose
