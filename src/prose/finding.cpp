#include "prose/finding.h"

namespace lifestory::prose {

std::string_view word(Category category) {
    switch (category) {
    case Category::Acronym: return "acronym";
    case Category::Jargon: return "jargon";
    case Category::Stigma: return "stigma";
    case Category::Blame: return "blame";
    case Category::Derogatory: return "derogatory";
    case Category::ThirdPerson: return "third-person";
    case Category::HardSentence: return "hard-sentence";
    case Category::OpinionAsFact: return "opinion-as-fact";
    case Category::NameOrRole: return "name-or-role";
    case Category::PastedEmail: return "pasted-email";
    case Category::OtherChild: return "other-child";
    case Category::MisspeltName: return "misspelt-name";
    case Category::PreferredWord: return "preferred-word";
    case Category::RepeatedText: return "repeated-text";
    case Category::AnotherRecord: return "another-record";
    }
    return "";
}

std::string_view word(Severity severity) { return severity == Severity::Must ? "must" : "should"; }

std::string_view word(Missing missing) {
    switch (missing) {
    case Missing::ChildVoice: return "child-voice";
    case Missing::HowViewsObtained: return "how-views-obtained";
    case Missing::WhoWasPresent: return "who-was-present";
    case Missing::ReasonForDecision: return "reason-for-decision";
    case Missing::DecisionMaker: return "decision-maker";
    case Missing::NextStep: return "next-step";
    case Missing::WhatWasWanted: return "what-was-wanted";
    }
    return "";
}

Severity severity(Category category) {
    switch (category) {
    case Category::Jargon:
    case Category::HardSentence:
    case Category::OpinionAsFact:
    case Category::NameOrRole:
    case Category::RepeatedText: return Severity::Should;
    case Category::Acronym:
    case Category::Stigma:
    case Category::Blame:
    case Category::Derogatory:
    case Category::ThirdPerson:
    case Category::PastedEmail:
    case Category::OtherChild:
    case Category::MisspeltName:
    case Category::PreferredWord:
    case Category::AnotherRecord: return Severity::Must;
    }
    return Severity::Must;
}

} // namespace lifestory::prose
