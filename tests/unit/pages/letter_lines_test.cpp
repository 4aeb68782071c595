// What stands beside the box of a letter, and how a sentence may begin.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/pages/letter_lines.h"

using namespace lifestory;
using namespace lifestory::web::pages;
using record::Promised;

namespace {

EntryId number(unsigned digit) {
    EntryId made;
    made.bytes[15] = static_cast<std::uint8_t>(digit);
    return made;
}

calendar::Day day(unsigned date) { return *calendar::day_of(2026, 12, date); }

record::Gathered with_promise(std::string who, Promised state) {
    record::Gathered gathered;
    gathered.promises = {{number(1), day(9), 2, "Ask about art club.", std::move(who), day(22), state}};
    return gathered;
}

} // namespace

TEST(LetterLines, the_writers_own_promise_begins_with_i) {
    const auto groups = letter_groups("Priya Anand", with_promise("Priya Anand", Promised::NotSaid));
    ASSERT_EQ(groups.size(), 1u);
    EXPECT_EQ(groups[0].title, "What we promised, still open");
    const auto& line = groups[0].lines.front();
    EXPECT_EQ(line.begins, "I promised to ask about art club, and ");
    EXPECT_EQ(line.shown, "Ask about art club (Priya Anand, by 22 December 2026)");
    EXPECT_EQ(line.aside, "");
    EXPECT_EQ(letter_groups("Priya Anand", with_promise("Priya Anand", Promised::NotKept))[0].lines.front().aside, "Not done.");
}

TEST(LetterLines, a_colleagues_promise_names_them_and_what_was_done_stands_last) {
    auto gathered = with_promise("Sam Okoro", Promised::Kept);
    gathered.told = {{number(2), day(9), "I sleep."}};
    const auto groups = letter_groups("Priya Anand", gathered);
    ASSERT_EQ(groups.size(), 2u);
    EXPECT_EQ(groups[1].title, "What we promised and did");
    EXPECT_EQ(groups[1].lines.front().begins, "Sam Okoro promised to ask about art club, and ");
    EXPECT_EQ(groups[1].lines.front().aside, "");
}

TEST(LetterLines, her_own_short_words_are_quoted_and_long_ones_are_left_to_the_writer) {
    record::Gathered gathered;
    gathered.told = {{number(2), day(9), "I sleep."}, {number(2), day(9), std::string(121, 'a')}};
    const auto lines = letter_groups("Priya Anand", gathered).front().lines;
    EXPECT_EQ(lines[0].begins, "On 9 December 2026 you said: \"I sleep.\"");
    EXPECT_EQ(lines[1].begins, "On 9 December 2026 you told me ");
    EXPECT_NE(lines[0].code, lines[1].code); // two lines of one entry
}

TEST(LetterLines, whom_she_saw_is_spoken_of_as_family) {
    record::Gathered gathered;
    gathered.saw = {{{"Maureen Barrow", "nan", {}, {}}, 3, number(2), day(9)}, {{"Gail Alder", "class teacher, Millbrook Primary School", {}, {}}, 1, number(2), day(9)}};
    const auto lines = letter_groups("Priya Anand", gathered).front().lines;
    EXPECT_EQ(lines[0].begins, "You saw your nan, Maureen Barrow, ");
    EXPECT_EQ(lines[0].aside, "3 times, last on");
    EXPECT_EQ(lines[1].begins, "You saw Gail Alder ");
}

TEST(LetterLines, an_empty_group_is_not_shown) { EXPECT_TRUE(letter_groups("Priya Anand", {}).empty()); }
