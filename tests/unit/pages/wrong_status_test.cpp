#include "web/pages/wrong_status.h"

#include <chrono>

#include <gtest/gtest.h>

namespace lifestory::web::pages {

namespace {

const StatusesOfChild tilly{"Tilly", {{"child in need plan", false}, {"child protection plan", true}, {"Interim care order", false}}, {"Child protection plan since 2 November 2026"}};

std::size_t found(std::string_view text) { return wrong_statuses(text, tilly).size(); }

TEST(WrongStatus, is_a_plan_or_order_that_the_child_is_said_to_have_and_does_not) {
    const auto all = wrong_statuses("Tilly is now on a child in need plan.", tilly);
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(std::string("Tilly is now on a child in need plan.").substr(all[0].begin, all[0].end - all[0].begin), "child in need plan");
    EXPECT_EQ(all[0].message, "The facts do not have “child in need plan” now: they have Child protection plan since 2 November 2026. Put it right here, or under Facts.");
    EXPECT_EQ(found("You are on a Child in Need Plan."), 1u);
    EXPECT_EQ(found("You're still subject to an interim care order."), 1u);
    EXPECT_EQ(found("Legal status: interim care order"), 1u);
}

TEST(WrongStatus, is_none_where_it_holds) { EXPECT_EQ(found("You are on a child protection plan."), 0u); }

TEST(WrongStatus, is_none_of_what_was_or_may_be_or_is_not_or_is_of_somebody_else) {
    for (const auto* text : {"You were on a child in need plan.", "You are not on a child in need plan.", "We talked about a child in need plan.", "Sam is on a child in need plan.",
                             "Tilly is glad. The child in need plan ended.", "You are on a child in need planning list.", "The court can make an interim care order."})
        EXPECT_EQ(found(text), 0u) << text;
}

TEST(WrongStatus, is_looked_for_in_time_that_grows_with_the_text) {
    std::string text;
    for (int i = 0; i < 100'000; ++i)
        text += "child in need ";
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_EQ(found(text), 0u);
    for (int i = 0; i < 100'000; ++i)
        text += "child in need plan ";
    EXPECT_EQ(found(text), 0u);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(5));
}

} // namespace

} // namespace lifestory::web::pages
