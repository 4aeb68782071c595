// Deciding anew when the child reads an entry that is signed (pages.md 6.6).
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> release_routes(const House& house);

} // namespace lifestory::web::pages
