// Opening a record in an emergency (pages.md section 9): exact name, date of birth, a reason, sixty minutes.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> emergency_routes(const House& house);

} // namespace lifestory::web::pages
