// How a due date was counted, for people: the table of days and the sentence. The counting itself is in due.cpp.
#include <fmt/format.h>

#include "base/text.h"
#include "calendar/due.h"
#include "calendar/london.h"

namespace lifestory::calendar {

namespace {

using std::chrono::days;
using What = Step::What;

bool is_counted_in_days(Unit unit) { return unit == Unit::Days || unit == Unit::WorkingDays || unit == Unit::SchoolDays; }

Step day_step(Day day, Unit unit, int& number, const Calendar& calendar) {
    if (unit == Unit::Days)
        return {day, What::Counted, ++number, ""};
    if (auto why = calendar.why_not_working(day))
        return *why == NotWorking::Weekend ? Step{day, What::Weekend, 0, ""} : Step{day, What::Holiday, 0, calendar.holiday_name(day)};
    if (unit == Unit::SchoolDays && !calendar.is_school_day(day))
        return {day, What::OutOfTerm, 0, ""};
    return {day, What::Counted, ++number, ""};
}

// The days after the last that was counted, when a closed due day moves to the next working day.
Step moved_step(Day day, const Calendar& calendar) {
    int unused = 0;
    auto step = day_step(day, Unit::WorkingDays, unused, calendar);
    return step.what == What::Counted ? Step{day, What::NotCounted, 0, ""} : step;
}

std::vector<Step> day_by_day(const Counting& counting, Day due, const Calendar& calendar) {
    Day event = london_day(counting.event);
    auto step = counting.direction == Direction::After ? days(1) : days(-1);
    int number = 0;
    std::vector<Step> steps{{event, What::Event, 0, ""}};
    if (counting.options.event_day == EventDay::IsDayOne) {
        auto first = day_step(event, counting.count.unit, number, calendar);
        steps[0].number = first.number;
    }
    bool forward = counting.direction == Direction::After || due > event;
    auto way = forward ? days(1) : step;
    for (Day day = event + way; due != event; day += way) {
        steps.push_back(number < counting.count.number ? day_step(day, counting.count.unit, number, calendar) : moved_step(day, calendar));
        if (day == due)
            break;
    }
    steps.back().what = due == event ? What::Event : What::Due;
    return steps;
}

std::vector<Step> table(const Counting& counting, const DueDate& due, const Calendar& calendar) {
    if (is_counted_in_days(counting.count.unit))
        return day_by_day(counting, due.day, calendar);
    Day event = london_day(counting.event);
    std::vector<Step> steps{{event, What::Event, 0, ""}};
    if (due.day != event)
        steps.push_back({due.day, What::Due, 0, ""});
    return steps;
}

std::string skipped(const std::vector<Step>& steps) {
    std::size_t holidays = 0, weekends = 0, out_of_term = 0;
    for (const auto& step : steps) {
        holidays += step.what == What::Holiday ? 1 : 0;
        weekends += step.what == What::Weekend ? 1 : 0;
        out_of_term += step.what == What::OutOfTerm ? 1 : 0;
    }
    std::vector<std::string> parts;
    if (holidays > 0)
        parts.push_back(plural(holidays, "bank holiday", "bank holidays"));
    if (weekends > 0)
        parts.push_back(plural(weekends, "weekend day", "weekend days"));
    if (out_of_term > 0)
        parts.push_back(plural(out_of_term, "day out of term", "days out of term"));
    if (parts.empty())
        return "";
    std::string last = parts.back();
    parts.pop_back();
    return "; " + (parts.empty() ? last : join(parts, ", ") + " and " + last) + " skipped";
}

std::string beginning(const Counting& counting) {
    std::string_view how = counting.direction == Direction::After ? "Counted from" : "Counted back from";
    if (is_minutes(counting.count))
        return fmt::format("{} {} on {}, {}", how, clock_time(counting.event), with_weekday(london_day(counting.event)),
                           in_words(counting.count));
    return fmt::format("{} {}{}, {}", how, with_weekday(london_day(counting.event)),
                       counting.options.event_day == EventDay::IsDayOne ? ", that day being day 1" : "",
                       counting.count.unit == Unit::SameDay ? "the same day" : in_words(counting.count));
}

std::string ending(const Counting& counting, const DueDate& due, const Calendar& calendar) {
    auto unmoved = counting;
    unmoved.options.if_closed = IfClosed::Stays;
    unmoved.options.at = std::nullopt;
    auto first = due_date(unmoved, calendar);
    std::string moved = first && first->day != due.day
                            ? fmt::format("; {} is not a working day, so the next one", with_weekday(first->day))
                            : "";
    if (due.minute)
        return fmt::format("{}; due {} on {}", moved, clock_time(*due.minute), with_weekday(due.day));
    return fmt::format("{}; due {}", moved, with_weekday(due.day));
}

} // namespace

std::string describe(const Step& step) {
    switch (step.what) {
    case What::Event: return step.number > 0 ? "the day it is counted from, day 1" : "not counted";
    case What::Counted: return fmt::format("day {}", step.number);
    case What::NotCounted: return "not counted";
    case What::Weekend: return "weekend";
    case What::Holiday: return step.name + ", not a working day";
    case What::OutOfTerm: return "not in a school term";
    case What::Due: return step.number > 0 ? fmt::format("day {}, due", step.number) : "due";
    }
    return "";
}

Explanation explain(const Counting& counting, const Calendar& calendar) {
    auto due = due_date(counting, calendar);
    if (!due)
        return {{}, due.refusal().message};
    Explanation told{table(counting, *due, calendar), ""};
    told.sentence = beginning(counting) + skipped(told.steps) + ending(counting, *due, calendar);
    return told;
}

} // namespace lifestory::calendar
