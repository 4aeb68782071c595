#include "calendar/day.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace lifestory::calendar {

namespace {

constexpr std::array<std::string_view, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                                  "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

std::chrono::year_month_day date(Day day) { return std::chrono::year_month_day(day); }

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return text.empty() ? std::nullopt : std::optional(value);
}

} // namespace

Result<Day> day_of(int year, unsigned month, unsigned day) {
    std::chrono::year_month_day ymd{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (year < 1800 || year > 2300 || !ymd.ok())
        return refuse("not-a-day", "That is not a day of the calendar. Give a day, a month and a year, like 23 12 2026.");
    return Day(ymd);
}

Result<Day> parse_day(std::string_view text) {
    bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-';
    auto year = shaped ? digits(text.substr(0, 4)) : std::nullopt;
    auto month = shaped ? digits(text.substr(5, 2)) : std::nullopt;
    auto day = shaped ? digits(text.substr(8, 2)) : std::nullopt;
    if (!year || !month || !day)
        return refuse("not-a-day", "Expected a day written like 2026-12-23.");
    return day_of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string iso(Day day) {
    auto d = date(day);
    return fmt::format("{:04}-{:02}-{:02}", int(d.year()), unsigned(d.month()), unsigned(d.day()));
}

std::string in_words(Day day) {
    auto d = date(day);
    return fmt::format("{} {} {}", unsigned(d.day()), months[unsigned(d.month()) - 1], int(d.year()));
}

std::string weekday(Day day) { return std::string(weekdays[std::chrono::weekday(day).c_encoding()]); }

std::string with_weekday(Day day) { return weekday(day) + " " + in_words(day); }

int year_of(Day day) { return int(date(day).year()); }

int age_on(Day born, Day on) {
    auto b = date(born), o = date(on);
    int years = int(o.year()) - int(b.year());
    bool before_birthday = std::pair(unsigned(o.month()), unsigned(o.day())) < std::pair(unsigned(b.month()), unsigned(b.day()));
    return years - (before_birthday ? 1 : 0);
}

Day add_months(Day day, int count) {
    auto d = date(day);
    auto month = d.year() / d.month() + std::chrono::months(count);
    std::chrono::year_month_day same = month / d.day();
    return same.ok() ? Day(same) : Day(month / std::chrono::last);
}

std::string utc(Instant instant) {
    auto day = std::chrono::floor<std::chrono::days>(instant);
    std::chrono::hh_mm_ss time(instant - day);
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", iso(day), time.hours().count(), time.minutes().count(),
                       time.seconds().count(), time.subseconds().count());
}

Result<Instant> parse_utc(std::string_view text) {
    bool shaped = text.size() == 24 && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == '.' &&
                  text[23] == 'Z';
    auto hours = shaped ? digits(text.substr(11, 2)) : std::nullopt;
    auto minutes = shaped ? digits(text.substr(14, 2)) : std::nullopt;
    auto seconds = shaped ? digits(text.substr(17, 2)) : std::nullopt;
    auto thousandths = shaped ? digits(text.substr(20, 3)) : std::nullopt;
    if (!hours || !minutes || !seconds || !thousandths || *hours > 23 || *minutes > 59 || *seconds > 59)
        return refuse("not-an-instant", "Expected a time in UTC written like 2026-12-23T10:40:00.000Z.");
    auto day = TRY(parse_day(text.substr(0, 10)));
    return Instant(day) + std::chrono::hours(*hours) + std::chrono::minutes(*minutes) + std::chrono::seconds(*seconds) +
           std::chrono::milliseconds(*thousandths);
}

} // namespace lifestory::calendar
