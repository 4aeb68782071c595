// Who works here, for an administrator: twenty to a page, by team and name, with job, manager and account; found by name; the
// teams. The administrator's Home leads here.
#pragma once

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

http::Response show_workers(const House& house, const http::Call& call); // Home of an administrator, too
std::vector<http::Route> workers_routes(const House& house);

} // namespace lifestory::web::pages
