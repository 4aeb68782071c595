#include "prose/reader.h"

namespace lifestory::prose {

namespace {

std::vector<Pattern> all_patterns(const std::vector<std::string>& written) {
    std::vector<Pattern> all;
    for (const auto& one : written)
        if (auto patterns = patterns_of(one))
            all.insert(all.end(), patterns->begin(), patterns->end());
    return all;
}

} // namespace

Reader::Reader(WordingRules rules) : m_rules(std::move(rules)) {
    for (std::uint32_t number = 0; number < m_rules.words.size(); ++number) {
        const auto& rule = m_rules.words[number];
        for (const auto& pattern : all_patterns(rule.patterns))
            m_words.add(pattern, number, m_vocabulary);
        m_contexts.push_back({all_patterns(rule.fine_with), all_patterns(rule.only_with)});
    }
}

} // namespace lifestory::prose
