// What a line's work comes to: who was not seen alone, one line a child, and what will be late by Friday.
#include <gtest/gtest.h>

#include "web/pages/team_work.h"

namespace lifestory::web::pages {
namespace {

using policy::State;

calendar::Day day(std::string_view written) { return *calendar::parse_day(written); }

access::OwedItem visit(RecordNumber record, const char* moment, State state) {
    access::OwedItem item;
    item.record = record;
    item.obligation.state = state;
    item.obligation.what = {{policy::Thing::Record, "visit", moment, 0}};
    return item;
}

access::OwedItem due(const char* written) {
    access::OwedItem item;
    item.obligation.due = calendar::due_on(day(written));
    return item;
}

} // namespace

TEST(TeamWork, names_each_child_who_was_not_seen_alone_once) {
    auto reece = RecordNumber::random(), ava = RecordNumber::random();
    Caseload caseload;
    caseload.missing = {visit(reece, "seen-alone", State::Missing), visit(ava, "seen", State::Missing)};
    caseload.late = {visit(reece, "seen-alone", State::Late)};
    auto found = not_seen_alone(caseload);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().record, reece);
}

TEST(TeamWork, a_friday_is_this_one_and_from_saturday_on_the_next) {
    EXPECT_EQ(this_friday(day("2026-12-21")), day("2026-12-25"));
    EXPECT_EQ(this_friday(day("2026-12-25")), day("2026-12-25"));
    EXPECT_EQ(this_friday(day("2026-12-26")), day("2027-01-01"));
}

TEST(TeamWork, what_is_due_today_or_by_friday_will_be_late_and_nothing_after_it) {
    Caseload caseload;
    caseload.due_today = {due("2026-12-23")};
    caseload.later = {due("2026-12-25"), due("2026-12-28"), visit(RecordNumber::random(), "seen-alone", State::Upcoming)}; // the last has no day
    EXPECT_EQ(late_by_friday(caseload, day("2026-12-23")).size(), 2u);
}

TEST(TeamWork, this_week_ends_seven_days_on) {
    Caseload caseload;
    caseload.later = {due("2026-12-30"), due("2026-12-31")};
    EXPECT_EQ(caseload.this_week(day("2026-12-23")).size(), 1u);
}

} // namespace lifestory::web::pages
