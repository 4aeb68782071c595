// The clock on the wall in London: UTC, or one hour more in summer. Times are kept in UTC and counted here.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "calendar/day.h"

namespace lifestory::calendar {

// A time as the clock in London shows it. `second_time` marks the second 01:30 of an October night.
struct WallTime {
    Day day{};
    std::chrono::minutes since_midnight{};
    bool second_time = false;
    bool operator==(const WallTime&) const = default;
};

bool is_summer_time(Instant instant); // The Summer Time Act 1972 and its orders; from 1972 on
WallTime london(Instant instant);
Day london_day(Instant instant);
Instant instant_of(const WallTime& wall); // a time that the spring clock skips is taken as an hour later
Instant start_of(Day day);                // midnight in London
Instant end_of(Day day);                  // the next midnight

std::string clock_time(Instant instant);                       // "10:42"
std::string in_words(Instant instant);                         // "10:42 on 23 December 2026"
std::string written(const WallTime& wall);                     // "2026-12-23T10:00", "2026-10-25T01:30+00:00"
Result<WallTime> parse_wall(std::string_view text);            // the same spellings
Result<std::chrono::minutes> parse_clock_time(std::string_view text); // "9:05", "16:30"

} // namespace lifestory::calendar
