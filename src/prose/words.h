// The packs' families of words, found in any of their forms, and the judgement of where they stand: fine beside some words,
// fine when explained, when quoted or said by the child, when denied.
#pragma once

#include <vector>

#include "prose/draft.h"

namespace lifestory::prose {

// Jargon, stigma, blame, derogatory and opinion as fact: those categories that the packs hold as words.
std::vector<Finding> find_words(const Draft& draft);

} // namespace lifestory::prose
