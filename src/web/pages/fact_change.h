// Changing one fact: what it is now, since when, who said so, when we learned it (pages.md 6.10).
#pragma once

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> fact_change_routes(const House& house);

} // namespace lifestory::web::pages
