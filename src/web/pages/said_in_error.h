// Somebody, a tie or a home that was written down in error is taken back, with the reason: it leaves every page, drawing and list, and stays
// in the record with who said so. Right after drawing, drawn_lately.h does it with one press.
#pragma once

#include "web/http/router.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

Url said_in_error_path(RecordNumber child, PersonNumber person);
Url said_in_error_path(RecordNumber child, const record::Household& home);
Html taken_back(const record::Family& family); // what was, for the page of the people; empty: nothing

std::vector<http::Route> said_in_error_routes(const House& house);

} // namespace lifestory::web::pages
