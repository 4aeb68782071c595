// The JSON interface: the same acts as the pages, through the same door, with the same refusals. What there is stands in
// one table, from which both the routes and docs/formats/openapi.json are made.
#pragma once

#include <vector>

#include "base/json.h"
#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> api_routes(const House& house);
JsonObject api_description(); // OpenAPI 3.1

} // namespace lifestory::web::pages
