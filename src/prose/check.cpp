#include "prose/check.h"

#include <algorithm>
#include <iterator>

#include "prose/acronyms.h"
#include "prose/hard_sentence.h"
#include "prose/missing.h"
#include "prose/misspelt.h"
#include "prose/name_or_role.h"
#include "prose/other_child.h"
#include "prose/pasted_email.h"
#include "prose/preferred.h"
#include "prose/third_person.h"
#include "prose/words.h"

namespace lifestory::prose {

namespace {

constexpr std::size_t long_text = 100; // words

bool is_soft(const Finding& finding) {
    return finding.category == Category::Jargon || finding.category == Category::OpinionAsFact || finding.category == Category::NameOrRole;
}

// A long text with no more than two slips is well written: a hard word or two is left to its writer. What hurts never is.
void drop_lone_soft(const Draft& draft, std::vector<Finding>& findings) {
    if (draft.document.tokens.size() >= long_text && findings.size() <= 2)
        std::erase_if(findings, is_soft);
}

// By where they begin; of the same place, as they were found. Only their places are moved about, and each finding once.
std::vector<Finding> in_order(std::vector<Finding> findings) {
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t at = 0; at < findings.size(); ++at)
        places.emplace_back(findings[at].begin, at);
    std::sort(places.begin(), places.end());
    std::vector<Finding> ordered;
    ordered.reserve(findings.size());
    for (const auto& [begin, at] : places)
        ordered.push_back(std::move(findings[at]));
    return ordered;
}

// "Unborn Hallam", "Baby Hallam"; one who is called "Baby Corey Hallam" is born and has a voice.
bool is_unborn(std::string_view full) { return full.starts_with("unborn") || (full.starts_with("baby") && std::count(full.begin(), full.end(), ' ') < 2); }

bool is_held(Missing item, const Holds& holds) {
    switch (item) {
    case Missing::ChildVoice: return holds.child_voice;
    case Missing::HowViewsObtained: return !holds.child_voice || holds.how_views_obtained;
    case Missing::WhoWasPresent: return holds.who_was_present;
    case Missing::ReasonForDecision: return !holds.decision || holds.reason_for_decision;
    case Missing::DecisionMaker: return !holds.decision || holds.decision_maker;
    case Missing::NextStep: return holds.next_step;
    case Missing::WhatWasWanted: return holds.what_was_wanted;
    }
    return true;
}

} // namespace

std::vector<Finding> check(std::string_view text, const Reader& reader, const About& about) {
    auto draft = draft_of(text, reader, about);
    auto findings = find_misspelt(draft);
    for (auto find : {find_pasted_emails, find_acronyms, find_third_person, find_hard_sentences, find_preferred,
                      find_names_or_roles, find_other_child}) {
        auto found = find(draft);
        findings.insert(findings.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    }
    auto words = find_words(draft, findings.size());
    findings.insert(findings.end(), std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
    drop_lone_soft(draft, findings);
    if (about.written_to == WrittenTo::Others)
        std::erase_if(findings, [](const Finding& finding) { return finding.category == Category::ThirdPerson; });
    return in_order(std::move(findings));
}

std::vector<Missing> missing(const std::vector<std::string>& expects, const Holds& holds) {
    std::vector<Missing> found;
    for (auto item : {Missing::ChildVoice, Missing::HowViewsObtained, Missing::WhoWasPresent, Missing::ReasonForDecision,
                      Missing::DecisionMaker, Missing::NextStep, Missing::WhatWasWanted})
        if (std::find(expects.begin(), expects.end(), word(item)) != expects.end() && !is_held(item, holds))
            found.push_back(item);
    return found;
}

std::vector<Missing> missing_from(std::string_view text, const Reader& reader, const About& about, const std::vector<std::string>& expects, std::string_view type) {
    auto draft = draft_of(text, reader, about);
    find_misspelt(draft); // for whom it names
    bool there = type == "visit" || type == "family-time" || type == "phone-call" || type == "supervised-contact" || type == "conversation";
    auto holds = holds_in_words(draft, there ? SayingIsEnough::Yes : SayingIsEnough::No);
    auto found = missing(expects, holds);
    if (is_unborn(draft.people.front().full))
        std::erase(found, Missing::ChildVoice);
    return found;
}

std::string question(Missing missing, std::string_view child) {
    switch (missing) {
    case Missing::ChildVoice: return "What did " + std::string(child) + " say, or show you?";
    case Missing::HowViewsObtained: return "How did you find that out?";
    case Missing::WhoWasPresent: return "Who was there?";
    case Missing::ReasonForDecision: return "Why was this decided?";
    case Missing::DecisionMaker: return "Who decided?";
    case Missing::NextStep: return "What happens next?";
    case Missing::WhatWasWanted: return "What did " + std::string(child) + " want in it, and what did the family?";
    }
    return "";
}

} // namespace lifestory::prose
