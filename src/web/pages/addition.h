// Adding to a signed entry what its author left out (pages.md 6.7): it stands below, dated; no signed word changes.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> addition_routes(const House& house);

} // namespace lifestory::web::pages
