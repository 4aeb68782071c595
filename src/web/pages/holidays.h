// The administrator's page on bank holidays: those known, and one declared at short notice. What is open is then counted
// again; what is met or closed never moves. The table of England and Wales itself stands in the national pack.
#pragma once

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> holidays_routes(const House& house);

} // namespace lifestory::web::pages
