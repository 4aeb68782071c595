// A comment beside a signed entry: a manager's stands in the manager's voice, and the child will read it too.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> comment_routes(const House& house);

} // namespace lifestory::web::pages
