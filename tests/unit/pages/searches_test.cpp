#include "web/pages/searches.h"

#include <gtest/gtest.h>

#include "calendar/london.h"
#include "desk/session.h"

namespace lifestory::web::pages {

namespace {

const auto morning = calendar::instant_of(*calendar::parse_wall("2026-12-23T08:00"));

TEST(Searches, AreReadByTheirSessionAlone) {
    Searches searches;
    auto number = searches.keep("a", {"Tilly Barrow", ""}, morning);
    ASSERT_TRUE(searches.find("a", number));
    EXPECT_EQ(searches.find("a", number)->words, "Tilly Barrow");
    EXPECT_FALSE(searches.find("b", number));
    searches.forget("a");
    EXPECT_FALSE(searches.find("a", number));
    EXPECT_EQ(searches.size(), 0u);
}

TEST(Searches, LetGoOfASessionsOldestAndOfNobodyElses) {
    Searches searches;
    auto other = searches.keep("b", {"Reece Barrow", ""}, morning);
    std::vector<SearchNumber> own;
    for (std::size_t at = 0; at <= Searches::most_of_a_session; ++at)
        own.push_back(searches.keep("a", {"Tilly", ""}, morning + std::chrono::minutes(at)));
    EXPECT_FALSE(searches.find("a", own.front()));
    for (std::size_t at = 1; at < own.size(); ++at)
        EXPECT_TRUE(searches.find("a", own[at]));
    EXPECT_TRUE(searches.find("b", other));
}

TEST(Searches, EndWithTheLongestSession) {
    Searches searches;
    auto early = searches.keep("a", {"Tilly", ""}, morning);
    searches.keep("b", {"Reece", ""}, morning + desk::whole_time - std::chrono::minutes(1));
    EXPECT_TRUE(searches.find("a", early));
    searches.keep("b", {"Reece", ""}, morning + desk::whole_time);
    EXPECT_FALSE(searches.find("a", early));
    EXPECT_EQ(searches.size(), 2u);
}

} // namespace

} // namespace lifestory::web::pages
