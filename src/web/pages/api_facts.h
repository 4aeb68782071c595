// The facts through /api/v1: the same items, rights and refusals as on the page of facts.
#pragma once

#include "web/pages/api_answer.h"

namespace lifestory::web::pages {

http::Response api_facts(const ApiCall& api);
http::Response api_change_fact(const ApiCall& api);

} // namespace lifestory::web::pages
