// "Start Reece's from Tilly's" (pages.md 6.5): the sentences that were written to one child on a visit, none ticked; those ticked go
// into the other's part, and no others.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> start_from_routes(const House& house);

} // namespace lifestory::web::pages
