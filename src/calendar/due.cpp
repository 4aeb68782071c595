// The counting itself; the table and sentence that show it are in explain.cpp.
#include "calendar/due.h"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "calendar/london.h"

namespace lifestory::calendar {

namespace {

using std::chrono::days;
using std::chrono::minutes;

bool counts(Unit unit, Day day, const Calendar& calendar) {
    if (unit == Unit::WorkingDays)
        return calendar.is_working_day(day);
    return unit == Unit::SchoolDays ? calendar.is_school_day(day) : true;
}

// Is there still a term to count in?
bool runs_out(Day day, Direction direction, const Calendar& calendar) {
    auto beyond = [&](const Term& term) { return direction == Direction::After ? day > term.to : day < term.from; };
    return std::ranges::all_of(calendar.terms(), beyond);
}

Result<DueDate> counted_in_days(const Counting& counting, const Calendar& calendar) {
    auto unit = counting.count.unit;
    Day day = london_day(counting.event);
    auto step = counting.direction == Direction::After ? days(1) : days(-1);
    int left = counting.count.number;
    if (counting.options.event_day == EventDay::IsDayOne && counts(unit, day, calendar))
        --left;
    while (left > 0) {
        day += step;
        if (unit == Unit::SchoolDays && runs_out(day, counting.direction, calendar))
            return refuse("no-terms", "The calendar holds no school terms for these days: add them to the pack's calendar.");
        left -= counts(unit, day, calendar) ? 1 : 0;
    }
    return DueDate{day, std::nullopt};
}

DueDate counted_in_months(const Counting& counting) {
    int sign = counting.direction == Direction::After ? 1 : -1;
    Day event = london_day(counting.event);
    Day day = event;
    if (counting.count.unit == Unit::Weeks)
        day += sign * days(7 * counting.count.number);
    else
        day = add_months(day, sign * counting.count.number * (counting.count.unit == Unit::Years ? 12 : 1));
    if (counting.options.event_day == EventDay::IsDayOne)
        day -= sign * days(1);
    return {day, std::nullopt};
}

DueDate at_minute(Instant minute) { return {london_day(minute), minute}; }

DueDate counted_in_hours(const Counting& counting) {
    auto length = std::chrono::hours(counting.count.number);
    return at_minute(counting.direction == Direction::After ? counting.event + length : counting.event - length);
}

// The part of a day in which working hours pass; empty on a day that is none.
std::pair<Instant, Instant> open_hours(Day day, const Calendar& calendar) {
    if (!calendar.is_working_day(day))
        return {start_of(day), start_of(day)};
    return {instant_of({day, calendar.hours()->from, false}), instant_of({day, calendar.hours()->to, false})};
}

Result<DueDate> counted_in_working_hours(const Counting& counting, const Calendar& calendar) {
    if (!calendar.hours())
        return refuse("no-hours", "The calendar has no working hours: add 'hours' to the pack's calendar.");
    bool after = counting.direction == Direction::After;
    auto left = std::chrono::milliseconds(std::chrono::hours(counting.count.number));
    for (Day day = london_day(counting.event);; day += after ? days(1) : days(-1)) {
        auto [from, to] = open_hours(day, calendar);
        auto begin = after ? std::max(from, counting.event) : from;
        auto end = after ? to : std::min(to, counting.event);
        if (begin >= end)
            continue;
        if (end - begin >= left)
            return at_minute(after ? begin + left : end - left);
        left -= end - begin;
    }
}

// Within one school term: by the last day of the next term that begins after the event; before, by its first day.
Result<DueDate> counted_in_terms(const Counting& counting, const Calendar& calendar) {
    Day event = london_day(counting.event);
    std::vector<Day> ends;
    for (const auto& term : calendar.terms()) {
        if (counting.direction == Direction::After && term.from > event)
            ends.push_back(term.to);
        if (counting.direction == Direction::Before && term.to < event)
            ends.push_back(term.from);
    }
    std::ranges::sort(ends);
    if (counting.direction == Direction::Before)
        std::ranges::reverse(ends);
    auto place = static_cast<std::size_t>(counting.count.number - 1);
    if (place >= ends.size())
        return refuse("no-terms", "The calendar holds no school terms for these days: add them to the pack's calendar.");
    return DueDate{ends[place], std::nullopt};
}

Result<DueDate> counted(const Counting& counting, const Calendar& calendar) {
    switch (counting.count.unit) {
    case Unit::Hours: return counted_in_hours(counting);
    case Unit::WorkingHours: return counted_in_working_hours(counting, calendar);
    case Unit::Days:
    case Unit::WorkingDays:
    case Unit::SchoolDays: return counted_in_days(counting, calendar);
    case Unit::Weeks:
    case Unit::Months:
    case Unit::Years: return counted_in_months(counting);
    case Unit::SchoolTerms: return counted_in_terms(counting, calendar);
    case Unit::SameDay: return DueDate{london_day(counting.event), std::nullopt};
    case Unit::Times:
    case Unit::Once: break;
    }
    return refuse("not-a-length", "This counts times, not time: it has no due date.");
}

} // namespace

Instant DueDate::instant() const { return minute ? *minute : end_of(day); }

std::string DueDate::written() const { return minute ? calendar::written(london(*minute)) : iso(day); }

std::string DueDate::in_words() const {
    return minute ? fmt::format("{}, {}", with_weekday(day), clock_time(*minute)) : with_weekday(day);
}

DueDate due_on(Day day) { return {day, std::nullopt}; }

Result<DueDate> due_date(const Counting& counting, const Calendar& calendar) {
    auto due = TRY(counted(counting, calendar));
    if (counting.options.if_closed == IfClosed::NextWorkingDay && !due.minute)
        while (!calendar.is_working_day(due.day))
            due.day += days(1);
    if (counting.options.at && !due.minute)
        due.minute = instant_of({due.day, *counting.options.at, false});
    return due;
}

int working_days_late(const DueDate& due, Instant then, const Calendar& calendar) {
    return calendar.working_days_in(due.day, london_day(then));
}

std::string late_by(const DueDate& due, Instant then, const Calendar& calendar) {
    if (then < due.instant() || (!due.minute && london_day(then) <= due.day))
        return "";
    auto spell = [](int number, std::string_view unit) { return fmt::format("{} {}{}", number, unit, number == 1 ? "" : "s"); };
    if (int working = working_days_late(due, then, calendar); working > 0)
        return spell(working, "working day");
    if (auto past = static_cast<int>((london_day(then) - due.day).count()); past > 0)
        return spell(past, "day");
    auto hours = static_cast<int>(std::chrono::floor<std::chrono::hours>(then - due.instant()).count());
    return hours > 0 ? spell(hours, "hour") : "less than an hour";
}

} // namespace lifestory::calendar
