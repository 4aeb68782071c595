// The text of a letter as a pack writes it: words, and places in braces that are filled from the record when somebody writes one. Which
// places there are is told here; what stands in them is casework's (letter_from_record.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lifestory::policy {

// Words as they stand, or a place. `{last.core-group.day}` is the place "last", of "core-group", what "day"; `{write: the day and the
// time}` is the place "write", what "the day and the time"; `{must say: ...}` are words without which the letter's writer is warned.
struct LetterPart {
    std::string words; // of a place empty
    std::string place; // empty: words
    std::string of, what;
    bool operator==(const LetterPart&) const = default;
};

const std::vector<std::string>& letter_places(); // as they are written: "child-name", "last.RECORD TYPE.day", "write: WHAT"

// Refuses, each with what was expected: a place that there is not, an empty one, a brace without the other.
Result<std::vector<LetterPart>> letter_parts(std::string_view text);

std::vector<std::string> statements_of(std::string_view text); // what a letter of this text must say

} // namespace lifestory::policy
