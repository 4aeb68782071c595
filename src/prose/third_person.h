// Sentences that talk about the child where the record speaks to the child (LEI-083): by the child's names, by "the young
// person" or "her daughter", and by he or she where that is the child and nobody else.
#pragma once

#include <vector>

#include "prose/draft.h"

namespace lifestory::prose {

std::vector<Finding> find_third_person(const Draft& draft); // one for a sentence, at its first such word

} // namespace lifestory::prose
