// The page on which the first administrator signs up: open to whoever has the one-time code that the program printed at
// its first start, and only while nobody can sign in.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> first_routes(const House& house);

} // namespace lifestory::web::pages
