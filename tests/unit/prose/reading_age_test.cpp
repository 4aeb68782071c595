#include <gtest/gtest.h>

#include "prose/reading_age.h"
#include "reading.h"

using namespace lifestory::prose;

TEST(ReadingAge, grows_with_longer_sentences_and_words_and_names_the_long_words) {
    std::string plain, hard;
    for (int i = 0; i < 8; ++i) {
        plain += "I came to see you. We sat in the sun and ate a bun. ";
        hard += "Consideration was given to the proportionality of the intervention and to the sustainability of subsequent arrangements for accommodation. ";
    }
    auto easy = reading_age(plain, small_reader()), difficult = reading_age(hard, small_reader());
    EXPECT_LE(easy.years, 8);
    EXPECT_EQ(difficult.years, 18);
    EXPECT_TRUE(easy.long_words.empty());
    EXPECT_EQ(difficult.long_words.front(), "proportionality");
    EXPECT_EQ(reading_age("Too short to say.", small_reader()).years, 0);
    EXPECT_NE(in_words(easy).find("Plain for a reader of"), std::string::npos);
}
