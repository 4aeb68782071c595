#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/json.h"
#include "base/text.h"
#include "calendar/due.h"
#include "calendar/london.h"

using namespace lifestory;
using namespace lifestory::calendar;
using std::chrono::days;

namespace {

Day day(std::string_view text) { return parse_day(text).value(); }
Instant at(std::string_view wall) { return instant_of(parse_wall(wall).value()); }

// The winter of 2025 and 2026, and of 2026 and 2027, as proclaimed.
Calendar winters() {
    return Calendar({{day("2025-12-25"), "Christmas Day"}, {day("2025-12-26"), "Boxing Day"}, {day("2026-01-01"), "New Year's Day"},
                     {day("2026-12-25"), "Christmas Day"}, {day("2026-12-28"), "Boxing Day (substitute day)"}, {day("2027-01-01"), "New Year's Day"}});
}

Counting counting(std::string_view count, std::string_view from, Direction direction = Direction::After) {
    return {parse_count(count).value(), at(from), direction, {}};
}

std::string due(const Counting& what, const Calendar& calendar = winters()) { return due_date(what, calendar).value().written(); }

std::string shared_folder() {
    if (const char* set = std::getenv("LIFESTORY_SHARED"))
        return set;
    return std::string(SOURCE_FOLDER) + "/../shared";
}

std::vector<std::vector<std::string>> rows_of(const std::string& path) {
    std::ifstream file(path);
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);)
        rows.push_back(split(line, '\t'));
    return rows;
}

// Easter Sunday by the anonymous Gregorian reckoning (Meeus, Jones, Butcher).
Day easter(int year) {
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
    int month = (h + l - 7 * m + 114) / 31, number = (h + l - 7 * m + 114) % 31 + 1;
    return day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(number)).value();
}

// Enough of fifty years for the counts to meet holidays: Good Friday, Easter Monday, Christmas and New Year.
Calendar fifty_years() {
    Calendar calendar;
    for (int year = 1994; year <= 2051; ++year) {
        calendar.close({easter(year) - days(2), "Good Friday"});
        calendar.close({easter(year) + days(1), "Easter Monday"});
        calendar.close({day_of(year, 12, 25).value(), "Christmas Day"});
        calendar.close({day_of(year, 12, 26).value(), "Boxing Day"});
        calendar.close({day_of(year, 1, 1).value(), "New Year's Day"});
    }
    return calendar;
}

// The slow way: mark every day, then look for the one with n working days from the event's day to it.
Day slow_count(Day event, int number, Direction direction, const Calendar& calendar) {
    std::vector<Day> working;
    for (int away = 1; away <= number * 3 + 30; ++away) {
        Day candidate = direction == Direction::After ? event + days(away) : event - days(away);
        auto weekday = std::chrono::weekday(candidate);
        bool closed = !calendar.holiday_name(candidate).empty();
        if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday && !closed)
            working.push_back(candidate);
    }
    return working.at(static_cast<std::size_t>(number - 1));
}

} // namespace

TEST(Due, five_working_days_over_christmas_2026_end_on_4_january) {
    auto what = counting("5 working days", "2026-12-23T10:00");
    EXPECT_EQ(due(what), "2027-01-04");
    auto told = explain(what, winters());
    EXPECT_EQ(told.sentence, "Counted from Wednesday 23 December 2026, 5 working days; 3 bank holidays and 4 weekend days skipped; due "
                             "Monday 4 January 2027");
    std::vector<std::string> counted;
    for (const auto& step : told.steps)
        if (step.what == Step::What::Counted || step.what == Step::What::Due)
            counted.push_back(iso(step.day));
    EXPECT_EQ(counted, (std::vector<std::string>{"2026-12-24", "2026-12-29", "2026-12-30", "2026-12-31", "2027-01-04"}));
}

TEST(Due, explains_itself_in_the_words_of_the_design) {
    EXPECT_EQ(explain(counting("15 working days", "2025-12-23T09:00"), winters()).sentence,
              "Counted from Tuesday 23 December 2025, 15 working days; 3 bank holidays and 6 weekend days skipped; due Friday 16 January 2026");
}

TEST(Due, shows_each_day_and_why_it_was_not_counted) {
    auto steps = explain(counting("3 working days", "2026-12-23T16:00"), winters()).steps;
    ASSERT_EQ(steps.size(), 8u);
    EXPECT_EQ(describe(steps[0]), "not counted");
    EXPECT_EQ(describe(steps[1]), "day 1");
    EXPECT_EQ(describe(steps[2]), "Christmas Day, not a working day");
    EXPECT_EQ(describe(steps[3]), "weekend");
    EXPECT_EQ(describe(steps[5]), "Boxing Day (substitute day), not a working day");
    EXPECT_EQ(steps[7].what, Step::What::Due);
    EXPECT_EQ(steps[7].number, 3);
}

TEST(Due, counts_days_weeks_months_and_years_by_the_calendar) {
    EXPECT_EQ(due(counting("45 days", "2026-11-20T10:00")), "2027-01-04");
    EXPECT_EQ(due(counting("2 weeks", "2026-12-18T10:00")), "2027-01-01");
    EXPECT_EQ(due(counting("3 months", "2026-11-30T10:00")), "2027-02-28");
    EXPECT_EQ(due(counting("75 years", "2016-02-29T00:00")), "2091-02-28");
    EXPECT_EQ(due(counting("same day", "2026-12-26T23:59")), "2026-12-26");
}

TEST(Due, counts_hours_as_they_pass_across_both_changes_of_the_clock) {
    EXPECT_EQ(due(counting("24 hours", "2026-03-28T12:00")), "2026-03-29T13:00");
    EXPECT_EQ(due(counting("24 hours", "2026-10-24T12:00")), "2026-10-25T11:00");
    EXPECT_EQ(due(counting("1 hour", "2026-10-25T01:30")), "2026-10-25T01:30+00:00");
    EXPECT_EQ(due(counting("72 hours", "2026-12-24T17:15")), "2026-12-27T17:15");
}

TEST(Due, counts_working_hours_only_while_the_office_is_open) {
    auto calendar = winters();
    calendar.set_hours({std::chrono::minutes(8 * 60 + 45), std::chrono::hours(17)});
    EXPECT_EQ(due(counting("4 working hours", "2026-12-24T15:00"), calendar), "2026-12-29T10:45");
    EXPECT_EQ(due(counting("4 working hours", "2026-12-29T10:00"), calendar), "2026-12-29T14:00");
    EXPECT_EQ(due_date(counting("4 working hours", "2026-12-29T10:00"), winters()).refusal().code, "no-hours");
}

TEST(Due, counts_school_days_and_terms_only_in_a_calendar_that_has_them) {
    auto calendar = winters();
    EXPECT_EQ(due_date(counting("1 school day", "2026-12-18T10:00"), calendar).refusal().code, "no-terms");
    calendar.set_terms({{day("2026-09-03"), day("2026-12-18")}, {day("2027-01-05"), day("2027-03-25")}});
    EXPECT_EQ(due(counting("2 school days", "2026-12-17T10:00"), calendar), "2027-01-05");
    EXPECT_EQ(due(counting("1 school term", "2026-10-12T10:00"), calendar), "2027-03-25");
    EXPECT_EQ(due_date(counting("2 school terms", "2026-10-12T10:00"), calendar).refusal().code, "no-terms");
}

TEST(Due, may_count_the_day_itself_as_day_one) {
    auto what = counting("10 working days", "2026-11-02T10:00");
    EXPECT_EQ(due(what), "2026-11-16");
    what.options.event_day = EventDay::IsDayOne;
    EXPECT_EQ(due(what), "2026-11-13");
    EXPECT_EQ(explain(what, winters()).steps.front().number, 1);
}

TEST(Due, moves_a_closed_day_to_the_next_working_day_only_when_asked) {
    auto what = counting("1 month", "2026-11-27T10:00"); // Sunday 27 December
    EXPECT_EQ(due(what), "2026-12-27");
    what.options.if_closed = IfClosed::NextWorkingDay;
    EXPECT_EQ(due(what), "2026-12-29");
    EXPECT_EQ(explain(what, winters()).sentence, "Counted from Friday 27 November 2026, 1 month; Sunday 27 December 2026 is not a "
                                                 "working day, so the next one; due Tuesday 29 December 2026");
}

TEST(Due, may_name_an_hour_of_the_day) {
    auto what = counting("1 working day", "2026-12-24T22:00");
    what.options.at = std::chrono::hours(9);
    EXPECT_EQ(due(what), "2026-12-29T09:00");
}

TEST(Due, is_late_only_after_the_end_of_the_day_and_says_by_how_much) {
    auto what = due_date(counting("3 working days", "2026-12-23T10:00"), winters()).value();
    EXPECT_EQ(late_by(what, at("2026-12-30T23:59"), winters()), "");
    EXPECT_EQ(late_by(what, at("2026-12-31T00:00"), winters()), "1 working day");
    auto friday = due_on(day("2026-12-11"));
    EXPECT_EQ(late_by(friday, at("2026-12-12T10:00"), winters()), "1 day");
    EXPECT_EQ(late_by(friday, at("2026-12-15T10:00"), winters()), "2 working days");
}

TEST(Count, is_read_strictly) {
    EXPECT_EQ(in_words(parse_count("1 working day").value()), "1 working day");
    EXPECT_EQ(parse_count("2 weeks").value(), (Count{2, Unit::Weeks}));
    for (auto wrong : {"0 days", "-1 days", "five days", "5", "5 workingdays", "5  days", "1.5 days", "", "5 fortnights"})
        EXPECT_FALSE(parse_count(wrong)) << wrong;
    EXPECT_NE(parse_count("5 workin days").refusal().message.find("did you mean 'working days'"), std::string::npos);
}

RC_GTEST_PROP(Due, working_days_agree_with_the_slow_count_over_fifty_years, (int offset, int size, bool forward)) {
    static const Calendar calendar = fifty_years();
    Day event = day("1996-01-01") + days(std::abs(offset % (50 * 365)));
    int number = 1 + std::abs(size % 60);
    auto direction = forward ? Direction::After : Direction::Before;
    Counting what{{number, Unit::WorkingDays}, start_of(event) + std::chrono::hours(10), direction, {}};
    RC_ASSERT(due_date(what, calendar).value().day == slow_count(event, number, direction, calendar));
}

TEST(Due, working_days_agree_with_the_slow_count_for_every_day_of_fifty_years) {
    auto calendar = fifty_years();
    for (Day event = day("1996-01-01"); event < day("2046-01-01"); event += days(1))
        for (auto direction : {Direction::After, Direction::Before}) {
            Counting what{{10, Unit::WorkingDays}, start_of(event), direction, {}};
            ASSERT_EQ(due_date(what, calendar).value().day, slow_count(event, 10, direction, calendar)) << iso(event);
        }
}

RC_GTEST_PROP(WorkingDays, in_a_span_are_those_counted_one_by_one, (int offset, int size)) {
    static const Calendar calendar = [] {
        auto all = with(fifty_years(), {{day("2022-09-19"), "Extra"}, {day("2022-09-18"), "A Sunday"}, {day("2020-12-25"), "Known"}});
        all.open(day("2020-12-26"));
        all.open(day("2021-01-01"));
        return all;
    }();
    Day from = day("1996-01-01") + days(std::abs(offset % (50 * 365)));
    Day to = from + days(std::abs(size % 900));
    int counted = 0;
    for (Day one = from + days(1); one <= to; one += days(1))
        counted += calendar.is_working_day(one) ? 1 : 0;
    RC_ASSERT(calendar.working_days_in(from, to) == counted);
}

TEST(WorkingDays, in_a_span_agree_for_every_month_around_a_declared_holiday) {
    auto calendar = with(fifty_years(), {{day("2022-09-19"), "Extra"}});
    for (Day from = day("2022-08-25"); from < day("2022-10-01"); from += days(1))
        for (Day to = from; to < day("2022-10-05"); to += days(1)) {
            int counted = 0;
            for (Day one = from + days(1); one <= to; one += days(1))
                counted += calendar.is_working_day(one) ? 1 : 0;
            ASSERT_EQ(calendar.working_days_in(from, to), counted) << iso(from) << " " << iso(to);
        }
}

RC_GTEST_PROP(Due, hours_after_and_before_are_each_others_opposite, (int offset, int size)) {
    Instant event = start_of(day("2000-01-01")) + std::chrono::minutes(std::abs(offset % (40 * 365 * 1440)));
    Count count{1 + std::abs(size % 200), Unit::Hours};
    auto there = due_date({count, event, Direction::After, {}}, Calendar()).value();
    RC_ASSERT(*there.minute - event == std::chrono::hours(count.number));
    RC_ASSERT(*due_date({count, *there.minute, Direction::Before, {}}, Calendar()).value().minute == event);
}

TEST(BankHolidays, of_the_reference_give_the_dates_worked_in_its_notes) {
    auto folder = shared_folder() + "/reference";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "skipped: no ../shared";
    Calendar calendar;
    for (const auto& row : rows_of(folder + "/bank-holidays-england-and-wales.tsv"))
        if (auto date = parse_day(row[0]))
            calendar.close({*date, row[2]});
    ASSERT_EQ(calendar.holidays().size(), 415u);
    EXPECT_EQ(due(counting("15 working days", "2025-09-15T10:00"), calendar), "2025-10-06");
    EXPECT_EQ(due(counting("10 working days", "2025-12-18T10:00"), calendar), "2026-01-06");
    for (auto closed : {"1995-05-08", "1999-12-31", "2002-06-03", "2002-06-04", "2011-04-29", "2012-06-04", "2012-06-05", "2020-05-08",
                        "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"})
        EXPECT_FALSE(calendar.is_working_day(day(closed))) << closed;
    for (auto open : {"2020-05-04", "2022-05-30", "2002-05-27", "2012-05-28", "2026-06-15"})
        EXPECT_TRUE(calendar.is_working_day(day(open))) << open;
}
