// What was said or drawn of a family in error is taken back: by an entry of its own, for nothing is deleted. What had been said before
// stands again; somebody of whom nothing is left goes with every tie to them.
#pragma once

#include "casework/act.h"
#include "record/family.h"

namespace lifestory::casework {

// What still stands of one act on a family: a press at the table, a form of its people.
struct SaidOfFamily {
    std::vector<EntryId> entries;
    record::Author by;
    Instant at{};
    std::string words;                  // "Jamie Barrow, brother of Matilda Barrow"
    std::vector<PersonNumber> not_told; // children who have not been told of somebody or something in it
    bool operator==(const SaidOfFamily&) const = default;
};

// What this worker can undo with one press, newest first: their own, as they left it, and no more than drawing. Of whoever has a record,
// an address hidden from somebody, parental responsibility, and what somebody has not been told: never. That is taken back with a reason.
std::vector<SaidOfFamily> said_of_family_since(const record::Family& family, const WorkerNumber& worker, Day since);

// All that was said of a thing, by any entry of it; empty: there is no such entry.
std::vector<EntryId> all_said_with(const record::Family& family, const EntryId& entry);

// Refuses, at "undo", what is taken back already and a child with a record; at "why", no reason.
Result<Writing> take_back(const Act& act, const record::Family& family, const std::vector<EntryId>& entries, const std::string& why);

} // namespace lifestory::casework
