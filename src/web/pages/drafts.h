// Drafts (pages.md 6.9): the list, one draft put away or taken out again, and their lines on Home.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

Html drafts_of_home(const House& house, const Caller& caller); // "Drafts (3)", with where each stopped
std::vector<http::Route> drafts_routes(const House& house);

} // namespace lifestory::web::pages
