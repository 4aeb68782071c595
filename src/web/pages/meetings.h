// The meetings about a child, newest first: who came, who sent word, what each agency knows, what was decided, what came of what was to be
// done, and who has been given the notes.
#pragma once

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

Url meetings_path(RecordNumber child);
std::vector<http::Route> meetings_routes(const House& house);

} // namespace lifestory::web::pages
