// What the checker says of a draft: findings (a place that could be better) and what is missing. It advises and never
// changes a word. Categories and severities: LEI-023 and the labelling guide's list; the words of each come from the
// packs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lifestory::prose {

enum class Category {
    Acronym, Jargon, Stigma, Blame, Derogatory, ThirdPerson, HardSentence, OpinionAsFact, NameOrRole, PastedEmail,
    OtherChild, MisspeltName, PreferredWord,
    RepeatedText, AnotherRecord // found beside other texts (prose/same_words.h), never by `check`
};

enum class Severity { Must, Should }; // must: not to be saved like this; should: the writer ought to look

enum class Missing { ChildVoice, HowViewsObtained, WhoWasPresent, ReasonForDecision, DecisionMaker, NextStep, WhatWasWanted };

// Byte offsets into the text, end exclusive. `suggestion` may be empty; taken, it replaces just those bytes.
struct Finding {
    std::size_t begin = 0, end = 0;
    Category category{};
    std::string message;
    std::string suggestion;
    bool operator==(const Finding&) const = default;
};

std::string_view word(Category category); // "acronym", as on the command line and in the packs
std::string_view word(Severity severity); // "must"
std::string_view word(Missing missing);   // "child-voice"
Severity severity(Category category);

} // namespace lifestory::prose
