// Which papers a child's record should hold by now, by the rules that say "once" (LIQ-012 to LIQ-016): those that are there, with their
// day, and those that are missing, since when. What such a rule asks of whom is the policy's.
#pragma once

#include <vector>

#include "web/pages/acting.h"

namespace lifestory::web::pages {

bool is_paper(const policy::Pack& pack, const policy::Obligation& owed);

struct Paper {
    const policy::Obligation* owed = nullptr;    // of the judged
    const record::StoryEntry* there = nullptr;   // the newest that meets it; null: missing
};
std::vector<Paper> papers_of(const House& house, const access::OpenRecord& open, const Judged& judged); // missing ones first

Html papers_table(const House& house, const access::OpenRecord& open); // empty: the policy asks for none

} // namespace lifestory::web::pages
