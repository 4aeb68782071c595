#include "web/pages/statuses_named.h"

#include <algorithm>
#include <array>

#include "web/pages/about_child.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

bool is_named_in_reports(const std::string& name) {
    return std::ranges::any_of(std::array{" plan", "order", "enquiry", "section "}, [&](const char* part) { return name.find(part) != std::string::npos; });
}

} // namespace

StatusesOfChild statuses_of_child(const House& house, const DraftView& view) {
    StatusesOfChild all;
    if (!view.open || !sees_all(*view.open))
        return all;
    const auto& child = *view.open->child;
    const auto then = view.happened_on.value_or(house.today());
    all.child = child.first_name();
    all.in_words = status_lines(house.pack(), view.judged.statuses, house.today());
    for (const auto& [id, status] : house.pack().statuses) {
        const bool holds = std::ranges::any_of(view.judged.statuses, [&, &id = id](const auto& spell) { return spell.value == id && (spell.holds_on(house.today()) || spell.holds_on(then)); });
        for (const auto& name : {std::vector{status.name}, status.also})
            for (const auto& one : name)
                if (is_named_in_reports(one))
                    all.named.push_back({one, holds});
    }
    if (auto list = house.pack().lists.find("legal-statuses"); list != house.pack().lists.end())
        for (const auto& choice : list->second.choices) {
            const auto says_so = [&](const auto* episode) {
                const auto chosen = episode->now().form.chosen("status");
                return std::ranges::find(chosen, choice.name) != chosen.end();
            };
            if (is_named_in_reports(choice.name))
                all.named.push_back({choice.name, std::ranges::any_of(child.episodes_on(house.today()), says_so) || std::ranges::any_of(child.episodes_on(then), says_so)});
        }
    return all;
}

} // namespace lifestory::web::pages
