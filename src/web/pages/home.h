// A worker's home (pages.md 6.2): who first, what by today, where was I. A manager's is team.h.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> home_routes(const House& house);

} // namespace lifestory::web::pages
