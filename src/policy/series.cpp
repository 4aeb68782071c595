// Frequencies: a series of turns, each due an interval after the last that counted, while a condition holds.
#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "calendar/london.h"
#include "policy/conditions.h"
#include "policy/hung.h"
#include "policy/intervals.h"
#include "policy/owed.h"

namespace lifestory::policy {

namespace {

bool is_within(const Occurrence& occurrence, const Interval& interval) {
    return occurrence.day >= interval.from && (!interval.to || occurrence.day < *interval.to);
}

bool meets_any(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    return std::ranges::any_of(left, [&](const auto& one) { return std::ranges::find(right, one) != right.end(); });
}

bool never_counts(const Judging& judging, const Frequency& rule, const Occurrence& occurrence) {
    const RecordType* type = occurrence.entry && !rule.never.empty() ? judging.life.type_of(*occurrence.entry) : nullptr;
    return type && std::ranges::any_of(rule.never, [&](const Trigger& never) { return never.thing == Thing::Record && type->is_like(never.id); });
}

// What counts in the series, in order, each entry once.
std::vector<Occurrence> counted(const Judging& judging, const Frequency& rule, Day today) {
    std::vector<Occurrence> all;
    std::unordered_set<const Happening*> seen;
    for (const auto& occurrence : judging.life.of(rule.what)) {
        bool by = rule.done_by.empty() || (occurrence.entry && meets_any(rule.done_by, occurrence.entry->by));
        bool counts = occurrence.day <= today && by && !never_counts(judging, rule, occurrence) &&
                      holds(rule.counts_when, AtMoment{&judging.life, occurrence.day, occurrence.entry});
        if (counts && (!occurrence.entry || seen.insert(occurrence.entry).second))
            all.push_back(occurrence);
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
    Occurrence start{calendar::start_of(day), day, Known::ToTheDay, nullptr, {}, {}, 0};
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
std::optional<Occurrence> ended(const Judging& judging, const Series& series, const std::vector<Occurrence>& stops) {
    for (const auto& stop : stops)
        if (comes_before(series.start, stop))
            return stop;
    if (!series.while_holds.to || *series.while_holds.to > calendar::london_day(judging.now))
        return std::nullopt;
    return Occurrence{calendar::start_of(*series.while_holds.to), *series.while_holds.to, Known::ToTheDay, nullptr, {}, {}, 0};
}

bool counts_in(const Judging& judging, const Series& series, const Occurrence& occurrence) {
    if (!is_within(occurrence, series.while_holds) || occurrence.day < series.start.day)
        return false;
    if (!series.for_entry || !occurrence.entry)
        return true;
    const RecordType* type = judging.life.type_of(*occurrence.entry);
    return !type || type->belongs_to.empty() || occurrence.entry->belongs_to == series.for_entry->id;
}

// One turn, from what counted last; `ending` says how it went.
void owe_turn(std::vector<Found>& all, const Judging& judging, const Frequency& rule, const Series& series, const Occurrence& last,
              std::size_t done, const Ending& ending) {
    if (!judging.is_asked(last))
        return;
    if (last.entry ? !judging.is_judged_by_book(*last.entry) : !judging.is_in_force(ending.closed_at))
        return;
    auto from = judging.life.as_known(last, ending.closed_at);
    auto owed = begun(judging, rule, from, done == 0 ? series.trigger : nullptr, static_cast<int>(done) + 1);
    owed.closed_at = ending.closed_at;
    auto count = count_of_turn(judging, rule, done, from.day);
    if (count && calendar::is_length_of_time(*count))
        set_due(owed, judging, *count, from, calendar::Direction::After, due_options(rule));
    if (rule.agreed_in)
        take_agreed_in_series(owed, judging, *rule.agreed_in, from, ending.met ? &*ending.met : nullptr, due_options(rule));
    set_state(owed, judging, ending);
    if (owed.due)
        all.push_back({std::move(owed), nullptr, &rule});
}

// Of a record that came from another system the first turn counts from the day on which it came: what was done before is not written here.
Occurrence counted_here(const Judging& judging, const Series& series) {
    const auto& came = judging.life.child().brought_in;
    if (!came || series.start.day >= *came || (series.while_holds.to && *series.while_holds.to <= *came))
        return series.start;
    auto start = series.start;
    start.at = calendar::start_of(*came);
    start.day = *came;
    start.known = Known::ToTheDay;
    start.entry = nullptr;
    return start;
}

void owe_turns(std::vector<Found>& all, const Judging& judging, const Frequency& first, const Series& series,
               const std::vector<Occurrence>& events, const std::vector<Occurrence>& stops) {
    auto end = ended(judging, series, stops);
    Occurrence last = counted_here(judging, series);
    auto next = events.begin();
    for (std::size_t done = 0;; ++done) {
        while (next != events.end() && !counts_in(judging, series, *next))
            ++next;
        bool is_met = next != events.end() && !(end && next->day > end->day);
        if (const Frequency* rule = in_force_on(first, last.day))
            owe_turn(all, judging, *rule, series, last, done, ended_by(is_met ? std::optional(*next) : std::nullopt, end, "no longer holds"));
        if (!is_met)
            return;
        last = *next;
        ++next;
    }
}

// every = "once": must be there while the condition holds; missing, never late.
void owe_once(std::vector<Found>& all, const Judging& judging, const Frequency& rule, const Series& series, const std::vector<Occurrence>& events) {
    auto owed = begun(judging, rule, series.start, series.trigger, 1);
    if (!events.empty()) {
        owed.state = State::Met;
        owed.met_by = events.back().id;
        owed.met_at = events.back().at;
    } else {
        owed.state = State::Missing;
        owed.note = "Must be there while this holds";
    }
    all.push_back({std::move(owed), nullptr, &rule});
}

// At least one in so many of another series: counted back from the last.
void owe_share(std::vector<Found>& all, const Judging& judging, const Frequency& rule, const Series& series,
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
    all.push_back({std::move(owed), nullptr, &rule});
}

void owe_series(std::vector<Found>& all, const Judging& judging, const Frequency& rule, const Series& series,
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

std::vector<Found> owed_in_series(const Judging& judging) {
    std::vector<Found> all;
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
