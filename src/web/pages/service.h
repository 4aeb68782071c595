// A Head of Service's page (pages.md 7.4): whether children were seen and written to in time, as words, as a figure of
// twelve months, and as a table whose numbers lead to their lists. No worker is named in it.
#pragma once

#include "web/http/router.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

std::vector<http::Route> service_routes(const House& house);

} // namespace lifestory::web::pages
