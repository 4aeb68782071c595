// A child's family on a page (pages.md 6.16, as far as showing goes): the genogram or the ecomap as it was on a day, the same
// in words, the version for the child, and the drawing as a file to keep.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> genogram_routes(const House& house);

Url genogram_path(RecordNumber child);

} // namespace lifestory::web::pages
