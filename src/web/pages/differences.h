// Two people on one draft (pages.md 6.9): what both wrote in the same part, side by side, for one of them to settle; and
// the earlier versions of a draft. Nothing is lost.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

std::vector<http::Route> differences_routes(const House& house);

// Does this writer have differences to settle here, or in what is the same for all children of one visit?
bool is_unsettled(const House& house, const Caller& caller, const desk::Draft& draft);

// Which part of the form a field is of: the item's label.
std::string label_of(const House& house, const desk::Draft& draft, const std::string& field_name);

} // namespace lifestory::web::pages
