// Why something due is late, and what kept the child safe meanwhile (pages.md 7.3): asked once.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> lateness_routes(const House& house);

} // namespace lifestory::web::pages
