#include "prose/reading_age.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "prose/token.h"

namespace lifestory::prose {

namespace {

constexpr std::size_t too_few = 30; // words
constexpr std::size_t long_word = 9; // letters
constexpr std::size_t most_told = 10;

} // namespace

ReadingAge reading_age(std::string_view text, const Reader& reader) {
    auto document = read(text, reader.vocabulary());
    ReadingAge age;
    std::size_t words = 0, count = 0;
    std::set<std::pair<std::size_t, std::string>, std::greater<>> longest;
    for (const auto& token : document.tokens) {
        if (token.has(Digits))
            continue;
        ++words;
        auto length = letters(document.of(token));
        count += length;
        bool name = token.has(Capital) && !token.has(Opens);
        if (length >= long_word && !name && !token.is(Class::EasyLong)) {
            longest.emplace(length, document.lower(token));
            if (longest.size() > most_told)
                longest.erase(std::prev(longest.end()));
        }
    }
    if (words < too_few || document.sentences.empty())
        return age;
    age.words_in_a_sentence = double(words) / double(document.sentences.size());
    age.letters_in_a_word = double(count) / double(words);
    double grade = 4.71 * age.letters_in_a_word + 0.5 * age.words_in_a_sentence - 21.43; // a school year of the United States
    age.years = static_cast<int>(std::clamp(std::ceil(grade) + 5, 5.0, 18.0));
    for (const auto& [length, word] : longest)
        age.long_words.push_back(word);
    return age;
}

std::string in_words(const ReadingAge& age) {
    if (age.years == 0)
        return "";
    auto words = "Plain for a reader of " + std::to_string(age.years) + ": sentences of about " + std::to_string(std::lround(age.words_in_a_sentence)) + " words.";
    if (!age.long_words.empty())
        words += " Long words: " + join(age.long_words, ", ") + ".";
    return words;
}

} // namespace lifestory::prose
