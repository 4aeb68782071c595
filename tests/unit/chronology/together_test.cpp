// The chronologies of several children as one: what happened to both stands once, and neither takes the other's.
#include <gtest/gtest.h>

#include "chronology/together.h"

namespace lifestory::chronology {

namespace {

Day day(unsigned date) { return *calendar::day_of(2026, 9, date); }

Row row(unsigned date, std::string what, std::string meant = "") {
    Row one;
    one.day = day(date);
    one.what = std::move(what);
    one.meant = std::move(meant);
    return one;
}

} // namespace

TEST(Together, what_happened_to_both_stands_once_with_what_it_meant_for_each) {
    const std::vector<Chronology> children{{{row(3, "Mum went to hospital.", "She was afraid."), row(9, "She changed school.")}, {}, {}},
                                           {{row(1, "He ran away."), row(3, "Mum went to hospital.", "He was angry.")}, {}, {}}};
    const auto all = rows_together(children);
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].first().what, "He ran away.");
    ASSERT_EQ(all[1].parts.size(), 2u);
    EXPECT_EQ(all[1].parts[0].child, 0u);
    EXPECT_EQ(all[1].parts[0].row->meant, "She was afraid.");
    EXPECT_EQ(all[1].parts[1].row->meant, "He was angry.");
    EXPECT_EQ(all[2].parts.size(), 1u);
}

TEST(Together, the_same_words_on_another_day_or_twice_for_one_child_stay_apart) {
    const std::vector<Chronology> children{{{row(3, "Nobody came to the door."), row(3, "Nobody came to the door.")}, {}, {}},
                                           {{row(4, "Nobody came to the door.")}, {}, {}}};
    EXPECT_EQ(rows_together(children).size(), 3u);
}

TEST(Together, of_nobody_and_of_one_child_is_what_it_is) {
    EXPECT_TRUE(rows_together({}).empty());
    const std::vector<Chronology> one{{{row(3, "Mum went to hospital.")}, {}, {}}};
    EXPECT_EQ(rows_together(one).size(), 1u);
}

} // namespace lifestory::chronology
