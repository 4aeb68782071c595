#include <gtest/gtest.h>

#include "calendar/london.h"
#include "record/authority.h"
#include "unit/record/samples.h"

using namespace lifestory;
using namespace lifestory::record;
using namespace lifestory::record::samples;

namespace {

Worker worker(WorkerNumber number_of, std::string name, std::string designation) {
    return {number_of, std::move(name), std::move(designation), "social-worker", "", north, true};
}

Entry on(Content content, Day day, std::uint64_t place) {
    auto one = entry(authority, place, content);
    one.recorded_at = calendar::start_of(day) + std::chrono::hours(10);
    one.said.happened_on.reset();
    return one;
}

Authority northmere() {
    std::vector<Entry> entries;
    const auto add = [&](Content content, Day when) {
        entries.push_back(on(std::move(content), when, entries.size()));
    };
    add(Team{north, "Family Team North", "safeguarding", ""}, day(2024, 1, 2));
    add(worker(denise, "Denise Achebe", "Head of Service"), day(2024, 1, 2));
    add(worker(gareth, "Gareth Holloway", "Team Manager"), day(2024, 1, 2));
    add(worker(priya, "Priya Anand", "Newly Qualified Social Worker"), day(2024, 1, 2));
    add(worker(sam, "Sam Okoro", "Support Worker"), day(2024, 1, 2));
    add(LineOfManagement{gareth, denise}, day(2024, 1, 2));
    add(LineOfManagement{priya, gareth}, day(2024, 1, 2));
    add(LineOfManagement{sam, gareth}, day(2024, 1, 2));
    add(worker(priya, "Priya Anand", "Social Worker"), day(2025, 6, 2));
    add(PackAccepted{"model", "2026.1", "9f2c", {}}, day(2026, 1, 2));
    add(HolidayDeclared{day(2026, 9, 9), "Day of mourning"}, day(2026, 9, 1));
    add(LineOfManagement{sam, denise}, day(2026, 10, 1));
    return fold_authority(entries);
}

} // namespace

TEST(Authority, knows_a_worker_as_they_were_that_day) {
    const auto it = northmere();
    EXPECT_EQ(it.worker(priya)->designation, "Social Worker");
    EXPECT_EQ(it.worker_on(priya, day(2025, 6, 1))->designation, "Newly Qualified Social Worker");
    EXPECT_EQ(it.worker_on(priya, day(2025, 6, 2))->designation, "Social Worker");
    EXPECT_EQ(it.worker_on(priya, day(2023, 1, 1)), nullptr);
    EXPECT_EQ(it.author(priya), (Author{priya, "Priya Anand", "Social Worker", "Family Team North"}));
    EXPECT_EQ(it.author_on(priya, day(2024, 2, 1))->designation, "Newly Qualified Social Worker");
    EXPECT_FALSE(it.author(number<WorkerNumber>(99)));
}

TEST(Authority, follows_the_line_of_management_up_and_down) {
    const auto it = northmere();
    EXPECT_EQ(it.line_above(priya), (std::vector{gareth, denise}));
    EXPECT_EQ(it.line_above(sam), (std::vector{denise}));
    EXPECT_EQ(it.line_above_on(sam, day(2026, 9, 30)), (std::vector{gareth, denise}));
    EXPECT_TRUE(it.line_above(denise).empty());
    EXPECT_EQ(it.workers_below(gareth), (std::vector{priya}));
    EXPECT_EQ(it.workers_below(denise), (std::vector{gareth, sam, priya}));
    EXPECT_TRUE(it.workers_below(priya).empty());
    EXPECT_TRUE(it.stands_above(gareth, priya));
    EXPECT_TRUE(it.stands_above(denise, priya));
    EXPECT_FALSE(it.stands_above(priya, gareth));
    EXPECT_FALSE(it.stands_above(priya, priya));
}

TEST(Authority, holds_what_was_said_from_the_day_that_it_says) {
    std::vector<Entry> entries{on(worker(priya, "Priya Anand", "Social Worker"), day(2026, 10, 1), 0), on(worker(priya, "Priya Anand", "Senior Practitioner"), day(2026, 12, 9), 1),
                               on(LineOfManagement{priya, gareth}, day(2026, 12, 9), 2)};
    entries[1].said.happened_on = entries[2].said.happened_on = day(2026, 11, 2);
    const auto it = fold_authority(entries);
    EXPECT_EQ(it.worker_on(priya, day(2026, 11, 1))->designation, "Social Worker");
    EXPECT_EQ(it.worker_on(priya, day(2026, 11, 2))->designation, "Senior Practitioner");
    EXPECT_FALSE(it.manager_of_on(priya, day(2026, 11, 1)));
    EXPECT_EQ(it.manager_of_on(priya, day(2026, 11, 2)), gareth);
}

TEST(Authority, cuts_a_circle_of_managers) {
    const std::vector<Entry> entries{on(LineOfManagement{priya, gareth}, day(2024, 1, 2), 0),
                                     on(LineOfManagement{gareth, priya}, day(2024, 1, 2), 1)};
    const auto it = fold_authority(entries);
    EXPECT_EQ(it.line_above(priya), (std::vector{gareth}));
    EXPECT_EQ(it.workers_below(priya), (std::vector{gareth}));
}

TEST(Authority, keeps_packs_and_holidays) {
    const auto it = northmere();
    EXPECT_EQ(it.pack_in_force()->version, "2026.1");
    EXPECT_EQ(it.pack_of("9f2c")->pack, "model");
    EXPECT_EQ(it.pack_of("0000"), nullptr);
    EXPECT_EQ(it.holidays.front().what.day, day(2026, 9, 9));
    EXPECT_EQ(it.workers_in(north).size(), 4u);
}
