// A home of a family: whose it is, its address, who lives there since when, and who may not know it (pages.md 6.11). Said again it
// stands before what was said; the old one stays with its days.
#pragma once

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> home_of_family_routes(const House& house);

} // namespace lifestory::web::pages
