// Weeks, months, years and hours over fifty years, both directions, against what a person with a wall calendar would say.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "calendar/due.h"
#include "calendar/london.h"

using namespace lifestory::calendar;
using std::chrono::days;
using std::chrono::hours;

namespace {

const Day first = parse_day("1990-01-01").value(), last = parse_day("2041-01-01").value();

Day due(Count count, Day event, Direction direction) {
    return due_date({count, start_of(event) + hours(10), direction, {}}, Calendar()).value().day;
}

std::chrono::year_month_day parts(Day day) { return std::chrono::year_month_day(day); }

// As a person counts: so many pages of the wall calendar on, the same number, or the page's last.
Day by_pages(Day day, int months) {
    auto page = parts(day).year() / parts(day).month();
    for (int turned = 0; turned < std::abs(months); ++turned)
        page += std::chrono::months(months > 0 ? 1 : -1);
    auto end = std::chrono::year_month_day(page / std::chrono::last);
    return parts(day).day() > end.day() ? Day(end) : Day(page / parts(day).day());
}

} // namespace

TEST(Months, of_every_day_of_fifty_years_keep_the_day_s_number_or_take_the_month_s_last) {
    for (Day event = first; event < last; event += days(1))
        for (int months : {1, 2, 3, 6, 12}) {
            ASSERT_EQ(due({months, Unit::Months}, event, Direction::After), by_pages(event, months)) << iso(event) << " and " << months;
            ASSERT_EQ(due({months, Unit::Months}, event, Direction::Before), by_pages(event, -months)) << iso(event) << " less " << months;
        }
}

TEST(Weeks, of_every_day_of_fifty_years_fall_on_the_same_weekday) {
    for (Day event = first; event < last; event += days(1))
        for (int weeks : {1, 2, 6, 12})
            for (auto direction : {Direction::After, Direction::Before}) {
                auto day = due({weeks, Unit::Weeks}, event, direction);
                ASSERT_EQ(weekday(day), weekday(event));
                ASSERT_EQ((day - event).count(), (direction == Direction::After ? 7 : -7) * weeks);
            }
}

TEST(Years, from_a_leap_day_end_on_28_february_or_on_the_next_leap_day) {
    for (int year = 1992; year <= 2040; year += 4) {
        auto leap = day_of(year, 2, 29).value();
        EXPECT_EQ(due({1, Unit::Years}, leap, Direction::After), day_of(year + 1, 2, 28).value());
        EXPECT_EQ(due({4, Unit::Years}, leap, Direction::After), day_of(year + 4, 2, 29).value());
        EXPECT_EQ(due({1, Unit::Years}, leap, Direction::Before), day_of(year - 1, 2, 28).value());
    }
}

TEST(Hours, run_across_every_change_of_the_clock_of_fifty_years) {
    int shorter = 0, longer = 0;
    for (Day day = first; day < last; day += days(1)) {
        auto length = std::chrono::duration_cast<hours>(end_of(day) - start_of(day)).count();
        shorter += length == 23 ? 1 : 0;
        longer += length == 25 ? 1 : 0;
        if (length == 24)
            continue;
        auto noon_before = instant_of({day - days(1), hours(12), false});
        auto minute = due_date({{24, Unit::Hours}, noon_before, Direction::After, {}}, Calendar()).value();
        EXPECT_EQ(clock_time(*minute.minute), length == 23 ? "13:00" : "11:00") << iso(day);
        auto noon_after = instant_of({day, hours(12), false});
        auto before = due_date({{24, Unit::Hours}, noon_after, Direction::Before, {}}, Calendar()).value();
        EXPECT_EQ(clock_time(*before.minute), length == 23 ? "11:00" : "13:00") << iso(day);
    }
    EXPECT_EQ(shorter, 51);
    EXPECT_EQ(longer, 51);
}

RC_GTEST_PROP(Days, counted_after_and_before_are_each_other_s_opposite, (int offset, int size)) {
    Day event = first + days(std::abs(offset % (50 * 365)));
    Count count{1 + std::abs(size % 400), Unit::Days};
    RC_ASSERT(due(count, due(count, event, Direction::After), Direction::Before) == event);
    RC_ASSERT((due(count, event, Direction::After) - event).count() == count.number);
}

RC_GTEST_PROP(Due, never_comes_earlier_when_the_event_comes_later, (int offset, int size)) {
    Day event = first + days(std::abs(offset % (50 * 365)));
    for (auto unit : {Unit::Days, Unit::WorkingDays, Unit::Weeks, Unit::Months, Unit::Years}) {
        Count count{1 + std::abs(size % 24), unit};
        for (auto direction : {Direction::After, Direction::Before})
            RC_ASSERT(due(count, event, direction) <= due(count, event + days(1), direction));
    }
}

TEST(FixedDates, that_are_no_days_are_refused_with_a_sentence) {
    for (auto wrong : {"2027-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "1799-12-31", "23-12-2026", ""})
        EXPECT_FALSE(parse_day(wrong)) << wrong;
    EXPECT_TRUE(parse_day("2028-02-29"));
    EXPECT_NE(parse_day("2027-02-29").refusal().message.find("Give a day, a month and a year"), std::string::npos);
    EXPECT_FALSE(parse_wall("2026-12-23T24:00"));
    EXPECT_FALSE(parse_wall("2026-12-23T01:30+00:00")); // shows that hour only once
    EXPECT_TRUE(parse_wall("2026-10-25T01:30+00:00"));
}
