// Check and sign (pages.md 6.6): the entry as it will stand, what is late, when the child reads it, and the signature.
// Reading it as the child will stands here too.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

std::vector<http::Route> signing_routes(const House& house);

} // namespace lifestory::web::pages
