// Phrases that may stand near a word, ready to be looked for: by the number of their first word.
#pragma once

#include <cstdint>
#include <vector>

#include "prose/pattern.h"
#include "prose/token.h"
#include "prose/vocabulary.h"

namespace lifestory::prose {

class Near {
public:
    Near() = default;
    Near(const std::vector<Pattern>& phrases, Vocabulary& vocabulary); // their words join the vocabulary

    bool empty() const { return m_phrases.empty(); }
    // Whether one of them stands wholly within these words, end exclusive.
    bool stands_in(const Document& document, std::size_t from, std::size_t to) const;

private:
    struct Place {
        std::vector<std::uint32_t> words; // sorted
        Classes classes = 0;
        bool any = false;
    };
    bool fits(const Place& place, const Token& token) const;
    bool stands_at(const Document& document, std::size_t at, std::size_t to, std::uint32_t phrase) const;

    std::uint64_t m_words = 0; // of the words that begin one, by the last bits of their numbers
    Classes m_classes = 0;     // of the kinds that begin one
    bool m_any = false;        // any word at all does
    std::vector<std::vector<Place>> m_phrases;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_by_word; // first word and phrase, sorted
    std::vector<std::uint32_t> m_by_class;                          // phrases that begin with a kind of word
};

} // namespace lifestory::prose
