#include "calendar/count.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "base/text.h"

namespace lifestory::calendar {

namespace {

struct Spelling {
    Unit unit;
    std::string_view one, many;
};

constexpr std::array<Spelling, 10> spellings{{{Unit::Hours, "hour", "hours"},
                                              {Unit::WorkingHours, "working hour", "working hours"},
                                              {Unit::Days, "day", "days"},
                                              {Unit::WorkingDays, "working day", "working days"},
                                              {Unit::SchoolDays, "school day", "school days"},
                                              {Unit::Weeks, "week", "weeks"},
                                              {Unit::Months, "month", "months"},
                                              {Unit::Years, "year", "years"},
                                              {Unit::SchoolTerms, "school term", "school terms"},
                                              {Unit::Times, "time", "times"}}};

Refusal not_a_count(std::string_view text) {
    std::string near = nearest(text.substr(std::min(text.size(), text.find(' ') + 1)), units());
    return refuse("not-a-count",
                  fmt::format("'{}' is not a count{}; expected a number from 1 up and one of: {}; or 'same day', 'once'", text,
                              near.empty() ? "" : fmt::format(" (did you mean '{}'?)", near), join(units(), ", ")));
}

} // namespace

Result<Count> parse_count(std::string_view text) {
    if (text == "same day")
        return Count{1, Unit::SameDay};
    if (text == "once")
        return Count{1, Unit::Once};
    int number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    if (error != std::errc() || number < 1 || number > 100000 || !rest.starts_with(' '))
        return not_a_count(text);
    for (const auto& spelling : spellings)
        if (rest.substr(1) == spelling.one || rest.substr(1) == spelling.many)
            return Count{number, spelling.unit};
    return not_a_count(text);
}

std::string in_words(const Count& count) {
    if (count.unit == Unit::SameDay)
        return "same day";
    for (const auto& spelling : spellings)
        if (spelling.unit == count.unit)
            return fmt::format("{} {}", count.number, count.number == 1 ? spelling.one : spelling.many);
    return "once";
}

std::vector<std::string> units() {
    std::vector<std::string> names;
    for (const auto& spelling : spellings)
        names.emplace_back(spelling.many);
    return names;
}

bool is_length_of_time(const Count& count) { return count.unit != Unit::Times && count.unit != Unit::Once; }
bool is_minutes(const Count& count) { return count.unit == Unit::Hours || count.unit == Unit::WorkingHours; }

} // namespace lifestory::calendar
