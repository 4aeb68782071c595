// One signed entry (pages.md 6.7): its words as they read today with what stands beside them, who wrote it, when it was
// due, when the child reads it, to whom it was given, and the presses of those who may.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> entry_routes(const House& house);

} // namespace lifestory::web::pages
