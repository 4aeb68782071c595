// Where somebody lived and lives: a newer home stands before an older one that nobody ended, and the older one stays in the history.
#include <gmock/gmock.h>

#include "record/homes.h"
#include "unit/record/samples.h"

using namespace lifestory;
using namespace lifestory::record;
using namespace lifestory::record::samples;
using testing::ElementsAre;

namespace {

const auto today = day(2026, 12, 23);

Family family_of(std::vector<Content> contents) {
    std::vector<Entry> entries;
    for (auto& content : contents)
        entries.push_back(entry(barrows, entries.size(), content));
    return fold_family(entries);
}

std::vector<std::string> told(const Family& family, const PersonNumber& person) {
    std::vector<std::string> all;
    for (const auto& time : times_at_home(family, person, today))
        all.push_back(time.home().name + " " + (time.since ? calendar::iso(*time.since) : "?") + " " + (time.until ? calendar::iso(*time.until) : "now"));
    return all;
}

const Household nans{"nans", "Nan's", "12 Weir Lane", {maureen, tilly_herself}, day(2026, 11, 2), std::nullopt};
const Household jos{"placed-jos", "Jo Hill", "3 Acre Lane", {tilly_herself}, day(2026, 12, 10), std::nullopt};

Household until(Household home, Day day) {
    home.until = day;
    return home;
}

} // namespace

TEST(Homes, a_newer_one_ends_the_time_at_an_older_one) {
    const auto family = family_of({nans, jos});
    EXPECT_THAT(told(family, tilly_herself), ElementsAre("Jo Hill 2026-12-10 now", "Nan's 2026-11-02 2026-12-09"));
    EXPECT_THAT(told(family, maureen), ElementsAre("Nan's 2026-11-02 now"));
}

TEST(Homes, after_its_last_day_the_one_that_never_ended_holds_again) {
    const auto family = family_of({nans, until(jos, day(2026, 12, 15))});
    EXPECT_THAT(told(family, tilly_herself), ElementsAre("Nan's 2026-12-16 now", "Jo Hill 2026-12-10 2026-12-15", "Nan's 2026-11-02 2026-12-09"));
}

TEST(Homes, where_all_have_ended_nobody_lives_anywhere_now) {
    const auto family = family_of({until(nans, day(2026, 12, 1))});
    EXPECT_THAT(told(family, tilly_herself), ElementsAre("Nan's 2026-11-02 2026-12-01"));
}

TEST(Homes, of_two_that_are_no_placement_both_hold) {
    auto dads = jos;
    dads.household = "dads";
    dads.name = "Dad's";
    const auto family = family_of({nans, dads});
    EXPECT_THAT(told(family, tilly_herself), ElementsAre("Dad's 2026-12-10 now", "Nan's 2026-11-02 now")) << "half of the week in each";
    EXPECT_THAT(living_at(family, nans, today), ElementsAre(maureen, tilly_herself));
}

TEST(Homes, on_its_last_day_it_holds_still) {
    EXPECT_THAT(told(family_of({nans, until(jos, today)}), tilly_herself), ElementsAre("Jo Hill 2026-12-10 now", "Nan's 2026-11-02 2026-12-09"));
}

TEST(Homes, who_is_no_longer_said_to_live_there_did_until_then) {
    auto without = nans;
    without.members = {maureen};
    without.since = day(2026, 12, 5);
    EXPECT_THAT(told(family_of({nans, without}), tilly_herself), ElementsAre("Nan's 2026-11-02 2026-12-04"));
}

TEST(Homes, who_moved_on_is_not_living_at_the_old_one) {
    const auto family = family_of({nans, jos});
    EXPECT_THAT(living_at(family, nans, today), ElementsAre(maureen));
    EXPECT_THAT(living_at(family, nans, day(2026, 12, 9)), ElementsAre(maureen, tilly_herself)) << "the day before the move";
    EXPECT_THAT(living_at(family, jos, today), ElementsAre(tilly_herself));
}
