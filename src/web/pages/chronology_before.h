// What happened before a record began, and what another agency's chronology has: added with where we know it from, one by one or pasted
// whole.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

std::vector<http::Route> chronology_before_routes(const House& house);

} // namespace lifestory::web::pages
