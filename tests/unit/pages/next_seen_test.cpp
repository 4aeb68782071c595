// "When we will next see you": words that a child of eleven can rely on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/pages/next_seen.h"

namespace lifestory::web::pages {
namespace {

using policy::State;
using testing::ElementsAre;
using testing::IsEmpty;

const calendar::Day today = *calendar::parse_day("2026-12-23");

policy::Obligation visit(const char* due, State state, const char* moment = "seen") {
    policy::Obligation owed;
    owed.due = calendar::due_on(*calendar::parse_day(due));
    owed.state = state;
    owed.what = {{policy::Thing::Record, "visit", moment, 0}};
    return owed;
}

} // namespace

TEST(NextSeen, names_the_day_and_who_comes) {
    EXPECT_THAT(next_seen_words({visit("2027-01-19", State::Upcoming), visit("2027-01-05", State::Upcoming)}, "Priya", today),
                ElementsAre("Priya comes to see you by Tuesday 5 January 2027."));
}

TEST(NextSeen, says_today_and_tomorrow) {
    EXPECT_THAT(next_seen_words({visit("2026-12-23", State::DueToday)}, "Priya", today), ElementsAre("Priya comes to see you today, Wednesday 23 December 2026."));
    EXPECT_THAT(next_seen_words({visit("2026-12-24", State::Upcoming)}, "Priya", today), ElementsAre("Priya comes to see you tomorrow, Thursday 24 December 2026."));
}

TEST(NextSeen, says_that_we_are_late_and_blames_nobody_else) {
    EXPECT_THAT(next_seen_words({visit("2026-12-09", State::Late)}, "Priya", today),
                ElementsAre("We should have come to see you by Wednesday 9 December 2026. We are late, and we are sorry.", "Priya comes as soon as they can."));
}

TEST(NextSeen, tells_a_child_who_is_to_be_seen_alone_that_they_can_talk_on_their_own) {
    EXPECT_THAT(next_seen_words({visit("2027-01-05", State::Upcoming, "seen-alone")}, "Priya", today),
                ElementsAre("Priya comes to see you by Tuesday 5 January 2027.", "You can talk with Priya on your own."));
}

TEST(NextSeen, promises_nothing_when_no_visit_is_owed_and_nobody_by_name_when_nobody_is_known) {
    EXPECT_THAT(next_seen_words({visit("2027-01-05", State::Met)}, "Priya", today), IsEmpty());
    EXPECT_THAT(next_seen_words({}, "Priya", today), IsEmpty());
    EXPECT_THAT(next_seen_words({visit("2027-01-05", State::Upcoming)}, "", today), ElementsAre("Somebody comes to see you by Tuesday 5 January 2027."));
}

} // namespace lifestory::web::pages
