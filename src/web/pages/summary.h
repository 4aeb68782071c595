// A summary of what the record knows, as the beginning of a draft: for the next team, at the end of the work, or so far. Each line is
// shown with its source and its day and goes in only when it is ticked; the words are the worker's to change before signing.
#pragma once

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

Url summary_path(RecordNumber child, std::string_view record_type);
std::vector<http::Route> summary_routes(const House& house);

} // namespace lifestory::web::pages
