// The child's own things that stand in the record as originals held for them: where each is, and, once it was given back, when, to whom and
// whether a copy was kept (ROC-077, ROC-087). Giving one back is an entry of its own.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

struct Belonging {
    const record::StoryEntry* kept = nullptr;       // the document that says it is the child's
    const record::StoryEntry* given_back = nullptr; // null: still here
};
std::vector<Belonging> belongings_in(const record::Child& child); // still here first, oldest first

Html belongings_list(const House& house, const Caller& caller, const access::OpenRecord& open); // empty: we keep none
Html belongings_to_give_back(const access::OpenRecord& open);                                   // a line for the child's page; empty: none

std::vector<http::Route> belongings_routes(const House& house);

} // namespace lifestory::web::pages
