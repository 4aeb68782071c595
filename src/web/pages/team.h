// A manager's home (pages.md 7.1): who has not been seen, what is late and why, what waits to be read.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

http::Response show_team(const House& house, const http::Call& call);
std::vector<http::Route> team_routes(const House& house);

} // namespace lifestory::web::pages
