#include "record/homes.h"

#include <algorithm>
#include <set>

namespace lifestory::record {

namespace {

constexpr auto one_day = std::chrono::days(1);

bool is_member(const Household& home, const PersonNumber& person) { return std::find(home.members.begin(), home.members.end(), person) != home.members.end(); }

const Beside<Household>* said_of(const Family& family, const Household& home) {
    for (const auto& history : family.households)
        if (history.now().household == home.household)
            return &history.said.back();
    return nullptr;
}

// Days on which the answer to "where?" may be another than on the day before; the earliest stands for all before it.
std::set<Day> turns(const Family& family, const PersonNumber& person, Day today) {
    std::set<Day> days;
    for (const auto& history : family.households) {
        const auto& home = history.now();
        if (!is_member(home, person))
            continue;
        for (auto day : {home.since.value_or(Day::min()), home.until ? *home.until + one_day : Day::min()})
            if (day <= today)
                days.insert(day);
    }
    return days;
}

std::vector<TimeAtHome> as_they_stand(const Family& family, const PersonNumber& person, Day today) {
    std::vector<TimeAtHome> all;
    for (auto day : turns(family, person, today)) {
        const auto* home = family.household_of(person, day);
        const auto* now = home ? said_of(family, *home) : nullptr;
        if (!all.empty() && !all.back().until && all.back().said != now)
            all.back().until = day - one_day;
        const bool goes_on = !all.empty() && all.back().said == now && !all.back().until;
        if (now && !goes_on)
            all.push_back({now, day == Day::min() ? std::nullopt : std::optional(day), std::nullopt});
    }
    return all;
}

// Who was said to live there, and later was not: until the day before that was so.
void add_moved_out(const Family& family, const PersonNumber& person, std::vector<TimeAtHome>& all) {
    for (const auto& history : family.households) {
        if (is_member(history.now(), person))
            continue;
        const Beside<Household>* last = nullptr;
        std::optional<Day> since;
        for (const auto& said : history.said) {
            if (is_member(said.what, person)) {
                since = last ? since : said.what.since;
                last = &said;
            } else if (last) {
                const auto ended = said.what.since && (!since || *since < *said.what.since) ? std::optional(*said.what.since - one_day) : last->what.until;
                all.push_back({last, since, ended});
                last = nullptr;
            }
        }
    }
}

} // namespace

std::vector<TimeAtHome> times_at_home(const Family& family, const PersonNumber& person, Day today) {
    auto all = as_they_stand(family, person, today);
    const bool has_one_now = family.household_of(person, today) != nullptr;
    std::optional<TimeAtHome> now;
    if (has_one_now) {
        now = all.back();
        all.pop_back();
    }
    add_moved_out(family, person, all);
    std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) { return other.since < one.since; });
    if (now)
        all.insert(all.begin(), *now);
    return all;
}

std::vector<PersonNumber> living_at(const Family& family, const Household& home, Day on) {
    std::vector<PersonNumber> there;
    const bool is_over = home.until && *home.until < on;
    for (const auto& member : home.members) {
        const auto* lives_at = family.household_of(member, on);
        if (is_over || !lives_at || lives_at->household == home.household)
            there.push_back(member);
    }
    return there;
}

} // namespace lifestory::record
