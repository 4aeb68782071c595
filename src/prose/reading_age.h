// For what age of reader a text is plain, by the Automated Readability Index, and what makes it harder. One number for a whole
// text; on a single sentence such measures are noise.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prose/reader.h"

namespace lifestory::prose {

struct ReadingAge {
    int years = 0;                        // 5 to 18; 0: fewer than 30 words, too short to say
    double words_in_a_sentence = 0;
    double letters_in_a_word = 0;
    std::vector<std::string> long_words;  // the longest first, each once, at most ten; names left out
};

ReadingAge reading_age(std::string_view text, const Reader& reader);
std::string in_words(const ReadingAge& age); // "Plain for a reader of 11. ..."; empty when it cannot be said

} // namespace lifestory::prose
