// The shapes of all that is sent to /api/v1 and answered by it, by name: components.schemas of docs/formats/openapi.json.
#pragma once

#include "base/json.h"

namespace lifestory::web::pages {

const JsonObject& api_schemas(); // all together

std::string_view api_schemas_sent();     // JSON: of bodies
std::string_view api_schemas_answered();
std::string_view api_schemas_facts();

} // namespace lifestory::web::pages
