// The account: who is signed in, where else, reading without slanted letters, the calendar's address, the daily e-mail.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

std::vector<http::Route> account_routes(const House& house);

} // namespace lifestory::web::pages
