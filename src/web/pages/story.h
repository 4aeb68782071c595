// A child's story as a book for the child (issue 6): a cover with the name the child uses, the child's people with the picture, what
// the child said, what happened, what was decided and why, and the letters, each oldest first; to read or to print. Only what was
// given to the child is in it, and nothing in it says that there is more; the worker is told above it.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

std::vector<http::Route> story_routes(const House& house);

Url story_path(RecordNumber child);

} // namespace lifestory::web::pages
