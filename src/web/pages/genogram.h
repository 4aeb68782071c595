// A child's family on a page (pages.md 6.16, as far as showing goes): the genogram or the ecomap as it was on a day, the same
// in words, the version for the child, and the drawing as a file to keep.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/drawn_family.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> genogram_routes(const House& house);

Url genogram_path(RecordNumber child);
Url family_path(const access::OpenRecord& open, const FamilyAsked& asked);  // the page as it was asked for
Html family_in_words(const DrawnFamily& drawn);                             // a nested list
Html family_picture(const access::OpenRecord& open, const DrawnFamily& drawn); // as wide as it is, in a box of its own

} // namespace lifestory::web::pages
