// The rules of a pack made ready to read by: their words in one vocabulary, their patterns in one tree. Made once for each
// pack; reads any number of drafts, from any number of threads.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "prose/matcher.h"
#include "prose/near.h"
#include "prose/vocabulary.h"
#include "prose/wording.h"

namespace lifestory::prose {

class Reader {
public:
    explicit Reader(WordingRules rules); // what is no pattern is left out: the packs' reader has refused it before

    const WordingRules& rules() const { return m_rules; }
    const Vocabulary& vocabulary() const { return m_vocabulary; }
    const Matcher& words() const { return m_words; }
    bool may_be_acronym(const Token& token) const { return m_letters.admits(token.hash); } // whatever its capitals

    struct Context { // of one word rule
        Near fine_with, only_with;
    };
    const Context& context(std::uint32_t rule) const { return m_contexts[rule]; }

private:
    WordingRules m_rules;
    Vocabulary m_vocabulary;
    Matcher m_words;
    std::vector<Context> m_contexts;
    Sieve m_letters; // of the acronyms that are known
};

} // namespace lifestory::prose
