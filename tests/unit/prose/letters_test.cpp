// Words asked for by their letters: the hash rules out, the letters decide.
#include <gtest/gtest.h>

#include "prose/token.h"
#include "prose/vocabulary.h"

namespace lifestory::prose {

namespace {

const Vocabulary& vocabulary() {
    static const Vocabulary words;
    return words;
}

} // namespace

TEST(Letters, are_asked_for_whatever_the_capitals) {
    auto document = read("Met MET met's meet metal", vocabulary());
    std::vector<bool> met;
    for (const auto& token : document.tokens)
        met.push_back(document.is_any<"saw", "met", "rang">(token));
    EXPECT_EQ(met, (std::vector<bool>{true, true, true, false, false}));
}

TEST(Letters, that_only_share_a_hash_are_another_word) {
    EXPECT_TRUE((AnyOf<"met", "saw">::holds("Saw", hash_of("saw"))));
    EXPECT_FALSE((AnyOf<"met", "saw">::holds("sow", hash_of("saw"))));
    EXPECT_FALSE((AnyOf<"met", "saw">::holds("", hash_of("saw"))));
}

TEST(Letters, beyond_ascii_are_not_taken_for_those_they_look_like) {
    auto document = read("m\u212Aet \u212Aeep s\u00ADaw", vocabulary()); // the sign of kelvin is no k; a soft hyphen stands in the text
    ASSERT_EQ(document.tokens.size(), 3u);
    EXPECT_FALSE((document.is_any<"keep">(document.tokens[1])));
    EXPECT_FALSE((document.is_any<"saw">(document.tokens[2])));
}

TEST(Letters, of_a_stem_begin_a_word_and_short_ones_are_one) {
    EXPECT_TRUE((Stems<"depress", "hiv">::begin("Depressed")));
    EXPECT_TRUE((Stems<"depress", "hiv">::begin("HIV")));
    EXPECT_FALSE((Stems<"depress", "hiv">::begin("hived")));
    EXPECT_FALSE((Stems<"depress", "hiv">::begin("deep")));
    EXPECT_FALSE((Stems<"depress", "hiv">::begin("d")));
}

TEST(Sieve, lets_through_what_was_added_and_rules_out_nearly_all_else) {
    Sieve sieve;
    sieve.add("margaret");
    sieve.add("okoro");
    EXPECT_TRUE(sieve.admits(hash_of("margaret")));
    EXPECT_TRUE(sieve.admits(hash_of("okoro")));
    int through = 0;
    for (int number = 0; number < 1000; ++number)
        through += sieve.admits(hash_of("word" + std::to_string(number)));
    EXPECT_LT(through, 10);
}

TEST(Sieve, rules_out_nothing_once_a_word_beyond_ascii_was_added) {
    Sieve sieve;
    sieve.add("zo\u00eb");
    EXPECT_TRUE(sieve.admits(hash_of("zo")));
}

} // namespace lifestory::prose
