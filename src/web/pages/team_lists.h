// The lists behind Team's numbers (pages.md 7.1), of the whole line or of one worker or team, a page at a time.
#pragma once

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> team_list_routes(const House& house);

} // namespace lifestory::web::pages
