#include <gtest/gtest.h>

#include "record/words.h"
#include "unit/record/samples.h"

using namespace lifestory;
using namespace lifestory::record;
using namespace lifestory::record::samples;

namespace {

struct Saying {
    std::string instead_of, say;
    Day since;
    WorkerNumber by = priya;
};

Child record_of(const std::vector<Saying>& sayings) {
    std::vector<Entry> entries{entry(tilly, 0, ChildOpened{barrows, tilly_herself})};
    for (const auto& one : sayings)
        entries.push_back(entry(tilly, entries.size(), BasicDetail{"preferred-word", one.say, one.instead_of, "Tilly", one.since}, one.by));
    return fold_child(entries);
}

const auto today = day(2026, 12, 23);

} // namespace

TEST(ChosenWords, say_since_when_and_with_whom_each_was_agreed) {
    const auto child = record_of({{"placement", "Nan's", day(2026, 11, 12)}, {"contact", "seeing Mum", day(2026, 12, 1), sam}});
    const auto chosen = chosen_words(child, today);
    ASSERT_EQ(chosen.now.size(), 2u);
    EXPECT_TRUE(chosen.before.empty());
    EXPECT_EQ(chosen.now[0].say, "Nan's");
    EXPECT_EQ(chosen.now[0].since, day(2026, 11, 12));
    EXPECT_EQ(chosen.now[0].agreed_by.worker, priya);
    EXPECT_EQ(chosen.now[1].agreed_by.worker, sam);
}

TEST(ChosenWords, keep_the_word_of_before_with_its_days_and_offer_it_to_nobody) {
    const auto child = record_of({{"placement", "Nan's", day(2026, 3, 2)}, {"placement", "home", day(2026, 11, 12)}});
    const auto chosen = chosen_words(child, today);
    ASSERT_EQ(chosen.now.size(), 1u);
    EXPECT_EQ(chosen.now[0].say, "home");
    ASSERT_EQ(chosen.before.size(), 1u);
    EXPECT_EQ(chosen.before[0].say, "Nan's");
    EXPECT_EQ(chosen.before[0].since, day(2026, 3, 2));
    EXPECT_EQ(chosen.before[0].until, day(2026, 11, 12));
    EXPECT_EQ(child.words_to_use(today).size(), 1u);
}

TEST(ChosenWords, hold_no_word_once_the_child_does_not_mind) {
    const auto child = record_of({{"contact", "seeing Mum", day(2026, 3, 2)}, {"contact", "", day(2026, 11, 12)}, {"sibling", "", day(2026, 11, 12)}});
    const auto chosen = chosen_words(child, today);
    EXPECT_TRUE(chosen.now.empty());
    ASSERT_EQ(chosen.before.size(), 1u) << "a word that she never minded was never another";
    EXPECT_EQ(chosen.before[0].until, day(2026, 11, 12));
}

TEST(ChosenWords, agreed_again_are_one_word_since_its_first_day) {
    const auto child = record_of({{"placement", "Nan's", day(2026, 3, 2)}, {"placement", "Nan's", day(2026, 11, 12), sam}});
    const auto chosen = chosen_words(child, today);
    ASSERT_EQ(chosen.now.size(), 1u);
    EXPECT_TRUE(chosen.before.empty());
    EXPECT_EQ(chosen.now[0].since, day(2026, 3, 2));
    EXPECT_EQ(chosen.now[0].agreed_by.worker, sam);
}

TEST(ChosenWords, taken_up_again_are_two_with_the_time_between) {
    const auto child = record_of({{"placement", "Nan's", day(2026, 3, 2)}, {"placement", "", day(2026, 6, 1)}, {"placement", "Nan's", day(2026, 11, 12)}});
    const auto chosen = chosen_words(child, today);
    ASSERT_EQ(chosen.now.size(), 1u);
    EXPECT_EQ(chosen.now[0].since, day(2026, 11, 12));
    ASSERT_EQ(chosen.before.size(), 1u);
    EXPECT_EQ(chosen.before[0].until, day(2026, 6, 1));
}

TEST(ChosenWords, are_found_whatever_their_capitals) {
    const auto child = record_of({{"Placement", "Nan's", day(2026, 3, 2)}});
    ASSERT_TRUE(last_said_of(child, "placement"));
    EXPECT_EQ(last_said_of(child, "placement")->what.value, "Nan's");
    EXPECT_FALSE(last_said_of(child, "contact"));
}
