// Beginning a child's record, and the family's where there is none yet (pages 6.3): search comes before this,
// on the page; here stands what must be known to begin.
#pragma once

#include "casework/act.h"

namespace lifestory::casework {

// A brother or sister who is known: their number in the family, and how they are spoken of.
struct KnownSibling {
    PersonNumber person;
    std::string pronouns;
};

struct Opening {
    std::string full_name, known_as, pronouns;
    std::optional<Day> born, expected; // one of them
    std::string told_by, what_they_said;
    std::optional<Day> known_on;
    std::string not_the_same_because;       // of near matches that were shown
    RecordNumber child;                     // fresh
    std::optional<RecordNumber> family;     // of an existing one; else `new_family` is made
    RecordNumber new_family;                // fresh
    PersonNumber person;                    // fresh, or the child's number among the family's people
    std::string family_name;                // of a new family
    std::optional<std::string> involvement; // an episode's number: the work begins with the record
    bool brought_in = false;                // from another system: also who is grown up by now
    std::optional<KnownSibling> sibling{};  // in the family that there is
};

Result<Writing> open_child(const Act& act, const Opening& opening);

} // namespace lifestory::casework
