// The figure of lines over months: read without colour, without sight, and with gaps where there was nothing to count.
#include <gtest/gtest.h>

#include "web/html/figure.h"

namespace lifestory::web {
namespace {

TrendFigure figure() {
    TrendFigure figure;
    figure.id = "trend";
    figure.title = "Visits in time";
    figure.description = "The same numbers stand in the table.";
    figure.scale_words = "Of 100 visits due";
    figure.months = {"Oct 2026", "Nov 2026", "Dec 2026"};
    figure.lines = {{"North", {100, 50, 0}}, {"South & East", {100, std::nullopt, 0}}};
    return figure;
}

std::size_t times(const std::string& text, std::string_view what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
        ++found;
    return found;
}

} // namespace

TEST(TrendFigure, labels_each_line_at_its_end_and_gives_it_a_dash_of_its_own) {
    auto drawn = trend_figure(figure()).markup();
    EXPECT_NE(drawn.find(">North</text>"), std::string::npos);
    EXPECT_NE(drawn.find(">South &amp; East</text>"), std::string::npos);
    EXPECT_EQ(times(drawn, "stroke-dasharray=\"10 5\""), 2u) << "the second line alone, in its two runs";
}

TEST(TrendFigure, draws_values_from_nought_to_the_highest) {
    auto drawn = trend_figure(figure()).markup();
    EXPECT_NE(drawn.find("points=\"50,30 370,190 690,350\""), std::string::npos) << drawn;
}

TEST(TrendFigure, leaves_a_gap_where_there_was_nothing_to_count) {
    auto drawn = trend_figure(figure()).markup();
    EXPECT_EQ(times(drawn, "<polyline"), 3u);
    EXPECT_EQ(times(drawn, "<circle"), 5u);
}

TEST(TrendFigure, keeps_labels_apart_that_end_on_one_spot) {
    auto drawn = trend_figure(figure()).markup();
    EXPECT_NE(drawn.find("y=\"334\">North"), std::string::npos) << drawn;
    EXPECT_NE(drawn.find("y=\"356\">South"), std::string::npos) << drawn;
}

TEST(TrendFigure, grows_rather_than_let_twenty_labels_meet) {
    auto many = figure();
    many.lines.assign(20, {"Team", {1, 1, 1}});
    auto drawn = trend_figure(many).markup();
    EXPECT_EQ(times(drawn, ">Team</text>"), 20u);
    EXPECT_NE(drawn.find("viewBox=\"0 -98 760 498\""), std::string::npos) << drawn.substr(0, 600);
}

TEST(TrendFigure, is_named_and_described_for_who_does_not_see_it) {
    auto drawn = trend_figure(figure()).markup();
    EXPECT_NE(drawn.find("role=\"img\" aria-labelledby=\"trend-title trend-description\""), std::string::npos);
    EXPECT_NE(drawn.find("<desc id=\"trend-description\">The same numbers stand in the table.</desc>"), std::string::npos);
    EXPECT_NE(drawn.find("tabindex=\"0\" role=\"region\""), std::string::npos);
}

TEST(TrendFigure, of_a_team_with_no_visits_at_all_draws_no_line_and_of_one_month_does_not_fall) {
    auto none = figure();
    none.months = {"Dec 2026"};
    none.lines = {{"North", {std::nullopt}}, {"South", {7}}};
    auto drawn = trend_figure(none).markup();
    EXPECT_EQ(times(drawn, "North"), 0u);
    EXPECT_EQ(times(drawn, "<polyline"), 1u);
}

} // namespace lifestory::web
