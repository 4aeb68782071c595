// A worker's calendar of what is due, at an address that is itself the secret: read by calendar programs, which cannot
// sign in. Without a name. The address is made and taken away on the account's page.
#pragma once

#include <string>
#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> feed_routes(const House& house);
std::string feed_address(const House& house, const std::string& secret); // as it is given to a calendar program

} // namespace lifestory::web::pages
