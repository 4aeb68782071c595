// Patterns found in words: past words that may stand between, never past a full stop or a comma, and as they are found without masks.
#include <gtest/gtest.h>

#include "prose/matcher.h"

namespace lifestory::prose {

namespace {

struct Found {
    explicit Found(std::vector<std::string> patterns) {
        for (std::uint32_t rule = 0; rule < patterns.size(); ++rule)
            for (auto ways = patterns_of(patterns[rule]); const auto& pattern : *ways)
                m_matcher.add(pattern, rule, m_vocabulary);
        m_matcher.seal();
    }

    std::vector<std::string> in(std::string_view text) const {
        auto document = read(text, m_vocabulary);
        std::vector<std::string> words;
        for (std::uint32_t at = 0; at < document.tokens.size(); ++at) {
            std::vector<Match> matches;
            m_matcher.find(document, at, matches);
            for (const auto& match : matches)
                words.push_back(std::to_string(match.rule) + " " + std::string(text.substr(document.tokens[match.first].begin, document.tokens[match.last - 1].end - document.tokens[match.first].begin)));
        }
        return words;
    }

    Vocabulary m_vocabulary;
    Matcher m_matcher;
};

using Words = std::vector<std::string>;

} // namespace

TEST(Matcher, finds_a_word_in_its_forms_and_one_that_stands_alone) {
    Found found({"refuse", "=clean"});
    EXPECT_EQ(found.in("She refused, he refuses; it was clean. Cleaning."), (Words{"0 refused", "0 refuses", "1 clean"}));
}

TEST(Matcher, reaches_past_up_to_three_words_and_no_further) {
    Found found({"refuse .. meet"});
    EXPECT_EQ(found.in("You refused meeting. You refused to meet."), (Words{"0 refused meeting", "0 refused to meet"}));
    EXPECT_EQ(found.in("You refused to come and meet us."), Words{"0 refused to come and meet"});
    EXPECT_EQ(found.in("You refused to come here and meet us."), Words{});
}

TEST(Matcher, reaches_past_more_words_where_a_pattern_says_so) {
    Found found({"refuse .. * * meet"});
    EXPECT_EQ(found.in("You refused to go out there and meet us."), Words{"0 refused to go out there and meet"});
    EXPECT_EQ(found.in("You refused to meet us."), Words{});
}

TEST(Matcher, goes_past_no_comma_bracket_or_full_stop) {
    Found found({"refuse .. meet"});
    EXPECT_EQ(found.in("You refused. Meet us. You refused, meet us. You refused (meet us)."), Words{});
    EXPECT_EQ(found.in("You refused half-heartedly meeting."), Words{"0 refused half-heartedly meeting"});
}

TEST(Matcher, ends_with_the_text) {
    Found found({"refuse .. meet", "refuse to *"});
    EXPECT_EQ(found.in("refused"), Words{});
    EXPECT_EQ(found.in("refused to"), Words{});
    EXPECT_EQ(found.in("refused to go"), Words{"1 refused to go"});
}

TEST(Matcher, takes_a_kind_of_word_first_or_later) {
    Found found({"<whose> fault", "blame <person>"});
    EXPECT_EQ(found.in("It was your fault. Do not blame Mum. A fault."), (Words{"0 your fault", "1 blame Mum"}));
}

TEST(Matcher, gives_all_that_begin_with_a_word_the_rules_in_their_order) {
    Found found({"very|really bad", "bad", "bad day|week", "bad"});
    EXPECT_EQ(found.in("a very bad day"), (Words{"0 very bad", "1 bad", "3 bad", "2 bad day"}));
}

} // namespace lifestory::prose
