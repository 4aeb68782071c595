// Who works with a child: a manager gives the child to somebody from a day on, which ends the allocation before it, and ends a
// co-worker's work. What is due follows whoever is allocated.
#pragma once

#include "web/http/router.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

Html allocation_link(const access::OpenRecord& open); // for whoever may allocate; else empty
Html children_of_who_left(const House& house, const Caseload& caseload); // for Team: to be handed over
std::vector<http::Route> allocation_routes(const House& house);

} // namespace lifestory::web::pages
