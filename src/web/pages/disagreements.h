// What the child or somebody of the family says about an entry, written down for them as they said it (pages.md 8.4).
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> disagreements_routes(const House& house);

} // namespace lifestory::web::pages
