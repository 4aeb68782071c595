#include "record/words.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/london.h"

namespace lifestory::record {

namespace {

Day since(const Beside<BasicDetail>& said) { return said.what.since.value_or(calendar::london_day(said.at)); }

// The same word said again was agreed once more, and is no other word.
std::vector<ChosenWord> words_of(const History<BasicDetail>& history) {
    std::vector<ChosenWord> words;
    bool holds = false;
    for (const auto& said : history.said) {
        const auto& detail = said.what;
        if (holds && words.back().say == detail.value) {
            words.back().agreed_by = said.by;
            words.back().agreed_at = said.at;
            words.back().until = detail.until;
            continue;
        }
        if (holds && !words.back().until)
            words.back().until = since(said);
        holds = !detail.value.empty();
        if (holds)
            words.push_back({detail.instead_of, detail.value, since(said), detail.until, said.by, said.at});
    }
    return words;
}

} // namespace

ChosenWords chosen_words(const Child& child, Day day) {
    ChosenWords chosen;
    const auto hold = child.words_to_use(day);
    for (const auto& history : child.preferred_words) {
        auto words = words_of(history);
        const auto is_last = std::ranges::find(hold, history.now()) != hold.end();
        for (std::size_t i = 0; i < words.size(); ++i)
            (is_last && i + 1 == words.size() ? chosen.now : chosen.before).push_back(words[i]);
    }
    return chosen;
}

const Beside<BasicDetail>* last_said_of(const Child& child, const std::string& instead_of) {
    for (const auto& history : child.preferred_words)
        if (fold(history.now().instead_of) == fold(instead_of))
            return &history.said.back();
    return nullptr;
}

} // namespace lifestory::record
