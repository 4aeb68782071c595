#include "policy/toolkit.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::policy {

std::vector<const Word*> words_to_talk_over(const Pack& pack) {
    std::vector<const Word*> words;
    for (const auto& word : pack.words)
        if (!word.means.empty())
            words.push_back(&word);
    std::ranges::sort(words, {}, [](const Word* word) { return fold(word->said()); });
    return words;
}

} // namespace lifestory::policy
