#include "casework/placement.h"

#include <algorithm>

#include "base/text.h"
#include "casework/episode.h"
#include "casework/family.h"
#include "record/homes.h"

namespace lifestory::casework {

namespace {

constexpr std::string_view address_item = "address", carers_item = "lives-with", kind_item = "placement-kind";

// "Jo Hill, foster carer"; where nobody said who: "Foster home".
std::string name_of(const record::Form& form) {
    if (auto who = trim(form.text(carers_item)); !who.empty())
        return who;
    auto kind = join(form.chosen(kind_item), ", ");
    if (!kind.empty() && kind.front() >= 'a' && kind.front() <= 'z')
        kind.front() = static_cast<char>(kind.front() - 'a' + 'A');
    return kind.empty() ? "Home away from home" : kind;
}

record::Household home_for(const record::Child& child, const record::Episode& episode, const PlacedAt& at, const std::string& said_by) {
    record::Household home{record::home_of_placement_id(episode.episode), name_of(episode.form), at.address, {*child.person}, episode.started, episode.ended, at.not_for, said_by};
    for (const auto& one : at.with)
        if (one != *child.person)
            home.members.push_back(one);
    return home;
}

// At the boxes of the interval's own form; what that refused already is not refused twice.
Refusals as_of_interval(Refusals of_home, const Refusals& of_interval) {
    for (auto& one : of_home) {
        one.field = one.field == "since" ? "started" : one.field == "until" ? "ended" : one.field == "members" ? "with" : one.field;
    }
    std::erase_if(of_home, [&](const Refusal& one) {
        return std::any_of(of_interval.begin(), of_interval.end(), [&](const Refusal& other) { return other.field == one.field; });
    });
    return of_home;
}

void write_home(const Act& act, const record::Family& family, const record::Household& home, Writing& writing) {
    const bool is_there = std::any_of(family.households.begin(), family.households.end(), [&](const auto& one) { return one.now().household == home.household; });
    writing.push_back(written(act, family.record, home, static_cast<unsigned>(writing.size())));
    if (is_there) // said again: decided on what was said before
        writing.back().expected_place = family.length;
}

bool is_unchanged(const record::Child& child, const record::Episode& episode) {
    return std::any_of(child.episodes.begin(), child.episodes.end(), [&](const auto& one) { return one.now() == episode; });
}

} // namespace

const record::History<record::Household>* home_of_placement(const record::Family& family, const std::string& episode) {
    const auto found = std::find_if(family.households.begin(), family.households.end(), [&](const auto& one) { return one.now().household == record::home_of_placement_id(episode); });
    return found == family.households.end() ? nullptr : &*found;
}

PlacedAt placed_at(const record::Family& family, const record::Child& child, const record::Episode& episode) {
    const auto* history = home_of_placement(family, episode.episode);
    if (!history)
        return {episode.form.text(address_item), {}, {}};
    const auto& home = history->now();
    PlacedAt at{home.address, home.members, home.not_for};
    std::erase_if(at.with, [&](const auto& one) { return one == child.person; });
    return at;
}

std::string take_address(record::Form& form) {
    auto address = trim(form.text(address_item));
    std::erase_if(form.answers, [](const auto& answer) { return answer.item == address_item; });
    return address;
}

Result<Writing> with_home(const Act& act, const record::Child& child, const record::Family& family, const record::Episode& episode, const PlacedAt& at,
                          const std::string& said_by, Result<Writing> said_of_interval) {
    if (!child.person || !child.family)
        return said_of_interval;
    auto home = home_for(child, episode, at, said_by);
    const auto* before = home_of_placement(family, episode.episode);
    auto as_before = home;
    if (before)
        as_before.said_by = before->now().said_by;
    const bool home_changes = !before || before->now() != as_before;
    if (!said_of_interval && is_unchanged(child, episode) && home_changes)
        said_of_interval = Writing{}; // its home alone is said anew
    const auto checked = set_household(act, family, home);
    auto refusals = said_of_interval ? Refusals() : said_of_interval.refusals();
    for (auto& one : checked ? Refusals() : as_of_interval(checked.refusals(), refusals))
        refusals.push_back(std::move(one));
    if (!refusals.empty())
        return refusals;
    if (home_changes)
        write_home(act, family, home, *said_of_interval);
    return said_of_interval;
}

Result<Writing> end_with_home(const Act& act, const record::Child& child, const record::Family& family, const std::string& episode, Day ended) {
    auto writing = end_episode(act, child, episode, ended);
    const auto* history = writing ? home_of_placement(family, episode) : nullptr;
    if (!history)
        return writing;
    auto home = history->now();
    home.until = ended;
    write_home(act, family, home, *writing);
    return writing;
}

WhereItIs where_on(const record::Child& child, const record::Family& family, Day day) {
    WhereItIs where;
    where.home = child.person ? family.household_of(*child.person, day) : nullptr;
    for (const auto& episode : child.episodes) {
        const auto& now = episode.now();
        if (now.form.record_type != placement_type)
            continue;
        const bool is_this_home = where.home && where.home->household == record::home_of_placement_id(now.episode);
        const bool stands_alone = episode.holds_on(day) && !home_of_placement(family, now.episode) && (!where.home || where.home->since <= now.started);
        if (stands_alone)
            where.home = nullptr;
        if (is_this_home || stands_alone) {
            where.placement = &episode;
            where.cared_for_by = trim(now.form.text(carers_item));
            where.name = stands_alone ? name_of(now.form) : where.home->name;
            where.address = stands_alone ? trim(now.form.text(address_item)) : where.home->address;
            return where;
        }
    }
    if (where.home) {
        where.name = where.home->name;
        where.address = where.home->address;
    }
    return where;
}

} // namespace lifestory::casework
