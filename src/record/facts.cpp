#include "record/facts.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace lifestory::record {

namespace {

constexpr std::array several{std::string_view("earlier-name"), std::string_view("other-language"),   std::string_view("disability"),
                             std::string_view("need-code"),    std::string_view("family-time"),      std::string_view("allergy"),
                             std::string_view("medicine"),     std::string_view("private-provider"), std::string_view("professional")};

using Said = Beside<BasicDetail>;

// Each thing said of a fact that has one value at a time ends what was said before it.
std::vector<FactSpell> one_after_another(const std::vector<Said>& said) {
    std::vector<FactSpell> spells;
    for (const auto& one : said) {
        if (!spells.empty()) {
            auto& last = spells.back();
            last.ended = &one;
            last.was_never_so = one.what.was_wrong;
            if (!one.what.was_wrong && one.what.since && !last.until)
                last.until = *one.what.since - std::chrono::days(1);
        }
        auto since = one.what.was_wrong && !one.what.since && !spells.empty() ? spells.back().since : one.what.since;
        spells.push_back({&one, nullptr, since, one.what.until, false});
    }
    return spells;
}

// Of several at once each value stands by itself: said again with a last day, or as wrong, it ends.
std::vector<FactSpell> side_by_side(const std::vector<Said>& said) {
    std::vector<FactSpell> spells;
    for (const auto& one : said) {
        auto open = std::find_if(spells.begin(), spells.end(),
                                 [&](const auto& spell) { return !spell.ended && lifestory::fold(spell.value()) == lifestory::fold(one.what.value); });
        bool ends = one.what.until || one.what.was_wrong;
        if (open != spells.end() && ends) {
            open->ended = &one;
            open->until = one.what.until;
            open->was_never_so = one.what.was_wrong;
        } else if (open == spells.end() && !one.what.was_wrong)
            spells.push_back({&one, nullptr, one.what.since, one.what.until, false});
    }
    return spells;
}

} // namespace

bool holds_several(std::string_view fact) { return std::find(several.begin(), several.end(), fact) != several.end(); }

FactOverTime over_time(const History<BasicDetail>& history, Day today) {
    FactOverTime all;
    if (history.said.empty())
        return all;
    auto spells = holds_several(history.now().fact) ? side_by_side(history.said) : one_after_another(history.said);
    for (const auto& spell : spells) {
        bool is_over = spell.was_never_so || (spell.ended && !spell.until) || (spell.until && *spell.until < today);
        (is_over ? all.before : all.now).push_back(spell);
    }
    if (!holds_several(history.now().fact) && all.now.size() > 1) { // said on its last day: the newest stands
        all.before.insert(all.before.end(), all.now.begin(), all.now.end() - 1);
        all.now.erase(all.now.begin(), all.now.end() - 1);
    }
    std::reverse(all.before.begin(), all.before.end());
    return all;
}

std::vector<std::string> values_now(const History<BasicDetail>& history, Day today) {
    std::vector<std::string> values;
    for (const auto& spell : over_time(history, today).now)
        values.push_back(spell.value());
    return values;
}

} // namespace lifestory::record
