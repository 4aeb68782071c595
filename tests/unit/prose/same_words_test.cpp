// The same sentences in two places: what counts as the same, what stands together, and where it is said to stand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "prose/same_words.h"
#include "reading.h"

using namespace lifestory::prose;
using testing::ElementsAre;

namespace {

constexpr std::string_view key = "a key of this test";
constexpr std::string_view mug = "You showed me the mug you had painted at school. It is blue with a white bird on it. You laughed. You said you want to paint another one.";

std::vector<HashedSentence> hashed(std::string_view text) { return hash_sentences(text, small_reader(), key); }

KnownSentences known_from(std::initializer_list<std::string_view> texts) {
    KnownSentences known;
    std::uint32_t source = 0;
    for (auto text : texts) {
        for (const auto& sentence : hashed(text))
            known.add(source, sentence.hash);
        ++source;
    }
    return known;
}

std::vector<SameWords> same_in(std::initializer_list<std::string_view> draft, const KnownSentences& known = {}) {
    std::vector<std::vector<HashedSentence>> texts;
    for (auto text : draft)
        texts.push_back(hashed(text));
    return same_words(texts, known);
}

std::vector<std::string> words_of(std::string_view text, const std::vector<SameWords>& found) {
    std::vector<std::string> words;
    for (const auto& one : found)
        words.emplace_back(text.substr(one.where.begin, one.where.end - one.where.begin));
    return words;
}

} // namespace

TEST(SameWords, are_found_whatever_their_capitals_blanks_quotation_marks_and_apostrophes) {
    std::string_view text = "Today was new to us both and to Nan.  you  showed me \xe2\x80\x9cthe Mug\xe2\x80\x9d you had painted at School! We didn\xe2\x80\x99t stay for long after that.";
    auto found = same_in({text}, known_from({mug, "We didn't stay for long after that."}));
    EXPECT_THAT(words_of(text, found), ElementsAre("you  showed me \xe2\x80\x9cthe Mug\xe2\x80\x9d you had painted at School!", "We didn\xe2\x80\x99t stay for long after that."));
    EXPECT_EQ(found[0].source, 0u);
    EXPECT_EQ(found[1].source, 1u);
}

TEST(SameWords, that_follow_one_another_are_one_finding_with_the_short_sentence_between_them) {
    auto found = same_in({mug}, known_from({mug}));
    EXPECT_THAT(words_of(mug, found), ElementsAre(mug));
    EXPECT_EQ(found.front().sentences, 4u);
}

TEST(SameWords, leave_a_new_short_sentence_between_them_alone) {
    std::string_view text = "You showed me the mug you had painted at school. You cried. It is blue with a white bird on it.";
    EXPECT_THAT(words_of(text, same_in({text}, known_from({mug}))),
                ElementsAre("You showed me the mug you had painted at school.", "It is blue with a white bird on it."));
}

TEST(SameWords, are_not_a_few_words_that_everybody_says_nor_a_sentence_in_which_one_word_is_another) {
    EXPECT_TRUE(same_in({"You laughed. We talked about school."}, known_from({"You laughed. We talked about school."})).empty());
    EXPECT_TRUE(same_in({"You showed me the cup you had painted at school."}, known_from({mug})).empty());
    EXPECT_TRUE(same_in({"You did not show me the mug you had painted."}, known_from({"You did show me the mug you had painted."})).empty());
}

TEST(SameWords, are_named_from_the_first_source_and_go_on_in_it) {
    auto found = same_in({mug}, known_from({"It is blue with a white bird on it.", mug}));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().source, 1u) << "the source that holds all of it, not a second finding for one sentence";
}

TEST(SameWords, within_one_draft_are_found_where_they_stand_the_second_time) {
    auto found = same_in({mug, "I think you are well. You said you want to paint another one."});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().text, 1u);
    EXPECT_EQ(found.front().in, StandsIn::SameDraft);
    EXPECT_EQ(found.front().source, 0u);
    EXPECT_TRUE(same_in({mug, "I think you are well."}).empty());
}

TEST(SameWords, cannot_be_compared_without_the_key) {
    EXPECT_NE(hash_sentences(mug, small_reader(), "one").front().hash, hash_sentences(mug, small_reader(), "two").front().hash);
}

TEST(SameWords, of_any_bytes_stand_within_the_text_and_on_whole_characters) {
    using namespace std::string_view_literals;
    for (auto text : {""sv, "\0\0a\0 b c d e f g\0"sv, "\xff\xfe a b c d e f \xc3. \xe2\x80 a b c d e f\xf0\x9f"sv, "\r\n\r\n a b c d e f\r\n a b c d e f"sv,
                      "\xc5\x81 b \xf0\x9f\x98\x80 c d e f g. \xc5\x81 b c d e f g."sv})
        for (const auto& sentence : hashed(text)) {
            EXPECT_LT(sentence.where.begin, sentence.where.end);
            EXPECT_LE(sentence.where.end, text.size());
            EXPECT_NE(text[sentence.where.begin] & 0xc0, 0x80);
        }
}
