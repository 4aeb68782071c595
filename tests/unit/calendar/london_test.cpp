#include <gtest/gtest.h>

#include "calendar/london.h"

using namespace lifestory::calendar;

TEST(London, is_an_hour_ahead_in_summer) {
    EXPECT_EQ(clock_time(parse_utc("2026-07-01T12:00:00.000Z").value()), "13:00");
    EXPECT_EQ(clock_time(parse_utc("2026-12-23T10:40:00.000Z").value()), "10:40");
}

TEST(London, tells_the_second_half_past_one_of_an_october_night_from_the_first) {
    auto first = parse_wall("2026-10-25T01:30").value();
    auto second = parse_wall("2026-10-25T01:30+00:00").value();
    EXPECT_EQ(instant_of(second) - instant_of(first), std::chrono::hours(1));
    EXPECT_EQ(written(london(instant_of(first))), "2026-10-25T01:30");
    EXPECT_EQ(written(london(instant_of(second))), "2026-10-25T01:30+00:00");
    EXPECT_FALSE(parse_wall("2026-10-26T01:30+00:00"));
}

TEST(London, has_days_of_23_and_25_hours) {
    auto spring = parse_day("2026-03-29").value(), autumn = parse_day("2026-10-25").value();
    EXPECT_EQ(end_of(spring) - start_of(spring), std::chrono::hours(23));
    EXPECT_EQ(end_of(autumn) - start_of(autumn), std::chrono::hours(25));
}

TEST(Day, is_said_in_words_and_read_strictly) {
    auto day = parse_day("2026-12-23").value();
    EXPECT_EQ(with_weekday(day), "Wednesday 23 December 2026");
    EXPECT_FALSE(parse_day("2026-02-29"));
    EXPECT_FALSE(parse_day("23/12/2026"));
    EXPECT_EQ(iso(add_months(parse_day("2026-08-31").value(), 6)), "2027-02-28");
    EXPECT_EQ(age_on(parse_day("2016-02-29").value(), parse_day("2027-02-28").value()), 10);
    EXPECT_EQ(age_on(parse_day("2016-02-29").value(), parse_day("2027-03-01").value()), 11);
}
