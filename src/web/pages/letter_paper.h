// A signed letter as it goes out: date, to whom and where, the words as they read now, who signed it. On the screen to be printed, and as
// a Word file. Not while it would show somebody an address that is hidden from them (letter_guard.h).
#pragma once

#include "web/http/router.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

Html on_paper_link(const House& house, const OpenEntry& entry); // empty: it is no letter of ours

std::vector<http::Route> letter_paper_routes(const House& house);

} // namespace lifestory::web::pages
