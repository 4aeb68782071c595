// Who had a part in each section of an assessment or a plan: the child, a parent, a carer, a professional; and which sections the family had no part in (LEI-022). From whose
// words stand
// there, who wrote it, and what the writer ticked in the items of the list "contributors".
#pragma once

#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

struct PartTaken {
    std::string title;              // of the section
    std::vector<std::string> who;   // "Tilly (child)", "Maureen Barrow (carer)", "a parent", "Priya Anand (professional)"
    bool has_family = false;
    bool operator==(const PartTaken&) const = default;
};

bool says_who_took_part(const policy::Pack& pack, const record::StoryEntry& story);
std::vector<PartTaken> parts_taken(const record::Child& child, const record::Family& family, const record::StoryEntry& story);

Html who_took_part(const House& house, const OpenEntry& entry); // empty: no assessment and no plan

} // namespace lifestory::web::pages
