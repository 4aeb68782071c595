// What the family's own stream brings into a child's chronology: where the child lived, who died. Never an address.
#pragma once

#include "chronology/derive.h"

namespace lifestory::chronology {

struct FamilyRows {
    std::vector<Row> always, offered;
};

// A rule that speaks of `household` or `person` says whether they are put in or offered, and under which theme.
FamilyRows family_rows(const Life& life);

} // namespace lifestory::chronology
