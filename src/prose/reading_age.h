// For what age of reader some texts are plain, by the Automated Readability Index, and what makes them harder. One number for
// all of them together; on a single sentence such measures are noise.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "prose/reader.h"
#include "prose/token.h"

namespace lifestory::prose {

struct HardPlace {
    std::size_t text = 0; // which of the texts
    Span where;
    bool operator==(const HardPlace&) const = default;
};

struct ReadingAge {
    int years = 0; // 5 to 18; 0: fewer than 30 words, too short to say
    double words_in_a_sentence = 0;
    double letters_in_a_word = 0;
    std::vector<HardPlace> long_sentences; // in the order of the texts
    std::vector<HardPlace> long_words;     // the longest first, each once where it stands first; names left out
};

ReadingAge reading_age(std::span<const std::string_view> texts, const Reader& reader);
std::string in_words(const ReadingAge& age);           // "Reading age about 12."; empty when it cannot be said
std::string above(const ReadingAge& age, int reader_age); // "That is above 11, the age that we write for."; empty: it is not
std::string what_makes_it_hard(const ReadingAge& age); // "2 long sentences, 3 long words"; empty: nothing

} // namespace lifestory::prose
