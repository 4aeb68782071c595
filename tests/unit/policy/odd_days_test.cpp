// Days that are rare or cannot be: a leap day, before birth, still to come, at the hour the clocks change. Counted right, or refused
// before they reach a record (casework).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calendar/london.h"
#include "policy/obligation.h"
#include "unit/policy/small_pack.h"

using namespace lifestory;
using namespace lifestory::policy;
using namespace lifestory::policy::testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

Day day(std::string_view text) { return calendar::parse_day(text).value(); }
Instant at(std::string_view wall) { return calendar::instant_of(calendar::parse_wall(wall).value()); }

Happening& add(Timeline& life, const std::string& type, const std::string& moment, std::string_view when) {
    Happening happening;
    happening.id.bytes[15] = static_cast<std::uint8_t>(life.happenings.size() + 1);
    happening.record_type = type;
    const bool to_the_minute = when.find('T') != std::string_view::npos;
    happening.moments.push_back({moment, to_the_minute ? at(when) : calendar::start_of(day(when)), to_the_minute ? Known::ToTheMinute : Known::ToTheDay, ""});
    life.happenings.push_back(happening);
    return life.happenings.back();
}

std::vector<std::string> owed(const std::string& rules, const Timeline& life, std::string_view now) {
    auto pack = ours(rules).value();
    RuleBook book(pack);
    RuleBooks books;
    books.in_force = &book;
    std::vector<std::string> all;
    for (const auto& one : obligations_of(books, life, at(now)))
        all.push_back((one.due ? one.due->written() : one.note) + " " + in_words(one.state));
    return all;
}

std::string letter(const std::string& rest) { return "[timescale.x]\nwhat = \"conference-report.recorded\"\nowes = \"author\"\n" + rest; }

} // namespace

TEST(OddDays, a_birthday_of_a_leap_day_child_is_the_first_of_march_in_other_years) {
    Timeline life;
    life.born = day("2012-02-29");
    EXPECT_THAT(owed(letter("limit = \"1 week\"\nafter = \"birthday.17\"\n"), life, "2029-03-01T10:00"), ElementsAre("2029-03-08 due"));
    EXPECT_THAT(owed(letter("limit = \"1 week\"\nafter = \"birthday.16\"\n"), life, "2028-03-01T10:00"), ElementsAre("2028-03-07 due"));
}

TEST(OddDays, a_year_after_a_leap_day_is_the_28th) {
    Timeline life;
    add(life, "conference", "held", "2028-02-29");
    EXPECT_THAT(owed(letter("limit = \"1 year\"\nafter = \"conference.held\"\n"), life, "2028-03-01T10:00"), ElementsAre("2029-02-28 due"));
}

TEST(OddDays, a_child_whose_birth_is_not_known_has_no_birthdays) {
    EXPECT_THAT(owed(letter("limit = \"1 week\"\nafter = \"birthday.16\"\n"), {}, "2028-03-01T10:00"), IsEmpty());
}

TEST(OddDays, what_happens_before_the_birth_counts_and_the_child_is_under_one) {
    Timeline life;
    life.born = day("2027-03-10");
    add(life, "conference", "held", "2027-01-11");
    EXPECT_THAT(owed(letter("limit = \"5 working days\"\nafter = \"conference.held\"\nwhen = { age = \"under 1\" }\n"), life, "2027-01-12T10:00"),
                ElementsAre("2027-01-18 due"));
    EXPECT_THAT(owed(letter("limit = \"5 working days\"\nafter = \"conference.held\"\nwhen = { age = \"1 or over\" }\n"), life, "2027-01-12T10:00"), IsEmpty());
}

TEST(OddDays, what_is_still_to_come_meets_nothing_and_what_is_planned_is_due_before_it) {
    Timeline life;
    const auto conference = add(life, "conference", "planned", "2027-02-10").id;
    add(life, "conference-report", "recorded", "2027-02-01").belongs_to = conference;
    const auto before = letter("limit = \"3 working days\"\nbefore = \"conference.planned\"\n");
    EXPECT_THAT(owed(before, life, "2027-01-20T10:00"), ElementsAre("2027-02-05 due")) << "nobody can have written it yet";
    EXPECT_THAT(owed(before, life, "2027-02-02T10:00"), ElementsAre("2027-02-05 met"));
}

TEST(OddDays, hours_from_the_second_time_that_a_night_shows_half_past_one_are_counted_from_it) {
    Timeline life;
    add(life, "conference", "held", "2026-10-25T01:30+00:00");
    EXPECT_THAT(owed(letter("limit = \"24 hours\"\nafter = \"conference.held\"\n"), life, "2026-10-25T09:00"), ElementsAre("2026-10-26T01:30 due"));
    Timeline first;
    add(first, "conference", "held", "2026-10-25T01:30");
    EXPECT_THAT(owed(letter("limit = \"24 hours\"\nafter = \"conference.held\"\n"), first, "2026-10-25T09:00"), ElementsAre("2026-10-26T00:30 due"));
}

TEST(OddDays, nothing_more_is_owed_for_a_child_who_has_died) {
    Timeline life;
    life.died = day("2027-01-12");
    add(life, "conference", "held", "2027-01-11");
    EXPECT_THAT(owed(letter("limit = \"5 working days\"\nafter = \"conference.held\"\n"), life, "2027-02-20T10:00"), ElementsAre("2027-01-18 no longer needed"));
}
