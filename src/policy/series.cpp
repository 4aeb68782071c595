// Frequencies: a series of turns, each due an interval after the last that counted, while a condition holds.
#include <algorithm>
#include <set>
#include <unordered_set>

#include <fmt/format.h>

#include "calendar/london.h"
#include "policy/conditions.h"
#include "policy/hung.h"
#include "policy/owed.h"

namespace lifestory::policy {

namespace {

using std::chrono::days;

struct Interval {
    Day from{};
    std::optional<Day> to; // the first day on which it no longer holds
};

// The days on which the answer to a condition may change: statuses, birthdays, areas; and the days of all entries.
struct TurningDays {
    std::set<Day> of_statuses, of_entries;
};

TurningDays turning_days(const Judging& judging, Day today) {
    TurningDays all;
    const auto& child = judging.life.child();
    auto add = [&](Day day) {
        if (day <= today)
            all.of_statuses.insert(day);
    };
    auto add_spells = [&](const std::vector<Spell>& spells) {
        for (const auto& spell : spells) {
            add(spell.from);
            if (spell.to)
                add(*spell.to);
        }
    };
    add_spells(judging.life.statuses());
    add_spells(child.areas);
    add_spells(child.teams);
    for (const auto& happening : child.happenings)
        for (const auto& moment : happening.moments)
            if (Day day = calendar::london_day(moment.at); day <= today)
                all.of_entries.insert(day);
    if (!all.of_entries.empty())
        add(*all.of_entries.begin());
    if (child.born)
        for (int age = 0; age <= 25; ++age)
            add(calendar::add_months(*child.born, 12 * age));
    return all;
}

// `lasted` and counts within a time change on days of their own: a condition that asks for one is asked every week.
bool asks_for_time(const Conditions& conditions) {
    return std::ranges::any_of(conditions, [](const Condition& one) { return !one.lasted.empty() || one.count || one.total; });
}

bool asks_for_entries(const Conditions& conditions) {
    return std::ranges::any_of(conditions, [](const Condition& one) { return !one.has.empty() || !one.has_not.empty(); });
}

std::vector<Interval> intervals(const Judging& judging, const Conditions& asked, const TurningDays& turning, Day today) {
    std::vector<Interval> all;
    auto ask = turning.of_statuses;
    if (asks_for_entries(asked) || asks_for_time(asked))
        ask.insert(turning.of_entries.begin(), turning.of_entries.end());
    if (asks_for_time(asked) && !ask.empty())
        for (Day day = *ask.begin(); day <= today; day += days(7))
            ask.insert(day);
    for (Day day : ask) {
        bool now = holds(asked, AtMoment{&judging.life, day, nullptr});
        bool before = !all.empty() && !all.back().to;
        if (now && !before)
            all.push_back({day, std::nullopt});
        else if (!now && before)
            all.back().to = day;
    }
    return all;
}

bool is_within(const Occurrence& occurrence, const Interval& interval) {
    return occurrence.day >= interval.from && (!interval.to || occurrence.day < *interval.to);
}

bool meets_any(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    return std::ranges::any_of(left, [&](const auto& one) { return std::ranges::find(right, one) != right.end(); });
}

bool never_counts(const Judging& judging, const Frequency& rule, const Occurrence& occurrence) {
    return occurrence.entry && std::ranges::any_of(rule.never, [&](const Trigger& never) {
        return never.thing == Thing::Record && judging.pack().is_like(occurrence.entry->record_type, never.id);
    });
}

// What counts in the series, in order, each entry once.
std::vector<Occurrence> counted(const Judging& judging, const Frequency& rule, Day today) {
    std::vector<Occurrence> all;
    std::unordered_set<const Happening*> seen;
    for (auto& occurrence : judging.life.of(rule.what)) {
        bool by = rule.done_by.empty() || (occurrence.entry && meets_any(rule.done_by, occurrence.entry->by));
        bool counts = occurrence.day <= today && by && !never_counts(judging, rule, occurrence) &&
                      holds(rule.counts_when, AtMoment{&judging.life, occurrence.day, occurrence.entry});
        if (counts && (!occurrence.entry || seen.insert(occurrence.entry).second))
            all.push_back(std::move(occurrence));
    }
    return all;
}

struct Series {
    Interval while_holds;
    Occurrence start;
    const Trigger* trigger = nullptr;
    const Happening* for_entry = nullptr; // of `for_each`
};

Occurrence day_itself(const Judging& judging, Day day) {
    Occurrence start{calendar::start_of(day), day, Known::ToTheDay, nullptr, {}, "", 0};
    for (const auto& spell : judging.life.statuses())
        if (spell.from == day)
            start.id = spell.entry; // so that the turn has an entry to be known by
    return start;
}

// Where the clock of a series starts: the trigger within the interval, else, when it came before, the interval's day.
std::optional<Series> series_in(const Judging& judging, const Frequency& rule, const Interval& interval) {
    if (rule.starts.empty())
        return Series{interval, day_itself(judging, interval.from), nullptr, nullptr};
    bool came_before = false;
    for (const auto& start : judging.life.of(rule.starts)) {
        if (is_within(start, interval))
            return Series{interval, start, &rule.starts.front(), nullptr};
        came_before = came_before || start.day < interval.from;
    }
    return came_before ? std::optional(Series{interval, day_itself(judging, interval.from), &rule.starts.front(), nullptr}) : std::nullopt;
}

std::vector<Series> series_for_each(const Judging& judging, const Frequency& rule) {
    std::vector<Series> all;
    for (const Happening* entry : judging.life.like(rule.for_each)) {
        Interval interval{Day::min(), std::nullopt};
        for (const auto& moment : entry->moments)
            if (moment.name == "ended")
                interval.to = calendar::london_day(moment.at);
        for (const auto& trigger : rule.starts)
            for (const auto& start : judging.life.of(trigger))
                if (start.entry == entry) {
                    interval.from = start.day;
                    all.push_back({interval, start, &trigger, entry});
                }
    }
    return all;
}

std::optional<calendar::Count> count_of_turn(const Judging& judging, const Frequency& rule, std::size_t done, Day day) {
    if (done < rule.first.size())
        return judging.pack().count(rule.first[done], day);
    return rule.every ? judging.pack().count(*rule.every, day) : std::nullopt;
}

// The series ended while the turn was open.
const Occurrence* ended(const Judging& judging, const Series& series, const std::vector<Occurrence>& stops, Occurrence& room) {
    for (const auto& stop : stops)
        if (comes_before(series.start, stop)) {
            room = stop;
            return &room;
        }
    if (!series.while_holds.to || *series.while_holds.to > calendar::london_day(judging.now))
        return nullptr;
    room = Occurrence{calendar::start_of(*series.while_holds.to), *series.while_holds.to, Known::ToTheDay, nullptr, {}, "", 0};
    return &room;
}

bool counts_in(const Judging& judging, const Series& series, const Occurrence& occurrence) {
    if (!is_within(occurrence, series.while_holds) || occurrence.day < series.start.day)
        return false;
    if (!series.for_entry || !occurrence.entry)
        return true;
    const RecordType* type = judging.pack().record_type(occurrence.entry->record_type);
    return !type || type->belongs_to.empty() || occurrence.entry->belongs_to == series.for_entry->id;
}

void owe_turns(std::vector<Obligation>& all, const Judging& judging, const Frequency& first, const Series& series,
               const std::vector<Occurrence>& events, const std::vector<Occurrence>& stops) {
    Occurrence room;
    const Occurrence* end = ended(judging, series, stops, room);
    Occurrence last = series.start;
    auto next = events.begin();
    for (std::size_t done = 0;; ++done) {
        while (next != events.end() && !counts_in(judging, series, *next))
            ++next;
        const Occurrence* met = next == events.end() || (end && next->day > end->day) ? nullptr : &*next;
        const Frequency* rule = in_force_on(first, last.day);
        auto count = rule ? count_of_turn(judging, *rule, done, last.day) : std::nullopt;
        if (rule && judging.is_judged_by_book(last.entry)) {
            auto owed = begun(judging, *rule, last, done == 0 ? series.trigger : nullptr, static_cast<int>(done) + 1);
            if (count && calendar::is_length_of_time(*count))
                set_due(owed, judging, *count, last, calendar::Direction::After, due_options(*rule));
            if (rule->agreed_in)
                take_agreed(owed, judging, *rule->agreed_in, last, due_options(*rule));
            set_state(owed, judging, met, end);
            if (owed.due)
                all.push_back(std::move(owed));
        }
        if (!met)
            return;
        last = *met;
        ++next;
    }
}

// every = "once": must be there while the condition holds; missing, never late.
void owe_once(std::vector<Obligation>& all, const Judging& judging, const Frequency& rule, const Series& series, const std::vector<Occurrence>& events) {
    auto owed = begun(judging, rule, series.start, series.trigger, 1);
    if (!events.empty()) {
        owed.state = State::Met;
        owed.met_by = events.back().id;
        owed.met_at = events.back().at;
    } else {
        owed.state = State::Missing;
        owed.note = "Must be there while this holds";
    }
    all.push_back(std::move(owed));
}

// At least one in so many of another series: counted back from the last.
void owe_share(std::vector<Obligation>& all, const Judging& judging, const Frequency& rule, const Series& series,
               const std::vector<Occurrence>& events, int every) {
    auto owed = begun(judging, rule, series.start, series.trigger, 1);
    std::unordered_set<const Happening*> counting;
    for (const auto& event : events)
        counting.insert(event.entry);
    int since = 0;
    for (const auto& one : judging.life.of(*rule.out_of)) {
        if (!is_within(one, series.while_holds) || one.day > calendar::london_day(judging.now))
            continue;
        bool counts = counting.contains(one.entry);
        since = counts ? 0 : since + 1;
        if (counts) {
            owed.met_by = one.id;
            owed.met_at = one.at;
        }
    }
    owed.state = since >= every ? State::Missing : since == 0 && owed.met_by ? State::Met : State::Upcoming;
    owed.note = since == 0 ? "The last one counted" : fmt::format("Not in the last {}; at least one in {}", since, every);
    all.push_back(std::move(owed));
}

void owe_series(std::vector<Obligation>& all, const Judging& judging, const Frequency& rule, const Series& series,
                const std::vector<Occurrence>& events, Day today) {
    auto every = rule.every ? judging.pack().count(*rule.every, today) : std::nullopt;
    bool holds_now = !series.while_holds.to || today < *series.while_holds.to;
    bool once = every && every->unit == calendar::Unit::Once;
    if (once || (rule.out_of && every && every->unit == calendar::Unit::Times)) {
        if (!holds_now || !judging.in_force)
            return;
        once ? owe_once(all, judging, rule, series, events) : owe_share(all, judging, rule, series, events, every->number);
    } else {
        owe_turns(all, judging, rule, series, events, judging.life.of(rule.stops));
    }
}

} // namespace

std::vector<Obligation> owed_in_series(const Judging& judging) {
    std::vector<Obligation> all;
    auto today = calendar::london_day(judging.now);
    auto turning = turning_days(judging, today);
    for (const Frequency* rule : judging.book.hung().frequencies) {
        std::vector<Series> series;
        if (!rule->for_each.empty())
            series = series_for_each(judging, *rule);
        else
            for (const auto& interval : intervals(judging, rule->while_, turning, today))
                if (auto one = series_in(judging, *rule, interval))
                    series.push_back(std::move(*one));
        if (series.empty())
            continue;
        auto events = counted(judging, *rule, today);
        for (const auto& one : series)
            owe_series(all, judging, *rule, one, events, today);
    }
    return all;
}

} // namespace lifestory::policy
