// People, relationships and households: typed once for all the children of a family.
#pragma once

#include "casework/act.h"
#include "record/family.h"

namespace lifestory::casework {

enum class SamePerson { NotAsked, NoAnother }; // "There is another Kerry Barrow. Is it her?"

// A new person, or one said again. A second one of the same name is asked about first.
Result<Writing> add_person(const Act& act, const record::Family& family, const record::Person& person,
                           SamePerson same);
// Somebody new, and who they are to somebody of the family, in one act.
Result<Writing> add_person_with_tie(const Act& act, const record::Family& family, const record::Person& person,
                                    const record::Relationship& tie, SamePerson same);
Result<Writing> add_relationship(const Act& act, const record::Family& family,
                                 const record::Relationship& tie);
Result<Writing> set_household(const Act& act, const record::Family& family,
                              const record::Household& household);

} // namespace lifestory::casework
