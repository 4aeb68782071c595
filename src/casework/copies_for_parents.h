// Which parents should have a copy of an assessment or a report, and who has one (ROC-093). Parents are those with parental responsibility; one from whom the child's home
// is hidden is not simply owed a copy: somebody decides what they may have.
#pragma once

#include <vector>

#include "policy/pack.h"
#include "record/child.h"
#include "record/family.h"

namespace lifestory::casework {

enum class Copy { Given, Missing, ToBeDecided };

struct CopyForParent {
    const record::Person* parent = nullptr;             // of the family
    std::string who;                                    // "mum"
    Copy state = Copy::Missing;
    const record::SharingGiven* given = nullptr;        // the last one; of the story
    bool operator==(const CopyForParent&) const = default;
};

// Empty: the pack sends none of this type to parents, or nobody is written down as one.
std::vector<CopyForParent> copies_for_parents(const policy::Pack& pack, const record::Child& child, const record::Family& family, const record::StoryEntry& story,
        record::Day today);

} // namespace lifestory::casework
