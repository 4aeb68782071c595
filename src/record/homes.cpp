#include "record/homes.h"

#include <algorithm>
#include <set>

namespace lifestory::record {

namespace {

constexpr auto one_day = std::chrono::days(1);
constexpr std::string_view placed = "placed-";

bool holds_on(const Household& home, Day day) { return (!home.since || *home.since <= day) && (!home.until || day <= *home.until); }

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
        const bool is_left = !all.empty() && all.back().said != now && (!now || is_of_placement(now->what) || !holds_on(all.back().home(), day));
        if (is_left && !all.back().until)
            all.back().until = day - one_day;
        const bool goes_on = std::any_of(all.begin(), all.end(), [&](const auto& time) { return time.said == now && !time.until; });
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

std::string home_of_placement_id(std::string_view episode) { return std::string(placed) + std::string(episode); }

bool is_of_placement(const Household& home) { return home.household.starts_with(placed); }

std::vector<TimeAtHome> times_at_home(const Family& family, const PersonNumber& person, Day today) {
    auto all = as_they_stand(family, person, today);
    std::optional<TimeAtHome> now;
    if (const auto* home = family.household_of(person, today)) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& time) { return time.home().household == home->household && !time.until; });
        if (found != all.end()) {
            now = *found;
            all.erase(found);
        }
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
        if (is_over || !lives_at || lives_at->household == home.household || !is_of_placement(*lives_at))
            there.push_back(member);
    }
    return there;
}

} // namespace lifestory::record
