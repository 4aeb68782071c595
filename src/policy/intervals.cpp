#include "policy/intervals.h"

#include <algorithm>

#include "policy/conditions.h"

namespace lifestory::policy {

namespace {

using std::chrono::days;

// `lasted` and counts within a time change on days of their own: a condition that asks for one is asked every week.
bool asks_for_time(const Conditions& conditions) {
    return std::ranges::any_of(conditions, [](const Condition& one) { return !one.lasted.empty() || one.count || one.total; });
}

bool asks_for_entries(const Conditions& conditions) {
    return std::ranges::any_of(conditions, [](const Condition& one) { return !one.has.empty() || !one.has_not.empty(); });
}

// Each condition asks for a status that this child never had.
bool can_never_hold(const Judging& judging, const Conditions& asked) {
    return !asked.empty() && std::ranges::all_of(asked, [&](const Condition& one) {
        auto had = [&](const std::string& status) { return judging.life.has_status(status); };
        return (!one.status.empty() && std::ranges::none_of(one.status, had)) || (!one.ever.empty() && std::ranges::none_of(one.ever, had));
    });
}

std::vector<Day> and_every_week(std::vector<Day> ask, Day today) {
    for (Day day = ask.empty() ? today : ask.front(); day <= today; day += days(7))
        ask.push_back(day);
    std::ranges::sort(ask);
    ask.erase(std::unique(ask.begin(), ask.end()), ask.end());
    return ask;
}

} // namespace

TurningDays turning_days(const Judging& judging, Day today) {
    std::vector<Day> days_of;
    const auto& child = judging.life.child();
    auto add_spells = [&](const std::vector<Spell>& spells) {
        for (const auto& spell : spells) {
            days_of.push_back(spell.from);
            if (spell.to)
                days_of.push_back(*spell.to);
        }
    };
    add_spells(judging.life.statuses());
    add_spells(child.areas);
    add_spells(child.teams);
    const auto& entries = judging.life.days_of_entries();
    if (!entries.empty())
        days_of.push_back(entries.front());
    if (child.born)
        for (int age = 0; age <= 25; ++age)
            days_of.push_back(calendar::add_months(*child.born, 12 * age));
    auto in_order = [today](std::vector<Day>& all) {
        std::erase_if(all, [today](Day day) { return day > today; });
        std::ranges::sort(all);
        all.erase(std::unique(all.begin(), all.end()), all.end());
    };
    TurningDays all{days_of, days_of};
    all.of_all.insert(all.of_all.end(), entries.begin(), entries.end());
    in_order(all.of_statuses);
    in_order(all.of_all);
    return all;
}

std::vector<Interval> intervals(const Judging& judging, const Conditions& asked, const TurningDays& turning, Day today) {
    std::vector<Interval> all;
    if (can_never_hold(judging, asked))
        return all;
    auto ask_on = [&](const std::vector<Day>& ask) {
        for (Day day : ask) {
            bool now = holds(asked, AtMoment{&judging.life, day, nullptr});
            bool before = !all.empty() && !all.back().to;
            if (now && !before)
                all.push_back({day, std::nullopt});
            else if (!now && before)
                all.back().to = day;
        }
    };
    if (asks_for_time(asked))
        ask_on(turning.of_all.empty() ? turning.of_all : and_every_week(turning.of_all, today));
    else
        ask_on(asks_for_entries(asked) ? turning.of_all : turning.of_statuses);
    return all;
}

} // namespace lifestory::policy
