// The packs' families of words, found in any of their forms, and the judgement of where they stand: fine beside some words,
// fine when explained, when quoted or said by the child, when denied.
#pragma once

#include <vector>

#include "prose/draft.h"

namespace lifestory::prose {

// Jargon, stigma, blame, derogatory and opinion as fact: those categories that the packs hold as words.
// `others`: how many findings of other kinds there are. In a draft with no other slip, words that everybody uses all day
// ("did not care") are taken as they stand.
std::vector<Finding> find_words(const Draft& draft, std::size_t others);

} // namespace lifestory::prose
