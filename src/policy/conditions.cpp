// Whether the facts of a condition hold (packs.md section 3). Every name was checked when the pack was read.
#include <algorithm>

#include "calendar/due.h"
#include "calendar/london.h"
#include "policy/agreed.h"
#include "policy/conditions.h"

namespace lifestory::policy {

namespace {

bool any_of(const std::vector<std::string>& names, const auto& fits) { return std::ranges::any_of(names, fits); }

// The day from which a length of time up to `day` runs.
Day back_by(const calendar::Count& count, Day day, const Pack& pack) {
    auto since = calendar::due_date({count, calendar::start_of(day), calendar::Direction::Before, {}}, pack.calendar_named(""));
    return since ? since->day : day;
}

bool is_age(const Ages& ages, Day on, const AtMoment& now) {
    const auto& child = now.life->child();
    if (!child.born)
        return false;
    auto range = ages.setting.empty() ? ages : parse_ages(now.life->pack().setting(ages.setting, on)).value_or(Ages{});
    int years = on < *child.born ? 0 : calendar::age_on(*child.born, on);
    return (!range.from || years >= *range.from) && (!range.below || years < *range.below);
}

// The first day of what holds on the day, if it does: of a status, or of a record that started.
std::optional<Day> held_since(const std::string& id, const AtMoment& now) {
    std::optional<Day> since;
    for (const auto& spell : now.life->statuses())
        if (spell.value == id && spell.holds_on(now.day))
            since = since ? std::min(*since, spell.from) : spell.from;
    if (since)
        return since;
    for (const Happening* entry : now.life->like(id)) {
        std::optional<Day> started, ended;
        for (const auto& moment : entry->moments) {
            if (moment.name == "started")
                started = calendar::london_day(moment.at);
            if (moment.name == "ended" || moment.name == "completed")
                ended = calendar::london_day(moment.at);
        }
        if (started && *started <= now.day && (!ended || now.day < *ended))
            since = since ? std::min(*since, *started) : *started;
    }
    return since;
}

bool has_lasted(const std::pair<std::string, CountOf>& asked, const AtMoment& now) {
    auto since = held_since(asked.first, now);
    auto count = now.life->pack().count(asked.second, now.day);
    return since && count && *since <= back_by(*count, now.day, now.life->pack());
}

bool is_held_in(const std::vector<std::string>& asked, const std::vector<Spell>& spells, const AtMoment& now) {
    return any_of(asked, [&](const std::string& name) {
        auto wanted = name.starts_with("setting ") ? now.life->pack().setting(name.substr(8), now.day) : name;
        return std::ranges::any_of(spells, [&](const Spell& spell) { return spell.value == wanted && spell.holds_on(now.day); });
    });
}

bool is_detail(const Values& asked, const AtMoment& now) {
    auto found = now.life->child().details.find(asked.first);
    bool said = found != now.life->child().details.end();
    return any_of(asked.second, [&](const std::string& value) {
        if (value == "any" || value == "none")
            return said == (value == "any");
        return said && std::ranges::find(found->second, value) != found->second.end();
    });
}

bool is_in_record(const std::string& type, const AtMoment& now) {
    return std::ranges::any_of(now.life->like(type), [&](const Happening* entry) {
        return entry != now.entry && std::ranges::any_of(entry->moments, [&](const Moment& moment) { return calendar::london_day(moment.at) <= now.day; });
    });
}

bool is_often(const HowOften& asked, const AtMoment& now) {
    auto since = asked.within ? std::optional(back_by(*asked.within, now.day, now.life->pack())) : std::nullopt;
    int times = 0;
    for (const auto& occurrence : now.life->of(asked.of))
        times += occurrence.day <= now.day && (!since || occurrence.day >= *since) ? 1 : 0;
    return (!asked.at_least || times >= *asked.at_least) && (!asked.at_most || times <= *asked.at_most);
}

bool is_long(const HowLong& asked, const AtMoment& now) {
    Day since = Day::min();
    if (asked.since) {
        auto from = now.life->of(*asked.since);
        if (from.empty())
            return false;
        since = from.front().day;
    }
    if (asked.within)
        since = std::max(since, back_by(*asked.within, now.day, now.life->pack()));
    std::chrono::days total(0);
    for (const auto& spell : now.life->statuses())
        if (spell.value == asked.of) {
            Day to = spell.to ? std::min(*spell.to, now.day) : now.day;
            total += std::max(std::chrono::days(0), to - std::max(spell.from, since));
        }
    auto days_of = [&](const calendar::Count& count) { return now.day - back_by(count, now.day, now.life->pack()); };
    return (!asked.at_least || total >= days_of(*asked.at_least)) && (!asked.at_most || total <= days_of(*asked.at_most));
}

bool has_ever(const std::string& status, const AtMoment& now) {
    return std::ranges::any_of(now.life->statuses(), [&](const Spell& spell) { return spell.value == status && spell.from <= now.day; });
}

bool has_status(const Life& life, std::string_view status, Day day) {
    return std::ranges::any_of(life.statuses(), [&](const Spell& spell) { return spell.value == status && spell.holds_on(day); });
}

bool is_value(const Happening& entry, const Values& asked) {
    auto found = entry.items.find(asked.first);
    bool answered = found != entry.items.end();
    return std::ranges::any_of(asked.second, [&](const std::string& value) {
        if (value == "any" || value == "none")
            return answered == (value == "any");
        return answered && std::ranges::find(found->second, value) != found->second.end();
    });
}

} // namespace

bool holds(const Condition& asked, const AtMoment& now) {
    auto status = [&](const std::string& id) { return has_status(*now.life, id, now.day); };
    if (!asked.status.empty() && !any_of(asked.status, status))
        return false;
    if (any_of(asked.not_status, status))
        return false;
    if (!asked.ever.empty() && !any_of(asked.ever, [&](const std::string& id) { return has_ever(id, now); }))
        return false;
    const auto& child = now.life->child();
    bool lasted = std::ranges::all_of(asked.lasted, [&](const auto& one) { return has_lasted(one, now); });
    bool aged = (!asked.age || is_age(*asked.age, now.day, now)) &&
                (!asked.age_at_death || (child.died && is_age(*asked.age_at_death, *child.died, now)));
    bool placed = (asked.area.empty() || is_held_in(asked.area, child.areas, now)) && !is_held_in(asked.not_area, child.areas, now) &&
                  (asked.team.empty() || is_held_in(asked.team, child.teams, now));
    bool answered = std::ranges::all_of(asked.item, [&](const Values& one) { return now.entry && is_value(*now.entry, one); }) &&
                    std::ranges::all_of(asked.detail, [&](const Values& one) { return is_detail(one, now); });
    if (!lasted || !aged || !placed || !answered)
        return false;
    auto there = [&](const std::string& type) { return is_in_record(type, now); };
    return (asked.has.empty() || any_of(asked.has, there)) && !any_of(asked.has_not, there) &&
           (!asked.count || is_often(*asked.count, now)) && (!asked.total || is_long(*asked.total, now));
}

bool holds(const Conditions& conditions, const AtMoment& now) {
    return conditions.empty() || std::ranges::any_of(conditions, [&](const Condition& one) { return holds(one, now); });
}

} // namespace lifestory::policy
