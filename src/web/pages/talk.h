// Talking words over with a child (pages.md 6.18): the pack's list of other words, which prints, and one word at a time in
// large letters. What is said is kept at once; that we talked is signed at the end, as any note is.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

std::vector<http::Route> talk_routes(const House& house);

} // namespace lifestory::web::pages
