// The administrator's pages on one team: registered, and changed from a day on.
#pragma once

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> teams_routes(const House& house);

} // namespace lifestory::web::pages
