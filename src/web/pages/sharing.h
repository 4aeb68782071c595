// Giving somebody a copy of an entry (pages.md 6.7, ROC-099 to 101): to whom, how, why, and who agreed.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> sharing_routes(const House& house);

} // namespace lifestory::web::pages
