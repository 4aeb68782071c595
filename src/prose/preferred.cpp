#include "prose/preferred.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "prose/another_spelling.h"
#include "prose/pattern.h"

namespace lifestory::prose {

namespace {

// Of a rule, where a word is fine: the packs know that "eye contact" is another contact.
const Reader::Context* context_of(const Draft& draft, std::string_view word) {
    const auto& rules = draft.reader.rules().words;
    for (std::uint32_t i = 0; i < rules.size(); ++i)
        if (rules[i].id == word || (rules[i].id.starts_with('=') && std::string_view(rules[i].id).substr(1) == word))
            return &draft.reader.context(i);
    return nullptr;
}

std::string bare(std::string_view avoid) { // "the unit" is found as "unit" too
    std::string word;
    for (char c : avoid)
        word += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c == '-' ? ' ' : c;
    for (std::string_view article : {"the ", "a ", "an ", "my "})
        if (word.starts_with(article))
            return word.substr(article.size());
    return word;
}

// "key worker" is written "keyworker" too.
std::optional<std::vector<Pattern>> ways_to_write(const std::string& avoided) {
    auto patterns = patterns_of(avoided);
    if (!patterns)
        return std::nullopt;
    auto all = *patterns;
    if (std::count(avoided.begin(), avoided.end(), ' ') == 1) {
        auto together = avoided;
        std::erase(together, ' ');
        if (auto joined = patterns_of(together); joined)
            all.insert(all.end(), joined->begin(), joined->end());
    }
    if (avoided.size() > 5 && avoided.back() == 's' && avoided[avoided.size() - 2] != 's') // "kinship carers" is one of them too
        if (auto one = patterns_of(avoided.substr(0, avoided.size() - 1)); one)
            all.insert(all.end(), one->begin(), one->end());
    return all;
}

struct Avoided {
    const Preferred* preferred = nullptr;
    std::vector<Pattern> patterns;
    std::vector<std::vector<Sieve>> sieves; // of each place of each pattern
    const Reader::Context* context = nullptr;
    bool relation = false;
};

std::vector<std::vector<Sieve>> sieves_of(const std::vector<Pattern>& patterns) {
    std::vector<std::vector<Sieve>> all;
    for (const auto& pattern : patterns)
        for (auto& sieves = all.emplace_back(); const auto& slot : pattern)
            for (auto& sieve = sieves.emplace_back(); const auto& word : slot.words)
                sieve.add(word);
    return all;
}

constexpr std::size_t long_word = 8; // of which one letter may be wrong

std::vector<std::string> split_words(const std::string& text) { return split(text, ' '); }

class Finder {
public:
    explicit Finder(const Draft& draft) : m_draft(draft) {
        for (const auto& preferred : draft.about.preferred) {
            for (const auto& word : split_words(bare(preferred.avoid)))
                m_any_long |= word.size() >= long_word;
            if (auto patterns = ways_to_write(bare(preferred.avoid)); patterns && !is_pronoun(bare(preferred.avoid)))
                add({&preferred, *patterns, sieves_of(*patterns), context_of(draft, bare(preferred.avoid)), is_relation(bare(preferred.avoid))});
        }
    }

    std::vector<Finding> find() {
        std::vector<Finding> findings;
        for (std::size_t at = 0; !m_avoided.empty() && at < m_draft.document.tokens.size(); ++at)
            if ((m_any || m_first.admits(m_draft.token(at).hash) || may_be_misspelt(at) || is_parted(at)) && !m_draft.token(at).is_set_apart())
                for (const auto& avoided : m_avoided)
                    if (auto length = length_at(at, avoided); length > 0 && !means_something_else(at, length, avoided))
                        findings.push_back(finding(at, length, *avoided.preferred));
        return findings;
    }

private:
    void add(Avoided avoided) {
        for (const auto& pattern : avoided.patterns) {
            m_any |= pattern.front().any;
            for (const auto& word : pattern.front().words)
                m_first.add(word);
        }
        m_avoided.push_back(std::move(avoided));
    }

    bool is_relation(const std::string& word) const { return m_draft.reader.vocabulary().classes(m_draft.reader.vocabulary().find(word)) & bit(Class::Relation); }

    // Whether "he" is the child is the question of third_person.
    bool is_pronoun(const std::string& word) const { return m_draft.reader.vocabulary().classes(m_draft.reader.vocabulary().find(word)) & bits(Class::He, Class::She, Class::They); }

    // "Independance" for independence: a long word that we do not know
    bool may_be_misspelt(std::size_t at) const { return m_any_long && m_draft.token(at).word == 0 && m_draft.of(at).size() >= long_word; }

    bool is_nearly(const Slot& slot, std::size_t at) const {
        if (!may_be_misspelt(at))
            return false;
        auto word = m_draft.document.lower(m_draft.token(at));
        return std::any_of(slot.words.begin(), slot.words.end(), [&](const std::string& one) { return one.size() >= long_word && one[0] == word[0] && letters_apart(word, one) == 1; });
    }

    // "step-dad" for stepdad
    bool is_parted(std::size_t at) const { return at + 1 < m_draft.document.tokens.size() && m_draft.token(at + 1).has(Joined) && m_draft.token(at + 1).has(Apart); }

    bool is_parted_word(const Pattern& pattern, std::size_t at) const {
        if (pattern.size() != 1 || !is_parted(at))
            return false;
        auto together = m_draft.document.lower(m_draft.token(at)) + m_draft.document.lower(m_draft.token(at + 1));
        return std::binary_search(pattern.front().words.begin(), pattern.front().words.end(), together);
    }

    bool fits(const Slot& slot, const Sieve& sieve, std::size_t at) const { return slot.any || is_nearly(slot, at) || (sieve.admits(m_draft.token(at).hash) && std::binary_search(slot.words.begin(), slot.words.end(), m_draft.document.lower(m_draft.token(at)))); }

    std::size_t length_at(std::size_t at, const Avoided& avoided) const {
        for (std::size_t way = 0; way < avoided.patterns.size(); ++way) {
            const auto& pattern = avoided.patterns[way];
            if (is_parted_word(pattern, at))
                return 2;
            std::size_t slot = 0;
            while (slot < pattern.size() && (slot == 0 ? at < m_draft.document.tokens.size() : m_draft.same_sentence(at + slot, at)) && fits(pattern[slot], avoided.sieves[way][slot], at + slot))
                ++slot;
            if (slot == pattern.size())
                return slot;
        }
        return 0;
    }

    bool means_something_else(std::size_t at, std::size_t length, const Avoided& avoided) const {
        const auto& sentence = m_draft.document.sentence_of(m_draft.token(at));
        auto from = std::max<std::size_t>(sentence.first, at > 2 ? at - 2 : 0), to = std::min<std::size_t>(sentence.last, at + length + 2);
        if (avoided.context && avoided.context->fine_with.stands_in(m_draft.document, from, to))
            return true;
        if (at == 0 || !m_draft.same_sentence(at - 1, at))
            return false;
        const auto& before = m_draft.token(at - 1);
        // "the music fits the dance", "you contact your nan": something is done, and nothing is called so
        bool is_done = length == 1 && m_draft.same_sentence(at + 1, at) && !m_draft.token(at + 1).has(Comma) && m_draft.token(at + 1).is(bits(Class::The, Class::A, Class::Whose)) && !avoided.relation &&
                       (before.is(bits(Class::I, Class::We, Class::You, Class::They, Class::Modal, Class::Do)) || (before.word == 0 && !before.has(Capital) && m_draft.document.of(m_draft.token(at)).ends_with('s')));
        if (is_done)
            return true;
        if (avoided.relation && (before.has(Owner) || m_draft.is_any<"her", "his", "their">(at - 1)))
            return true; // her friend's dad
        bool is_name = m_draft.is_any<"called", "named">(at - 1) || (at > 1 && m_draft.is_any<"is">(at - 1) && m_draft.is_any<"name">(at - 2));
        if (is_name && m_draft.token(at).has(Capital))
            return true;
        return m_draft.is_any<"word", "words", "say", "saying", "call">(at - 1) && !m_draft.says_you(at) ? false : m_draft.is_any<"word", "words">(at - 1);
    }

    Finding finding(std::size_t at, std::size_t length, const Preferred& preferred) const {
        auto found = finding_of(m_draft, Category::PreferredWord, at, at + length);
        found.message = child_of(m_draft) + " asked us not to say \"" + preferred.avoid + "\".";
        if (!preferred.use.empty())
            found.message += " Say \"" + preferred.use + "\".";
        found.suggestion = preferred.use;
        return found;
    }

    const Draft& m_draft;
    std::vector<Avoided> m_avoided;
    Sieve m_first;      // of the words that begin one
    bool m_any = false; // any word may
    bool m_any_long = false;
};

} // namespace

std::vector<Finding> find_preferred(const Draft& draft) { return Finder(draft).find(); }

} // namespace lifestory::prose
