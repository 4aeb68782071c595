// Who has looked (pages.md 6.20): every look at a child's record, with why they could, for whoever may read that.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> readings_routes(const House& house);

} // namespace lifestory::web::pages
