// A child's chronology on a page (pages.md 6.15): a table on a desk, cards on a phone, with its views for a court, a conference, a
// new worker and the child. What is written into it is chronology_acts.h's.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/chronology_of.h"

namespace lifestory::web::pages {

std::vector<http::Route> chronology_routes(const House& house);

// The same page with refusals of a press on it.
http::Response chronology_page(const House& house, const http::Call& call, const access::OpenRecord& open, const Refusals& refusals);

} // namespace lifestory::web::pages
