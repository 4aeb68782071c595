// Drawing with the family round one phone (pages.md 6.16): the picture on top, one form under it. A press says who somebody is, and adds
// them; ties, services, themes and whom to ring at night are asked on the same page; [This is right today] keeps who drew it together.
// Everything works without script: each press comes back to the page.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> drawing_routes(const House& house);

Url drawing_path(RecordNumber child);

} // namespace lifestory::web::pages
