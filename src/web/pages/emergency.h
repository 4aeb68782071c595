// Opening a record in an emergency (pages.md section 9): exact name, date of birth, a reason, sixty minutes.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> emergency_routes(const House& house);

// For a manager of whoever opened one, or of the child: who, which child, when and why. Empty when there were none.
Html emergencies_list(const House& house, const Caller& caller);

} // namespace lifestory::web::pages
