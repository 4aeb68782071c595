// How many words a box holds, and what is said of it beside the guide.
#include <gtest/gtest.h>

#include "web/pages/draft_length.h"

using namespace lifestory;
using namespace lifestory::web::pages;

TEST(Length, counts_what_is_read_as_a_word) {
    EXPECT_EQ(words_in(""), 0u);
    EXPECT_EQ(words_in("  \n\t "), 0u);
    EXPECT_EQ(words_in("You were at Nan's."), 4u);
    EXPECT_EQ(words_in("You said \u201cno\u201d \u2013 twice."), 4u) << "a dash between blanks is no word";
    EXPECT_EQ(words_in("\u00c9lodie came"), 2u);
    EXPECT_EQ(words_in("one - two"), 2u);
    EXPECT_EQ(words_in("11 o'clock,\nthen home"), 4u);
}

TEST(Length, is_said_beside_its_guide) {
    EXPECT_EQ(length_line({10, 400}, 0), "The guide is 10 to 400 words.");
    EXPECT_EQ(length_line({10, 400}, 1), "1 word. The guide is 10 to 400 words.");
    EXPECT_EQ(length_line({std::nullopt, 40}, 12), "12 words. The guide is at most 40 words.");
    EXPECT_EQ(length_line({5, std::nullopt}, 12), "12 words. The guide is at least 5 words.");
}
