#include "prose/reading_age.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.h"

namespace lifestory::prose {

namespace {

constexpr std::size_t too_few = 30;       // words
constexpr std::size_t long_word = 9;      // letters
constexpr std::size_t long_sentence = 25; // words

class Measurer {
public:
    explicit Measurer(const Reader& reader) : m_reader(reader) {}

    void take(std::size_t text, std::string_view words) {
        auto document = read(words, m_reader.vocabulary());
        for (const auto& token : document.tokens)
            take_word(text, document, token);
        m_sentences += document.sentences.size();
        for (const auto& sentence : document.sentences)
            if (words_of(document, sentence) > long_sentence)
                m_age.long_sentences.push_back({text, {sentence.begin, sentence.end}});
    }

    ReadingAge age() {
        if (m_words < too_few || m_sentences == 0)
            return {};
        m_age.words_in_a_sentence = double(m_words) / double(m_sentences);
        m_age.letters_in_a_word = double(m_letters) / double(m_words);
        double grade = 4.71 * m_age.letters_in_a_word + 0.5 * m_age.words_in_a_sentence - 21.43; // a school year of the United States
        m_age.years = static_cast<int>(std::clamp(std::ceil(grade) + 5, 5.0, 18.0));
        for (const auto& [word, place] : m_long)
            m_age.long_words.push_back(place);
        return std::move(m_age);
    }

private:
    void take_word(std::size_t text, const Document& document, const Token& token) {
        if (token.has(Digits))
            return;
        ++m_words;
        auto length = letters(document.of(token));
        m_letters += length;
        bool name = token.has(Capital) && !token.has(Opens);
        if (length >= long_word && !name && !token.is(Class::EasyLong))
            m_long.try_emplace({length, document.lower(token)}, HardPlace{text, {token.begin, token.end}});
    }

    static std::size_t words_of(const Document& document, const Sentence& sentence) {
        auto first = document.tokens.begin();
        return static_cast<std::size_t>(std::count_if(first + sentence.first, first + sentence.last, [](const auto& token) { return !token.has(Joined); }));
    }

    const Reader& m_reader;
    ReadingAge m_age;
    std::size_t m_words = 0, m_letters = 0, m_sentences = 0;
    std::map<std::pair<std::size_t, std::string>, HardPlace, std::greater<>> m_long;
};

} // namespace

ReadingAge reading_age(std::span<const std::string_view> texts, const Reader& reader) {
    Measurer measurer(reader);
    for (std::size_t text = 0; text < texts.size(); ++text)
        measurer.take(text, texts[text]);
    return measurer.age();
}

std::string in_words(const ReadingAge& age) { return age.years == 0 ? "" : "Reading age about " + std::to_string(age.years) + "."; }

std::string above(const ReadingAge& age, int reader_age) {
    return age.years <= reader_age ? "" : "That is above " + std::to_string(reader_age) + ", the age that we write for.";
}

std::string what_makes_it_hard(const ReadingAge& age) {
    std::vector<std::string> parts;
    if (!age.long_sentences.empty())
        parts.push_back(plural(age.long_sentences.size(), "long sentence", "long sentences"));
    if (!age.long_words.empty())
        parts.push_back(plural(age.long_words.size(), "long word", "long words"));
    return age.years == 0 ? "" : join(parts, ", ");
}

} // namespace lifestory::prose
