#include "prose/vocabulary.h"

namespace lifestory::prose {

Vocabulary::Vocabulary() : m_words(1), m_slots(1024) {
    for (const auto& [of, words] : class_words())
        for (std::size_t at = 0; at < words.size();) {
            auto end = std::min(words.find(' ', at), words.size());
            if (end > at)
                mark(words.substr(at, end - at), bit(of));
            at = end + 1;
        }
}

void Vocabulary::grow() {
    m_slots.assign(m_slots.size() * 2, 0);
    for (std::uint32_t number = 1; number < m_words.size(); ++number) {
        auto at = m_words[number].hash & (m_slots.size() - 1);
        while (m_slots[at] != 0)
            at = (at + 1) & (m_slots.size() - 1);
        m_slots[at] = number;
    }
}

std::uint32_t Vocabulary::find(std::string_view word, std::uint32_t hash) const {
    for (auto at = hash & (m_slots.size() - 1); m_slots[at] != 0; at = (at + 1) & (m_slots.size() - 1)) {
        const auto& known = m_words[m_slots[at]];
        if (known.hash == hash && known.letters == word)
            return m_slots[at];
    }
    return 0;
}

std::uint32_t Vocabulary::add(std::string_view word) {
    if (auto known = find(word))
        return known;
    m_words.push_back({std::string(word), hash_of(word), 0});
    if (m_words.size() * 3 > m_slots.size())
        grow(); // places the new one too
    else {
        auto at = m_words.back().hash & (m_slots.size() - 1);
        while (m_slots[at] != 0)
            at = (at + 1) & (m_slots.size() - 1);
        m_slots[at] = static_cast<std::uint32_t>(m_words.size() - 1);
    }
    return static_cast<std::uint32_t>(m_words.size() - 1);
}

void Vocabulary::mark(std::string_view word, Classes classes) { m_words[add(word)].classes |= classes; }

} // namespace lifestory::prose
