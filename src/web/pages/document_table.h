// The table of every kind of record: whether it is written to the child and from when to when, who writes, signs, agrees and decides, by when,
// to whom it goes, and the clauses that say so.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> document_table_routes(const House& house);

} // namespace lifestory::web::pages
