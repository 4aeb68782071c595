// Whether conditions hold at one moment of a child's life. For the files of this room; others ask judge.h.
#pragma once

#include "policy/occurrences.h"

namespace lifestory::policy {

// The child's life by the pack, the day, and the entry judged (or none).
struct AtMoment {
    const Life* life = nullptr;
    Day day{};
    const Happening* entry = nullptr;
};

bool holds(const Condition& condition, const AtMoment& now);
bool holds(const Conditions& conditions, const AtMoment& now); // any of them; none: yes

bool is_in_force(const Rule& rule, Day day); // from its first day to its last

} // namespace lifestory::policy
