#include "web/pages/counted.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace lifestory::web::pages {

namespace {

using policy::Obligation;

std::string how_many(std::size_t count) {
    constexpr std::array words{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
    return count < words.size() ? words[count] : std::to_string(count);
}

template <class Due>
std::optional<policy::AgreedIn> agreed_of(const std::vector<Due>& rules, const std::string& rule) {
    auto found = std::find_if(rules.begin(), rules.end(), [&](const Due& one) { return one.rule.full_id() == rule; });
    return found == rules.end() ? std::nullopt : found->agreed_in;
}

std::optional<policy::AgreedIn> agreed_in(const policy::Pack& pack, const std::string& rule) {
    auto of_timescale = agreed_of(pack.timescales, rule);
    return of_timescale ? of_timescale : agreed_of(pack.frequencies, rule);
}

} // namespace

std::vector<std::string> counted_again(const record::Authority& authority, const Obligation& owed, const calendar::Explanation& told) {
    std::map<calendar::Day, std::size_t> declared; // by the day of declaring
    for (const auto& step : told.steps)
        for (const auto& holiday : authority.holidays) {
            auto on = calendar::london_day(holiday.at);
            if (step.what == calendar::Step::What::Holiday && holiday.what.day == step.day && on > owed.starts_on)
                ++declared[on];
        }
    std::vector<std::string> lines;
    for (const auto& [on, count] : declared)
        lines.push_back("Counted again on " + calendar::in_words(on) + ": " + how_many(count) + " more " + (count == 1 ? "holiday." : "holidays."));
    return lines;
}

std::string set_by(const House& house, const access::OpenRecord& open, const Judged& judged, const Obligation& owed) {
    const auto& pack = house.books.of(owed.pack_digest).pack();
    auto agreed = agreed_in(pack, owed.rule);
    if (owed.counting || !owed.due || !agreed)
        return "";
    for (auto entry = judged.timeline->happenings.rbegin(); entry != judged.timeline->happenings.rend(); ++entry) {
        auto said = entry->items.find(agreed->item);
        const auto* story = said != entry->items.end() && !said->second.empty() && pack.is_like(entry->record_type, agreed->record_type) ? open.child->find(entry->id) : nullptr;
        if (story)
            return story->entry.said.recorded_by.full_name;
    }
    return "";
}

} // namespace lifestory::web::pages
