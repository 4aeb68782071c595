#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "prose/reading_age.h"
#include "reading.h"

using namespace lifestory::prose;

namespace {

ReadingAge age_of(std::vector<std::string_view> texts) { return reading_age(texts, small_reader()); }

std::string words_at(const std::vector<std::string_view>& texts, const HardPlace& place) {
    return std::string(texts[place.text].substr(place.where.begin, place.where.end - place.where.begin));
}

} // namespace

TEST(ReadingAge, grows_with_longer_sentences_and_words) {
    std::string plain, hard;
    for (int i = 0; i < 8; ++i) {
        plain += "I came to see you. We sat in the sun and ate a bun. ";
        hard += "Consideration was given to the proportionality of the intervention and to the sustainability of subsequent arrangements for accommodation. ";
    }
    auto easy = age_of({plain}), difficult = age_of({hard});
    EXPECT_LE(easy.years, 8);
    EXPECT_EQ(difficult.years, 18);
    EXPECT_TRUE(easy.long_words.empty());
    EXPECT_EQ(in_words(easy), "Reading age about " + std::to_string(easy.years) + ".");
    EXPECT_EQ(above(easy, easy.years), "");
    EXPECT_EQ(above(easy, easy.years - 1), "That is above " + std::to_string(easy.years - 1) + ", the age that we write for.");
    EXPECT_EQ(what_makes_it_hard(easy), "");
}

TEST(ReadingAge, is_one_number_for_all_parts_and_says_in_which_the_hard_words_stand) {
    std::vector<std::string_view> texts{"I came to see you at Nan's. We sat in the sun and ate a bun. You showed me the mug.",
                                        "We talked about safeguarding and then we walked with the dog along the canal to the shop where the man who knows your nan gave each of us an apple and a paper bag to put it in."};
    auto age = age_of(texts);
    ASSERT_GT(age.years, 0);
    ASSERT_EQ(age.long_sentences.size(), 1u);
    EXPECT_EQ(age.long_sentences[0].text, 1u);
    EXPECT_EQ(words_at(texts, age.long_sentences[0]), texts[1]);
    ASSERT_EQ(age.long_words.size(), 1u);
    EXPECT_EQ(words_at(texts, age.long_words[0]), "safeguarding");
    EXPECT_EQ(what_makes_it_hard(age), "1 long sentence, 1 long word");
}

TEST(ReadingAge, is_not_said_of_a_few_words) {
    auto age = age_of({"Safeguarding considerations predominate.", "Too short to say."});
    EXPECT_EQ(age.years, 0);
    EXPECT_EQ(in_words(age), "");
    EXPECT_EQ(what_makes_it_hard(age), "");
    EXPECT_EQ(age_of({}).years, 0);
}
