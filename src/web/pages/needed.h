// What has to stand before our work with a child ends, or their record goes to another team (packs: needs): said on the page with the way to
// each, and what the policy says must be there holds the press back.
#pragma once

#include <string_view>
#include <vector>

#include "policy/judge.h"
#include "web/pages/acting.h"
#include "web/pages/caller.h"

namespace lifestory::web::pages {

struct Needed {
    const policy::Need* need = nullptr;
    std::vector<EntryId> of; // of a need for each entry: those that nothing names yet
};

std::vector<Needed> needed_before(const House& house, const Judged& judged, std::string_view record_type, std::string_view moment);

Html what_is_needed(const House& house, const access::OpenRecord& open, const std::vector<Needed>& needed); // empty: nothing is
Refusals refused_for(const House& house, const std::vector<Needed>& needed);                                 // of a must alone

} // namespace lifestory::web::pages
