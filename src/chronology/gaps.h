// The stretches of a child's record in which nothing important is written and nobody saw the child, with how many notes that were brought
// in from another system are of these days: of such a stretch it is not said that nobody saw the child.
#pragma once

#include "chronology/row.h"
#include "policy/pack.h"

namespace lifestory::chronology {

// `told`: the rows, in order. Only while there was work with the child, and only of stretches longer than the pack's setting
// "chronology-gap" has it; without the setting there are none.
std::vector<Gap> gaps_in(const record::Child& child, const std::vector<Row>& told, const policy::Pack& pack, Day today);

} // namespace lifestory::chronology
