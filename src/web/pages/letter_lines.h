// What was gathered for a letter as lines beside its box: each with its entry, what it says, and how a sentence of the letter may
// begin. The rest of the sentence is the writer's.
#pragma once

#include <string>
#include <vector>

#include "record/letter.h"

namespace lifestory::web::pages {

struct LetterLine {
    std::string code;   // by which [Use] names it
    EntryId entry;
    calendar::Day day{};
    std::string shown;  // "Ask about art clubs (Priya Anand, by 5 January 2027)"
    std::string aside;  // "Not done."
    std::string begins; // "On 9 December 2026 you said: \"...\""
    bool operator==(const LetterLine&) const = default;
};

struct LetterGroup {
    std::string title; // "What you told us"
    std::vector<LetterLine> lines;
};

// Groups that hold something, what was not done first. `writer`: the full name, whose promises begin with "I".
std::vector<LetterGroup> letter_groups(const std::string& writer, const record::Gathered& gathered);

} // namespace lifestory::web::pages
