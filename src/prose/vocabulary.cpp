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

void Vocabulary::place(std::uint32_t number) {
    auto at = m_words[number].hash & (m_slots.size() - 1);
    while (m_slots[at].number != 0)
        at = (at + 1) & (m_slots.size() - 1);
    m_slots[at] = {m_words[number].hash, number};
}

std::uint32_t Vocabulary::find(std::string_view word, std::uint32_t hash) const {
    for (auto at = hash & (m_slots.size() - 1); m_slots[at].number != 0; at = (at + 1) & (m_slots.size() - 1))
        if (m_slots[at].hash == hash && m_words[m_slots[at].number].letters == word)
            return m_slots[at].number;
    return 0;
}

std::uint32_t Vocabulary::add(std::string_view word) {
    if (auto known = find(word))
        return known;
    m_words.push_back({std::string(word), hash_of(word), 0});
    auto number = static_cast<std::uint32_t>(m_words.size() - 1);
    if (m_words.size() * 3 > m_slots.size()) {
        m_slots.assign(m_slots.size() * 2, {});
        for (std::uint32_t each = 1; each < number; ++each)
            place(each);
    }
    place(number);
    return number;
}

void Vocabulary::mark(std::string_view word, Classes classes) { m_words[add(word)].classes |= classes; }

} // namespace lifestory::prose
