// The children somebody works with, one child's record with its story, finding a child, who has looked, and the tree's
// newest checkpoint, as JSON.
#pragma once

#include "web/pages/api_answer.h"

namespace lifestory::web::pages {

http::Response api_caseload(const ApiCall& api);
http::Response api_child(const ApiCall& api);
http::Response api_search(const ApiCall& api);
http::Response api_readings(const ApiCall& api); // ?page=, from 1
http::Response api_checkpoint(const ApiCall& api);

} // namespace lifestory::web::pages
