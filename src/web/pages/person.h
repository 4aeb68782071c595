// Somebody of a family: added with who they are to the child, changed, and tied to others (pages.md 6.11). Typed once for all
// the children of the family.
#pragma once

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> person_routes(const House& house);

} // namespace lifestory::web::pages
