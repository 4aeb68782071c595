// What a Head of Service's page counts: month by month, team by team.
#include <gtest/gtest.h>

#include "web/pages/service_counts.h"

namespace lifestory::web::pages {
namespace {

using policy::State;

access::OwedItem item(const char* due, State state) {
    access::OwedItem one;
    one.obligation.due = calendar::due_on(*calendar::parse_day(due));
    one.obligation.state = state;
    return one;
}

const Month november = std::chrono::year(2026) / 11;

} // namespace

TEST(ServiceCounts, tell_in_time_from_late_and_from_not_seen_at_all) {
    auto team = TeamNumber::random();
    std::vector<access::OwedItem> items{item("2026-11-02", State::Met), item("2026-11-30", State::Met), item("2026-11-10", State::MetLate), item("2026-11-20", State::Late)};
    std::vector<OfTeam> of_team;
    for (const auto& one : items)
        of_team.push_back({team, &one});
    EXPECT_EQ(tallies_of(of_team)[team][november], (Tally{2, 1, 1}));
    EXPECT_EQ(tallies_of(of_team)[team][november].of_hundred(), 50);
}

TEST(ServiceCounts, leave_out_what_is_not_due_yet_and_what_was_no_longer_needed) {
    auto team = TeamNumber::random();
    std::vector<access::OwedItem> items{item("2026-11-30", State::Upcoming), item("2026-11-30", State::DueToday), item("2026-11-02", State::NoLongerNeeded)};
    std::vector<OfTeam> of_team;
    for (const auto& one : items)
        of_team.push_back({team, &one});
    EXPECT_EQ(total_of(tallies_of(of_team), november).due(), 0);
    EXPECT_FALSE(total_of(tallies_of(of_team), november).of_hundred());
}

TEST(ServiceCounts, add_the_teams_up_and_keep_the_months_apart) {
    std::vector<access::OwedItem> items{item("2026-11-02", State::Met), item("2026-11-03", State::MetLate), item("2026-12-01", State::Met)};
    std::vector<OfTeam> of_teams;
    for (const auto& one : items)
        of_teams.push_back({TeamNumber::random(), &one});
    EXPECT_EQ(total_of(tallies_of(of_teams), november), (Tally{1, 1, 0}));
}

TEST(ServiceCounts, take_twelve_whole_months_across_the_new_year) {
    auto months = twelve_months_before(*calendar::parse_day("2027-01-31"));
    ASSERT_EQ(months.size(), 12u);
    EXPECT_EQ(month_words(months.front()), "January 2026");
    EXPECT_EQ(month_words(months.back()), "December 2026");
}

TEST(ServiceCounts, read_a_month_of_an_address_and_refuse_any_other_words) {
    EXPECT_EQ(month_of_code("2026-11"), november);
    EXPECT_EQ(code_of(november), "2026-11");
    for (const auto* wrong : {"", "2026", "2026-13", "2026-00", "november", "2026-11-01", "../etc"})
        EXPECT_FALSE(month_of_code(wrong)) << wrong;
}

} // namespace lifestory::web::pages
