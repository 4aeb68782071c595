// A manager and somebody else's draft (pages.md 6.9): reaching one left behind, with a reason that is kept, and sending
// one back with what should change, and why, beside each part.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

// On the manager's Team page: drafts that their writers ask to have read before signing; empty: none.
Html drafts_to_read(const House& house, const Caller& caller);
std::vector<http::Route> draft_return_routes(const House& house);

} // namespace lifestory::web::pages
