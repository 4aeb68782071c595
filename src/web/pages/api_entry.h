// A signed entry as JSON, with all that stands beside it. Closed words are left out of it, wherever they would stand.
#pragma once

#include "web/pages/api_answer.h"

namespace lifestory::web::pages {

http::Response api_entry(const ApiCall& api);

} // namespace lifestory::web::pages
