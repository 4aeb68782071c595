// Whether and when each parent was given a copy of an assessment or a report, on the page of the entry, and of all of them on a page of their own with those that are missing
// first (ROC-093).
#pragma once

#include "web/http/router.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

Html copies_of_parents(const House& house, const OpenEntry& entry);               // empty: none of this type goes to parents
Html way_to_parents_copies(const House& house, const access::OpenRecord& open);   // "Copies for parents (2 are missing)"; empty: there is nothing to give
std::vector<http::Route> parents_copies_routes(const House& house);

} // namespace lifestory::web::pages
