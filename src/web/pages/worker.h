// The administrator's pages on one worker: registered, changed from a day on, under whom, left. All that was said before stays in
// the authority's stream and can be read here. Of the children only a number is shown.
#pragma once

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> worker_routes(const House& house);

} // namespace lifestory::web::pages
