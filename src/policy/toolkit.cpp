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

ChoicesToSay choices_for(const Word& word, const Circumstances& now) {
    ChoicesToSay choices;
    auto add = [&](std::vector<std::string>& to, const std::vector<std::string>& words) {
        for (const auto& one : words)
            if (std::ranges::find(choices.first, one) == choices.first.end() && std::ranges::find(choices.more, one) == choices.more.end())
                to.push_back(one);
    };
    for (const auto& fitting : word.fits)
        if (holds(fitting.when, now))
            add(choices.first, fitting.say);
    add(choices.first.empty() ? choices.first : choices.more, word.better);
    for (const auto& fitting : word.fits)
        add(choices.more, fitting.say);
    return choices;
}

} // namespace lifestory::policy
