// The list of other words for ours (LEI-146): what a pack has to talk over with a child, each word with what it means
// and what could be said instead.
#pragma once

#include <vector>

#include "policy/pack.h"

namespace lifestory::policy {

std::vector<const Word*> words_to_talk_over(const Pack& pack); // by the alphabet of how they are said

} // namespace lifestory::policy
