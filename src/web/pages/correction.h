// Putting an entry right (pages.md 6.7, 6.8; ROC-131, ROC-132): one page, on which who may correct does, and others ask.
// Closing words that are about someone else is on it too, for a Head of Service.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> correction_routes(const House& house);

} // namespace lifestory::web::pages
