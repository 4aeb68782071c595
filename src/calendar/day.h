// Days and how we write them. A Day is a date of the calendar in London; an Instant a moment in UTC.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lifestory::calendar {

using Day = std::chrono::sys_days;
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

Result<Day> parse_day(std::string_view text);                      // "2026-12-23"; years 1800 to 2300
Result<Day> day_of(int year, unsigned month, unsigned day);        // refuses 31 June
std::string iso(Day day);                                          // "2026-12-23"
std::string in_words(Day day);                                     // "23 December 2026"
std::string with_weekday(Day day);                                 // "Wednesday 23 December 2026"
std::string weekday(Day day);                                      // "Wednesday"
int year_of(Day day);
int age_on(Day born, Day on);                                      // whole years; a leap-day birthday falls on 1 March
Day add_months(Day day, int months);                               // same day number, or the month's last day

std::string utc(Instant instant);                                  // "2026-12-23T10:40:00.000Z"
Result<Instant> parse_utc(std::string_view text);                  // the same spelling only

} // namespace lifestory::calendar
