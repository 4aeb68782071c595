#include "policy/wording.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "policy/hung.h"

namespace lifestory::policy {

namespace {

prose::Category category_of(const std::string& why) {
    if (why == "stigma")
        return prose::Category::Stigma;
    if (why == "blame")
        return prose::Category::Blame;
    if (why == "derogatory")
        return prose::Category::Derogatory;
    return why == "opinion" ? prose::Category::OpinionAsFact : prose::Category::Jargon;
}

prose::WordRule rule_of(const Word& word) {
    prose::WordRule rule;
    rule.id = word.rule.id;
    rule.patterns = word.also;
    rule.patterns.insert(rule.patterns.begin(), word.rule.id);
    rule.category = category_of(word.why);
    rule.better = join(word.better, "; ");
    rule.fine_with = word.fine_with;
    rule.only_with = word.only_with;
    rule.of_people = word.of_people;
    rule.borderline = word.borderline;
    return rule;
}

} // namespace

prose::WordingRules wording_of(const Pack& pack) {
    prose::WordingRules rules;
    for (const auto& acronym : pack.acronyms) {
        if (acronym.known)
            rules.everyday_acronyms[acronym.rule.id] = true;
        else
            rules.acronyms[acronym.rule.id] = {acronym.rule.id, acronym.full, acronym.plain};
    }
    for (const auto& word : pack.words)
        if (word.is_looked_for())
            rules.words.push_back(rule_of(word));
    for (const auto& finding : pack.findings)
        if (finding.rule.id == "hard-sentence") {
            rules.reader_age = finding.reader_age.value_or(rules.reader_age);
            rules.longest_sentence = finding.longest_sentence.value_or(rules.longest_sentence);
        }
    return rules;
}

bool asks_reason(const Pack& pack, prose::Category category) {
    using prose::Category;
    constexpr std::array asked_of{Category::Stigma,     Category::Blame,         Category::Derogatory,
                                  Category::OtherChild, Category::AnotherRecord, Category::PastedEmail};
    return std::ranges::find(asked_of, category) != asked_of.end() && std::ranges::any_of(pack.findings, [&](const auto& rule) {
               return rule.rule.id == prose::word(category) && rule.rule.force == Force::Must;
           });
}

const prose::Reader& wording_of(const RuleBook& book) {
    auto& wording = *book.hung().wording;
    std::call_once(wording.once, [&] { wording.reader.emplace(wording_of(book.pack())); });
    return *wording.reader;
}

} // namespace lifestory::policy
