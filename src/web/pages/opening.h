// Beginning a child's record: what must be known to begin, children of nearly the same name or birthday beside it, the family, and
// who works with the child. What they told us becomes the first note.
#pragma once

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

Html opening_button(const House& house, const access::Visitor& visitor); // [Start a new record], for whoever may
std::vector<http::Route> opening_routes(const House& house);

} // namespace lifestory::web::pages
