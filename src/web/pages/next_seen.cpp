#include "web/pages/next_seen.h"

#include <algorithm>

#include "base/text.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

// The first visit that we owe and have not made; null: none.
const policy::Obligation* next_visit(const std::vector<policy::Obligation>& obligations) {
    const policy::Obligation* next = nullptr;
    for (const auto& owed : obligations)
        if (owed.is_open() && owed.due && owed.force != policy::Force::Advice && is_about_being_seen(owed) && (!next || owed.due->instant() < next->due->instant()))
            next = &owed;
    return next;
}

std::string day_words(calendar::Day day, calendar::Day today) {
    auto days = (day - today).count();
    return days == 0 ? "today, " + calendar::with_weekday(day) : days == 1 ? "tomorrow, " + calendar::with_weekday(day) : "by " + calendar::with_weekday(day);
}

} // namespace

std::vector<std::string> next_seen_words(const std::vector<policy::Obligation>& obligations, const std::string& worker, calendar::Day today) {
    const auto* owed = next_visit(obligations);
    if (!owed)
        return {};
    auto who = worker.empty() ? std::string("Somebody") : worker;
    if (owed->is_late())
        return {"We should have come to see you by " + calendar::with_weekday(owed->due->day) + ". We are late, and we are sorry.",
                who + " comes as soon as " + (worker.empty() ? "we can." : "they can.")};
    std::vector<std::string> lines{who + " comes to see you " + day_words(owed->due->day, today) + "."};
    if (is_about_being_alone(*owed))
        lines.push_back("You can talk with " + (worker.empty() ? std::string("them") : worker) + " on your own.");
    return lines;
}

Html next_seen_card(const access::OpenRecord& open, const Judged& judged, calendar::Day today) {
    const auto* allocation = open.child->allocated_worker_on(today);
    auto lines = next_seen_words(judged.obligations, allocation ? split(allocation->full_name, ' ').front() : "", today);
    if (lines.empty())
        return Html();
    SideCard card;
    card.title = "When we will next see you";
    for (const auto& line : lines)
        card.content += html("<p class=\"govuk-body\">{}</p>", line);
    return side_card(card);
}

} // namespace lifestory::web::pages
