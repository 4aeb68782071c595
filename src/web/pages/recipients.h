// To whom an entry goes by the policy, and who has it: on its own page, where copies are said to be given, and in the API.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

struct Recipient {
    std::string who;               // "Tracey Barrow, mum"; of whom nobody is known by name "the school"
    std::vector<std::string> had;  // "by hand, 9 December 2026"; empty: it is missing there
    std::vector<std::string> people{}; // of several who are one line ("the family"): any of these
};

// In the order of the policy; nobody twice. Empty: the policy names nobody, the entry was written in error, or its reader sees a part of the record alone.
std::vector<Recipient> recipients_of(const House& house, const access::OpenRecord& open, const record::StoryEntry& story);

Html recipients_block(const House& house, const access::OpenRecord& open, const record::StoryEntry& story);
JsonArray recipients_json(const House& house, const access::OpenRecord& open, const record::StoryEntry& story);

// The people of a form: who came, who was asked, who sent word; "Maureen Barrow, nan". Names that are closed to readers are left out.
std::vector<std::string> people_of(const record::StoryEntry& meeting);

} // namespace lifestory::web::pages
