// Writing a record: the empty page, its first word that makes a draft, and every save after, by script or by [Save].
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

std::vector<http::Route> writing_routes(const House& house);

// The draft at {draft}, if this caller writes in it; its owner's manager reaches it by a reason (drafts.h).
Result<desk::Draft> own_draft(const House& house, const http::Call& call);

} // namespace lifestory::web::pages
