// Who is to agree to an entry and whether they have: on its own page, where it is signed off, and in the API.
#pragma once

#include "base/json.h"
#include "policy/who_agrees.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

policy::Agreement agreement_of(const House& house, const access::OpenRecord& open, const record::StoryEntry& story); // by the pack that the entry remembers

// Whom the entry still waits for when this worker agrees to it, or only comments on it; empty: for nobody.
std::string waits_after_agreement(const House& house, const access::OpenRecord& open, const record::StoryEntry& story, WorkerNumber worker);
std::string waits_after_comment(const House& house, const access::OpenRecord& open, const record::StoryEntry& story);

Html agreement_line(const House& house, const access::OpenRecord& open, const record::StoryEntry& story); // empty: the policy names nobody
JsonObject agreement_json(const House& house, const access::OpenRecord& open, const record::StoryEntry& story);

} // namespace lifestory::web::pages
