// When something is due, and the table and sentence that show how it was counted (pages 6.19). What starts the count
// and what it is a count of are the policy room's.
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
    EventDay event_day = EventDay::NotCounted;
    IfClosed if_closed = IfClosed::Stays;
    std::optional<std::chrono::minutes> at; // the hour of the due day, since midnight in London
};

// One line of the table: a day (or several that stand together), and what became of it.
struct Step {
    enum class What { Event, Counted, Weekend, Holiday, NotInTerm, Due };
    Day day{};
    What what = What::Counted;
    int number = 0;   // which day of the count, of Counted and Due
    std::string name; // the holiday's
    bool operator==(const Step&) const = default;
};

struct DueDate {
    Day day{};
    std::optional<Instant> minute; // when it is due at a minute of that day
    std::vector<Step> steps;       // day by day for days, working days and school days; else the event and the day
    std::string explanation;       // one sentence
    bool operator==(const DueDate&) const = default;

    Instant instant() const;     // the minute, or the end of the day
    std::string written() const; // "2027-01-04", or "2026-12-24T10:00"
};

// Refuses Times and Once, and school or working hours in a calendar that has none ("no-terms", "no-hours").
Result<DueDate> due(const Count& count, Instant event, Direction direction, const Calendar& calendar,
                    const DueOptions& options = {});

std::string describe(const Step& step); // "day 1", "Christmas Day, not a working day", "weekend"

// How far `now` is past what was due: "2 working days", "1 hour"; zero days when not past.
int working_days_late(const DueDate& due, Instant now, const Calendar& calendar);

} // namespace lifestory::calendar
