// A length of time as a policy words it: "5 working days", "24 hours", "same day". How it is counted is in due.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lifestory::calendar {

enum class Unit { Hours, WorkingHours, Days, WorkingDays, SchoolDays, Weeks, Months, Years, SchoolTerms, SameDay, Times, Once };

struct Count {
    int number = 1; // 1 with SameDay and Once
    Unit unit = Unit::Days;
    bool operator==(const Count&) const = default;
};

// Reads "5 working days", "1 week", "same day", "3 times", "once"; refuses a number below 1 and any other unit.
Result<Count> parse_count(std::string_view text);
std::string in_words(const Count& count);        // the same spelling: "1 working day", "2 weeks"
std::vector<std::string> units();                // the spellings that parse_count takes, for errors
bool is_length_of_time(const Count& count);      // all but Times and Once
bool is_minutes(const Count& count);             // hours and working hours: due at a minute

} // namespace lifestory::calendar
