// The words that a child chose: what to say instead of what, since when, and with whom it was agreed; and those that held
// before. No reason is kept, for none is asked.
#pragma once

#include <string>
#include <vector>

#include "record/child.h"

namespace lifestory::record {

struct ChosenWord {
    std::string instead_of, say;
    Day since{};
    std::optional<Day> until; // the day from which it was another word, or none
    Author agreed_by;
    Instant agreed_at{};
    bool operator==(const ChosenWord&) const = default;
};

struct ChosenWords {
    std::vector<ChosenWord> now, before; // each in the order of asking
};

ChosenWords chosen_words(const Child& child, Day day);

// What was asked of this word last, whatever its capitals; null: it was not asked about.
const Beside<BasicDetail>* last_said_of(const Child& child, const std::string& instead_of);

} // namespace lifestory::record
