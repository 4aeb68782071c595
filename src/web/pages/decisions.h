// Why things were decided (pages.md 6): every decision of the record, newest first, with who decided and when, why, what else was
// thought of, what the child and the family wanted, and what followed.
#pragma once

#include "web/http/router.h"
#include "record/story.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

Html no_reason(const House& house, const record::StoryEntry& story); // a decision that nobody said why of, or why not known, says so (CAM-019); else empty

Url decisions_path(RecordNumber child);
std::vector<http::Route> decisions_routes(const House& house);

} // namespace lifestory::web::pages
