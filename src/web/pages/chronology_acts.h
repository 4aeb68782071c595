// What a worker does with the rows of a chronology: tells one in other words or takes it out, says that all was read through, and
// keeps it as it stands today, to be read again later as it was.
#pragma once

#include <vector>

#include "web/html/html.h"
#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

std::vector<http::Route> chronology_act_routes(const House& house);

Html presses_of_chronology(const House& house, const http::Call& call, const access::OpenRecord& open);
Html editions_of(const access::OpenRecord& open); // a list with links; empty: none was kept

} // namespace lifestory::web::pages
