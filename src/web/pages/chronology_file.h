// A chronology as a file to keep: a document for Word, for a court without the two columns that it does not want, with the date and
// the ledger's checkpoint in its foot.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/html/html.h"
#include "web/pages/chronology_views.h"

namespace lifestory::web::pages {

std::vector<http::Route> chronology_file_routes(const House& house);

Html ways_to_take_it(const access::OpenRecord& open, ChronologyView view); // "Keep it as a Word file"

} // namespace lifestory::web::pages
