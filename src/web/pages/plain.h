// Pages that are about no child: help, accessibility, and the policy in force with its clauses.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> plain_routes(const House& house);

} // namespace lifestory::web::pages
