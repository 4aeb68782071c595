// A fact over time: nothing is overwritten, and what was before stays readable with its days.
#include <gmock/gmock.h>

#include "record/facts.h"

namespace lifestory::record {

namespace {

using testing::ElementsAre;

Day day(int year, unsigned month, unsigned date) { return *calendar::day_of(year, month, date); }
const Day today = day(2026, 12, 23);

BasicDetail said(std::string fact, std::string value, std::optional<Day> since, std::optional<Day> until = {}, bool was_wrong = false) {
    return {std::move(fact), std::move(value), "", "Kerry Barrow", since, until, was_wrong, "told"};
}

History<BasicDetail> history(std::vector<BasicDetail> all) {
    History<BasicDetail> made;
    for (auto& one : all) {
        made.said.push_back({});
        made.said.back().what = std::move(one);
    }
    return made;
}

std::vector<std::string> values(const std::vector<FactSpell>& spells) {
    std::vector<std::string> all;
    for (const auto& spell : spells)
        all.push_back(spell.value());
    return all;
}

} // namespace

TEST(FactOverTime, the_new_value_stands_first_and_the_old_one_ends_on_the_day_before) {
    auto schools = history({said("school", "Mill Primary", day(2019, 9, 2)), said("school", "Weir Academy", day(2026, 9, 7))});
    auto over = over_time(schools, today);
    EXPECT_THAT(values(over.now), ElementsAre("Weir Academy"));
    ASSERT_THAT(values(over.before), ElementsAre("Mill Primary"));
    EXPECT_EQ(over.before.front().until, day(2026, 9, 6));
    EXPECT_FALSE(over.before.front().was_never_so);
}

TEST(FactOverTime, what_was_always_wrong_says_so_and_gives_its_first_day_on) {
    auto names = history({said("school", "Mil Primary", day(2019, 9, 2)), said("school", "Mill Primary", {}, {}, true)});
    auto over = over_time(names, today);
    EXPECT_EQ(over.now.front().since, day(2019, 9, 2));
    EXPECT_TRUE(over.before.front().was_never_so);
}

TEST(FactOverTime, several_reasons_hold_at_once_and_each_ends_by_itself) {
    auto codes = history({said("need-code", "Low income", day(2026, 1, 5)), said("need-code", "Family in acute stress", day(2026, 3, 2)),
                          said("need-code", "Low income", day(2026, 1, 5), day(2026, 6, 30)), said("need-code", "Absent parenting", day(2026, 7, 1)),
                          said("need-code", "Absent parenting", {}, {}, true)});
    auto over = over_time(codes, today);
    EXPECT_THAT(values(over.now), ElementsAre("Family in acute stress"));
    ASSERT_THAT(values(over.before), ElementsAre("Absent parenting", "Low income"));
    EXPECT_TRUE(over.before.front().was_never_so);
    EXPECT_EQ(over.before.back().until, day(2026, 6, 30));
    codes.said.push_back({});
    codes.said.back().what = said("need-code", "Low income", day(2026, 12, 1));
    EXPECT_THAT(values_now(codes, today), ElementsAre("Family in acute stress", "Low income")) << "what ended can begin again";
}

TEST(FactOverTime, what_ends_today_still_holds_today) {
    auto codes = history({said("need-code", "Low income", day(2026, 1, 5)), said("need-code", "Low income", day(2026, 1, 5), today)});
    EXPECT_THAT(values_now(codes, today), ElementsAre("Low income"));
    EXPECT_TRUE(values_now(codes, today + std::chrono::days(1)).empty());
}

TEST(FactOverTime, of_nothing_said_is_nothing) { EXPECT_TRUE(over_time({}, today).now.empty()); }

} // namespace lifestory::record
