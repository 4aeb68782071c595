#include "web/pages/owed.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "web/pages/about_child.h"

namespace lifestory::web::pages {

namespace {

using policy::Obligation;
using policy::State;

bool is_visit(const House& house, const Obligation& owed) {
    return !owed.what.empty() && owed.what.front().thing == policy::Thing::Record && house.pack().is_like(owed.what.front().id, "visit");
}

bool by_due_date(const Owed& left, const Owed& right) {
    auto day = [](const Owed& owed) { return owed.obligation.due ? owed.obligation.due->day : calendar::Day::max(); };
    return day(left) < day(right);
}

void sort_into(Caseload& caseload, const access::OpenRecord& open, const Judged& judged, calendar::Day today) {
    for (const auto& owed : judged.obligations) {
        if (owed.force == policy::Force::Advice || !owed.due)
            continue;
        if (owed.state == State::Late)
            caseload.late.push_back({open, owed});
        else if (owed.state == State::DueToday)
            caseload.due_today.push_back({open, owed});
        else if (owed.state == State::Upcoming && owed.due->day <= today + std::chrono::days(7))
            caseload.this_week.push_back({open, owed});
    }
}

std::string days_ago(calendar::Day day, calendar::Day today) {
    auto days = (today - day).count();
    return days == 0 ? "today" : days == 1 ? "yesterday" : plural(static_cast<std::size_t>(days), "day", "days") + " ago";
}

} // namespace

Caseload look_over(const House& house, const Caller& caller, std::span<const RecordNumber> children) {
    Caseload caseload;
    caseload.children = house.door.look_over(caller.visitor, children, house.now());
    for (const auto& open : caseload.children) {
        caseload.judged.push_back(judge(house, open));
        sort_into(caseload, open, caseload.judged.back(), house.today());
    }
    for (auto* list : {&caseload.late, &caseload.due_today, &caseload.this_week})
        std::stable_sort(list->begin(), list->end(), by_due_date);
    return caseload;
}

bool is_about_being_seen(const Obligation& owed) {
    return std::any_of(owed.what.begin(), owed.what.end(),
                       [](const policy::Trigger& what) { return what.moment == "seen" || what.moment == "seen-alone"; });
}

std::string noun(const House& house, const Obligation& owed) {
    bool alone = std::any_of(owed.what.begin(), owed.what.end(), [](const auto& what) { return what.moment == "seen-alone"; });
    if (alone)
        return "Visit, seen alone";
    bool recorded = !owed.what.empty() && owed.what.front().moment == "recorded";
    if (recorded && is_visit(house, owed) && !owed.starting.is_zero())
        return "Record of the visit on " + calendar::in_words(owed.starts_on);
    return owed.name;
}

std::string state_words(const Obligation& owed) {
    auto due = owed.due ? calendar::in_words(owed.due->day) : std::string();
    switch (owed.state) {
    case State::Late:
        if (owed.late_by_hours > 0)
            return fmt::format("late by {} (due {})", plural(static_cast<std::size_t>(owed.late_by_hours), "hour", "hours"), due);
        return fmt::format("late by {} (due {})", plural(static_cast<std::size_t>(owed.late_by_working_days), "working day", "working days"), due);
    case State::DueToday: return "due today, " + due;
    case State::Upcoming: return "due " + (owed.due ? calendar::with_weekday(owed.due->day) : std::string());
    case State::Met: return "met";
    case State::MetLate:
        return "met, late by " + plural(static_cast<std::size_t>(owed.late_by_working_days), "working day", "working days");
    case State::NoLongerNeeded: return "no longer needed";
    case State::Missing: return "not there yet";
    }
    return "";
}

Url path_to_meet(const House& house, RecordNumber child, const Obligation& owed) {
    if (owed.what.empty() || owed.what.front().thing != policy::Thing::Record)
        return path("/children/{}", child.hex());
    if (is_visit(house, owed))
        return path("/children/{}/visit", child.hex());
    return path("/children/{}/note?type={}", child.hex(), owed.what.front().id);
}

std::string act_words(const House& house, const Obligation& owed) { return is_visit(house, owed) ? "Record a visit" : "Write it"; }

Url due_path(RecordNumber child, const Obligation& owed) { return path("/children/{}/due/{}", child.hex(), owed.id.hex()); }

Html due_link(RecordNumber child, const Obligation& owed) {
    if (!owed.due)
        return Html();
    return html("<a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">, how this was counted for {}</span></a>",
                due_path(child, owed), calendar::with_weekday(owed.due->day), owed.name);
}

std::string last_seen_words(const record::Child& child, calendar::Day today) {
    const auto* alone = child.last_seen_alone(today);
    const auto* seen = child.last_seen(today);
    if (alone && (today - alone->day()).count() <= 31)
        return "seen alone " + days_ago(alone->day(), today);
    if (alone)
        return "not seen alone for " + plural(static_cast<std::size_t>((today - alone->day()).count()), "day", "days");
    if (seen)
        return "seen " + days_ago(seen->day(), today) + ", not alone yet";
    return "not seen yet";
}

} // namespace lifestory::web::pages
