// What a worker does at the kitchen table: adds somebody with their tie and, when they live there, into the home, in one act; and says that the
// drawing is right today. Homes alone are casework/family.h's.
#pragma once

#include "casework/family.h"
#include "record/genogram.h"

namespace lifestory::casework {

// `home`: where they live, with them among its members; none: not said.
Result<Writing> draw_person(const Act& act, const record::Family& family, const record::Person& person, const record::Relationship& tie, SamePerson same,
                            const std::optional<record::Household>& home);

Result<Writing> draw_tie(const Act& act, const record::Family& family, const record::Relationship& tie); // with who said so

Result<Writing> keep_genogram(const Act& act, const record::Child& child, const record::Family& family, const record::KeptGenogram& kept);

} // namespace lifestory::casework
