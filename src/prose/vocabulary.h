// The words that rules and grammar ask for, each with a number and its kinds, found by one hash while a text is read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "prose/classes.h"
#include "prose/letters.h"

namespace lifestory::prose {

class Vocabulary {
public:
    Vocabulary();
    std::uint32_t add(std::string_view word);                      // in lower case; its number, never 0
    void mark(std::string_view word, Classes classes);
    std::uint32_t find(std::string_view word) const { return find(word, hash_of(word)); } // 0: not there
    std::uint32_t find(std::string_view word, std::uint32_t hash) const;
    Classes classes(std::uint32_t number) const { return m_words[number].classes; }
    std::size_t size() const { return m_words.size(); }

private:
    struct Word {
        std::string letters;
        std::uint32_t hash = 0;
        Classes classes = 0;
    };
    struct Slot {
        std::uint32_t hash = 0, number = 0;
    };
    void place(std::uint32_t number);
    std::vector<Word> m_words; // 0 stands empty
    std::vector<Slot> m_slots; // by hash, open addressing
};

} // namespace lifestory::prose
