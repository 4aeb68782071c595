// The bank holidays of the national pack: against the rules of the 1971 Act and each year's changes, against the public list, and what a
// holiday declared at short notice does.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "base/json.h"
#include "calendar/due.h"
#include "calendar/london.h"
#include "policy/pack.h"

using namespace lifestory;
using namespace lifestory::calendar;
using std::chrono::days;

namespace {

const Calendar& england() {
    static const auto pack = policy::load(std::filesystem::path(SOURCE_FOLDER) / "packs/national");
    return pack.value().calendar_named("");
}

Day on(int year, unsigned month, unsigned day) { return day_of(year, month, day).value(); }
Day monday_of(Day day) { // the first Monday on or after it
    while (std::chrono::weekday(day) != std::chrono::Monday)
        day += days(1);
    return day;
}

// Easter Sunday, by the anonymous Gregorian reckoning.
Day easter(int y) {
    int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
    return on(y, static_cast<unsigned>((h + l - 7 * m + 114) / 31), static_cast<unsigned>((h + l - 7 * m + 114) % 31 + 1));
}

std::set<Day> by_rule(int y) {
    std::set<Day> all{easter(y) - days(2), easter(y) + days(1), monday_of(on(y, 5, 1)), monday_of(on(y, 5, 25)), monday_of(on(y, 8, 25))};
    auto substitute = [&](Day day) {
        while (std::chrono::weekday(day) == std::chrono::Saturday || std::chrono::weekday(day) == std::chrono::Sunday || all.contains(day))
            day += days(1);
        all.insert(day);
    };
    substitute(on(y, 1, 1));
    bool boxing_day_first = std::chrono::weekday(on(y, 12, 25)) == std::chrono::Sunday; // then the 26th is Boxing Day itself, and the 27th stands for the 25th
    substitute(boxing_day_first ? on(y, 12, 26) : on(y, 12, 25));
    substitute(boxing_day_first ? on(y, 12, 25) : on(y, 12, 26));
    return all;
}

struct Change {
    std::set<std::string> gone, come;
};

const std::map<int, Change>& changes() {
    static const std::map<int, Change> all{
        {1995, {{"1995-05-01"}, {"1995-05-08"}}},
        {1999, {{}, {"1999-12-31"}}},
        {2002, {{"2002-05-27"}, {"2002-06-03", "2002-06-04"}}},
        {2011, {{}, {"2011-04-29"}}},
        {2012, {{"2012-05-28"}, {"2012-06-04", "2012-06-05"}}},
        {2020, {{"2020-05-04"}, {"2020-05-08"}}},
        {2022, {{"2022-05-30"}, {"2022-06-02", "2022-06-03", "2022-09-19"}}},
        {2023, {{}, {"2023-05-08"}}},
    };
    return all;
}

std::set<Day> of_year(int y) {
    auto all = by_rule(y);
    if (auto change = changes().find(y); change != changes().end()) {
        for (const auto& day : change->second.gone)
            all.erase(parse_day(day).value());
        for (const auto& day : change->second.come)
            all.insert(parse_day(day).value());
    }
    return all;
}

std::filesystem::path samples() {
    const char* given = std::getenv("LIFESTORY_SHARED");
    return std::filesystem::path(given ? given : SOURCE_FOLDER "/../shared") / "reference/samples/bank-holidays";
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Every "2026-12-25" of a text.
std::set<Day> days_in(const std::string& text) {
    std::set<Day> all;
    for (std::size_t at = 0; at + 10 <= text.size(); ++at)
        if (text[at + 4] == '-' && text[at + 7] == '-')
            if (auto day = parse_day(std::string_view(text).substr(at, 10)))
                all.insert(*day);
    return all;
}

} // namespace

TEST(BankHolidays, of_fifty_one_years_are_those_of_the_act_and_of_each_year_s_proclamation) {
    std::set<Day> expected;
    for (int y = 1990; y <= 2040; ++y)
        expected.merge(of_year(y));
    std::set<Day> kept;
    for (const auto& holiday : england().holidays())
        kept.insert(holiday.day);
    for (auto day : expected)
        EXPECT_TRUE(kept.contains(day)) << iso(day) << " is missing";
    for (auto day : kept)
        EXPECT_TRUE(expected.contains(day)) << iso(day) << " is too many";
    EXPECT_EQ(kept.size(), 415u);
}

TEST(BankHolidays, are_those_of_the_public_list_from_2019_to_2028) {
    auto file = samples() / "govuk-bank-holidays-2019-2028.json";
    if (!std::filesystem::exists(file))
        GTEST_SKIP() << "skipped: no ../shared";
    auto parsed = parse_json(text_of(file));
    ASSERT_TRUE(parsed);
    std::set<Day> listed;
    for (const auto& [year, holidays] : parsed->as_object().at("divisions").as_object().at("common.nations.england-and-wales_slug").as_object())
        for (const auto& holiday : holidays.is_array() ? holidays.as_array() : JsonArray()) { // beside the years stands their title
            auto written = text_in(holiday.as_object(), "date"); // 25/12/2026
            listed.insert(parse_day(written.substr(6) + "-" + written.substr(3, 2) + "-" + written.substr(0, 2)).value());
        }
    std::set<Day> kept;
    for (const auto& holiday : england().holidays())
        if (year_of(holiday.day) >= 2019 && year_of(holiday.day) <= 2028)
            kept.insert(holiday.day);
    EXPECT_EQ(listed, kept);
}

TEST(BankHolidays, on_weekdays_are_those_of_the_other_public_list_for_every_year) {
    auto file = samples() / "holidays-GB_ENG.json";
    if (!std::filesystem::exists(file))
        GTEST_SKIP() << "skipped: no ../shared";
    auto listed = days_in(text_of(file));
    ASSERT_FALSE(listed.empty());
    for (Day day = on(1990, 1, 1); day < on(2041, 1, 1); day += days(1)) {
        bool weekend = std::chrono::weekday(day) == std::chrono::Saturday || std::chrono::weekday(day) == std::chrono::Sunday;
        EXPECT_EQ(england().is_working_day(day), !weekend && !listed.contains(day)) << iso(day);
    }
}

TEST(BankHolidays, declared_at_short_notice_are_no_working_days_from_then_on) {
    auto before = england();
    const Day extra = on(2027, 9, 20);
    ASSERT_TRUE(before.is_working_day(extra));
    auto after = with(before, {{extra, "A day of mourning"}});
    Counting what{{3, Unit::WorkingDays}, instant_of({on(2027, 9, 17), std::chrono::hours(10), false}), Direction::After, {}};
    EXPECT_EQ(due_date(what, before).value().written(), "2027-09-22");
    EXPECT_EQ(due_date(what, after).value().written(), "2027-09-23");
    EXPECT_NE(explain(what, after).sentence.find("1 bank holiday"), std::string::npos);
}
