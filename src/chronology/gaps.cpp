#include "chronology/gaps.h"

#include <algorithm>
#include <set>

#include "calendar/due.h"
#include "calendar/london.h"
#include "record/brought_in.h"

namespace lifestory::chronology {

namespace {

using std::chrono::days;

struct Stretch {
    Day from{}, to{}; // both of them in it
};

// The days on which there was work with the child: as the involvements have it, else since the record was opened. None before
// it was opened: what went before, nobody here could have seen.
std::vector<Stretch> at_work(const record::Child& child, Day today) {
    const auto opened = calendar::london_day(child.opened_at);
    std::vector<Stretch> all;
    for (const auto& episode : child.episodes)
        if (const auto& now = episode.now(); now.form.record_type == "involvement")
            all.push_back({now.started, now.ended ? std::min(*now.ended, today) : today});
    return all.empty() ? std::vector<Stretch>{{opened, today}} : all;
}

bool was_seen(const record::StoryEntry& story) {
    const auto seen = story.form() ? story.form()->seen() : std::nullopt;
    return seen && *seen != record::Seen::NotSeen && !story.withdrawn();
}

std::set<Day> days_with_something(const record::Child& child, const std::vector<Row>& told) {
    std::set<Day> all;
    for (const auto& row : told)
        for (const auto& source : row.sources)
            all.insert(source.day);
    for (const auto& story : child.story)
        if (was_seen(story))
            all.insert(story.day());
    return all;
}

// Another system's notes say in their words alone whether the child was seen.
std::size_t brought_in_between(const record::Child& child, Day from, Day to) {
    return static_cast<std::size_t>(std::ranges::count_if(child.story, [&](const record::StoryEntry& story) {
        return story.record_type() == record::brought_in_note && !story.withdrawn() && from <= story.day() && story.day() <= to;
    }));
}

} // namespace

std::vector<Gap> gaps_in(const record::Child& child, const std::vector<Row>& told, const policy::Pack& pack, Day today) {
    const auto limit = calendar::parse_count(pack.setting("chronology-gap", today));
    if (!limit)
        return {};
    const auto longest = [&](Day from) {
        const auto due = calendar::due_date({*limit, calendar::start_of(from), calendar::Direction::After, {}}, pack.calendar_named(""));
        return due ? due->day : Day::max();
    };
    const auto known = days_with_something(child, told);
    std::vector<Gap> gaps;
    const auto add = [&](Day from, Day to) { gaps.push_back({from, to, brought_in_between(child, from, to)}); };
    for (const auto& work : at_work(child, today)) {
        auto before = work.from;
        for (auto next = known.upper_bound(work.from); next != known.end() && *next <= work.to; before = *next++)
            if (*next > longest(before))
                add(before + days(1), *next - days(1));
        if (work.to > longest(before))
            add(before + days(1), work.to);
    }
    std::sort(gaps.begin(), gaps.end(), [](const Gap& left, const Gap& right) { return std::pair(left.from, left.to) < std::pair(right.from, right.to); });
    gaps.erase(std::unique(gaps.begin(), gaps.end()), gaps.end()); // of two involvements at once
    return gaps;
}

} // namespace lifestory::chronology
