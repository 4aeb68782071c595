// Check and sign (pages.md 6.6): the entry as it will stand, what is late, when the child reads it, and the signature.
// Reading it as the child will stands here too.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

std::vector<http::Route> signing_routes(const House& house);

// Signs what was read: the act, the appending, and the draft marked. Refused with every reason at once, `refusals` of before
// among them, each at its field of the page; "not-found" when this caller may not.
Result<EntryId> sign_as_read(const House& house, const Caller& caller, const DraftView& view, const casework::Filled& filled, Refusals refusals);

} // namespace lifestory::web::pages
