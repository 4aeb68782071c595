// When something is due (design: "How time is counted"), and the table and sentence that show how it was counted
// (pages 6.19). What starts the count and what it is a count of are the policy room's.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "calendar/count.h"
#include "calendar/working_days.h"

namespace lifestory::calendar {

enum class Direction { After, Before };
enum class IfClosed { Stays, NextWorkingDay };
enum class EventDay { NotCounted, IsDayOne };

struct DueOptions {
    EventDay event_day = EventDay::NotCounted; // IsDayOne: day 1, where it is a day that the count counts
    IfClosed if_closed = IfClosed::Stays;
    std::optional<std::chrono::minutes> at;    // the hour of the due day, since midnight in London
    bool operator==(const DueOptions&) const = default;
};

// What is counted from where: all that a due date follows from, but for the calendar.
struct Counting {
    Count count;
    Instant event{};
    Direction direction = Direction::After;
    DueOptions options;
    bool operator==(const Counting&) const = default;
};

struct DueDate {
    Day day{};
    std::optional<Instant> minute; // when it is due at a minute of that day
    bool operator==(const DueDate&) const = default;

    Instant instant() const;       // the minute, or the end of the day: late from then on
    std::string written() const;   // "2027-01-04", or "2026-12-24T10:00"
    std::string in_words() const;  // "Monday 4 January 2027", or with ", 10:00"
};

// Refuses Times and Once ("not-a-length"), and school or working hours in a calendar that has none ("no-terms", "no-hours").
Result<DueDate> due_date(const Counting& counting, const Calendar& calendar);
DueDate due_on(Day day); // a fixed or agreed day

// One line of the table: a day, and what became of it.
struct Step {
    enum class What { Event, Counted, NotCounted, Weekend, Holiday, OutOfTerm, Due };
    Day day{};
    What what = What::Counted;
    int number = 0;   // which day of the count, of Counted and Due; 0: not counted in days
    std::string name; // the holiday's
    bool operator==(const Step&) const = default;
};

struct Explanation {
    std::vector<Step> steps; // day by day for days, working days and school days; else the event's day and the due day
    std::string sentence;    // "Counted from Tuesday 23 December 2025, 15 working days; ...; due Friday 16 January 2026"
    bool operator==(const Explanation&) const = default;
};

Explanation explain(const Counting& counting, const Calendar& calendar); // of what due_date does not refuse
std::string describe(const Step& step); // "day 1", "Christmas Day, not a working day", "weekend"

// How far `then` is past what was due: "2 working days", "1 day" over a weekend, "5 hours"; empty: not past.
std::string late_by(const DueDate& due, Instant then, const Calendar& calendar);
int working_days_late(const DueDate& due, Instant then, const Calendar& calendar);

} // namespace lifestory::calendar
