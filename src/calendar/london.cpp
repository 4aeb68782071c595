#include "calendar/london.h"

#include <array>

#include <fmt/format.h>

namespace lifestory::calendar {

namespace {

using namespace std::chrono;

// Sundays on which the clocks changed, both at 01:00 UTC since 1981 (before, at 02:00 UTC).
sys_days spring(int y) {
    if (y >= 1981)
        return sys_days(year(y) / March / Sunday[last]);
    return sys_days(year(y) / March / Sunday[3]);
}

// Until 1995 the Sunday after the fourth Saturday in October (22 to 28, and the day after).
sys_days autumn(int y) {
    if (y >= 1996)
        return sys_days(year(y) / October / Sunday[last]);
    return sys_days(year(y) / October / Saturday[4]) + days(1);
}

hours changing_hour(int y) { return y >= 1981 ? hours(1) : hours(2); }

struct Summer {
    Instant from{}, to{};
};

Summer summer_of(int y) { return {Instant(spring(y)) + changing_hour(y), Instant(autumn(y)) + changing_hour(y)}; }

// Asked for every moment of every record: the years of living people are reckoned once.
constexpr int first_known_year = 1900, known_years = 300;

std::array<Summer, known_years> reckon_summers() {
    std::array<Summer, known_years> all;
    for (int y = 0; y < known_years; ++y)
        all[static_cast<std::size_t>(y)] = summer_of(first_known_year + y);
    return all;
}

} // namespace

bool is_summer_time(Instant instant) {
    static const auto known = reckon_summers();
    int y = year_of(floor<days>(instant));
    auto place = static_cast<std::size_t>(y - first_known_year);
    auto summer = place < known.size() ? known[place] : summer_of(y);
    return instant >= summer.from && instant < summer.to;
}

WallTime london(Instant instant) {
    auto summer = is_summer_time(instant);
    auto shown = instant + hours(summer ? 1 : 0);
    auto day = floor<days>(shown);
    bool second = !summer && is_summer_time(instant - hours(1));
    return {day, floor<minutes>(shown - day), second};
}

Day london_day(Instant instant) { return london(instant).day; }

Instant instant_of(const WallTime& wall) {
    Instant as_winter = Instant(wall.day) + wall.since_midnight;
    Instant as_summer = as_winter - hours(1);
    if (wall.second_time && !is_summer_time(as_winter))
        return as_winter;
    return is_summer_time(as_summer) ? as_summer : as_winter;
}

Instant start_of(Day day) { return instant_of({day, minutes(0), false}); }
Instant end_of(Day day) { return start_of(day + days(1)); }

std::string clock_time(Instant instant) {
    auto wall = london(instant);
    return fmt::format("{:02}:{:02}", wall.since_midnight.count() / 60, wall.since_midnight.count() % 60);
}

std::string in_words(Instant instant) { return clock_time(instant) + " on " + in_words(london_day(instant)); }

std::string written(const WallTime& wall) {
    return fmt::format("{}T{:02}:{:02}{}", iso(wall.day), wall.since_midnight.count() / 60,
                       wall.since_midnight.count() % 60, wall.second_time ? "+00:00" : "");
}

Result<std::chrono::minutes> parse_clock_time(std::string_view text) {
    auto colon = text.find(':');
    auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    bool shaped = (colon == 1 || colon == 2) && text.size() == colon + 3 && is_digit(text[0]) &&
                  is_digit(text[colon - 1]) && is_digit(text[colon + 1]) && is_digit(text[colon + 2]);
    if (!shaped)
        return refuse("not-a-time", "Expected a time written like 16:30.");
    int hour = colon == 1 ? text[0] - '0' : (text[0] - '0') * 10 + (text[1] - '0');
    int minute = (text[colon + 1] - '0') * 10 + (text[colon + 2] - '0');
    if (hour > 23 || minute > 59)
        return refuse("not-a-time", "Expected a time between 0:00 and 23:59.");
    return hours(hour) + minutes(minute);
}

Result<WallTime> parse_wall(std::string_view text) {
    WallTime wall;
    if (text.size() == 22 && text.ends_with("+00:00")) {
        wall.second_time = true;
        text.remove_suffix(6);
    }
    if (text.size() != 16 || text[10] != 'T')
        return refuse("not-a-time", "Expected a day and time in London written like 2026-12-23T10:00.");
    wall.day = TRY(parse_day(text.substr(0, 10)));
    wall.since_midnight = TRY(parse_clock_time(text.substr(11)));
    if (wall.second_time && !london(instant_of(wall)).second_time)
        return refuse("not-a-time", "+00:00 marks the second time an October night shows this hour; this is not one.");
    return wall;
}

} // namespace lifestory::calendar
