// The list of other words for ours (LEI-146): what a pack has to talk over with a child, each word with what it means
// and what could be said instead: first what fits the child's age and time in care (LEI-136).
#pragma once

#include <string>
#include <vector>

#include "policy/judge.h"
#include "policy/pack.h"

namespace lifestory::policy {

std::vector<const Word*> words_to_talk_over(const Pack& pack); // by the alphabet of how they are said

struct ChoicesToSay {
    std::vector<std::string> first, more; // none of them twice
    bool operator==(const ChoicesToSay&) const = default;
};
ChoicesToSay choices_for(const Word& word, const Circumstances& now); // where nothing fits, all that the word offers comes first

} // namespace lifestory::policy
