// How a date was counted (pages.md 6.19): the days one by one, and the rule that counts them; also as JSON.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> due_routes(const House& house);

} // namespace lifestory::web::pages
