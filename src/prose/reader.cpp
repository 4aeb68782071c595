#include "prose/reader.h"

#include <algorithm>

namespace lifestory::prose {

namespace {

std::string lower_of(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lowered);
    return out;
}

std::vector<Pattern> all_of(const std::vector<std::string>& written, Result<std::vector<Pattern>> (*spelt)(std::string_view)) {
    std::vector<Pattern> all;
    for (const auto& one : written)
        if (auto patterns = spelt(one))
            all.insert(all.end(), patterns->begin(), patterns->end());
    return all;
}

} // namespace

Reader::Reader(WordingRules rules) : m_rules(std::move(rules)) {
    for (std::uint32_t number = 0; number < m_rules.words.size(); ++number) {
        const auto& rule = m_rules.words[number];
        for (const auto& pattern : all_of(rule.patterns, patterns_of))
            m_words.add(pattern, number, m_vocabulary);
        m_contexts.push_back({Near(all_of(rule.fine_with, phrases_of), m_vocabulary), Near(all_of(rule.only_with, phrases_of), m_vocabulary)});
    }
    m_words.seal();
    for (const auto& [letters, acronym] : m_rules.acronyms)
        m_letters.add(lower_of(letters));
}

} // namespace lifestory::prose
