#include "prose/near.h"

#include <algorithm>

namespace lifestory::prose {

Near::Near(const std::vector<Pattern>& phrases, Vocabulary& vocabulary) {
    for (const auto& phrase : phrases) {
        std::vector<Place> places;
        for (const auto& slot : phrase) {
            Place place{{}, slot.classes, slot.any};
            for (const auto& word : slot.words)
                place.words.push_back(vocabulary.add(word));
            std::sort(place.words.begin(), place.words.end());
            places.push_back(std::move(place));
        }
        auto number = static_cast<std::uint32_t>(m_phrases.size());
        for (auto word : places.front().words) {
            m_by_word.emplace_back(word, number);
            m_words |= std::uint64_t{1} << word % 64;
        }
        m_classes |= places.front().classes;
        m_any |= places.front().any;
        if (places.front().classes || places.front().any)
            m_by_class.push_back(number);
        m_phrases.push_back(std::move(places));
    }
    std::sort(m_by_word.begin(), m_by_word.end());
}

bool Near::fits(const Place& place, const Token& token) const {
    return place.any || token.is(place.classes) || (token.word && std::binary_search(place.words.begin(), place.words.end(), token.word));
}

bool Near::stands_at(const Document& document, std::size_t at, std::size_t to, std::uint32_t phrase) const {
    const auto& places = m_phrases[phrase];
    if (at + places.size() > to)
        return false;
    for (std::size_t place = 0; place < places.size(); ++place)
        if (!fits(places[place], document.tokens[at + place]))
            return false;
    return true;
}

bool Near::stands_in(const Document& document, std::size_t from, std::size_t to) const {
    for (auto at = from; at < to; ++at) {
        const auto& token = document.tokens[at];
        if (token.word && ((m_words >> token.word % 64) & 1))
            for (auto entry = std::lower_bound(m_by_word.begin(), m_by_word.end(), std::pair{token.word, 0u}); entry != m_by_word.end() && entry->first == token.word; ++entry)
                if (stands_at(document, at, to, entry->second))
                    return true;
        if (!m_any && !token.is(m_classes))
            continue;
        for (auto phrase : m_by_class)
            if (stands_at(document, at, to, phrase))
                return true;
    }
    return false;
}

} // namespace lifestory::prose
