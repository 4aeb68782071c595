// Find a child (pages.md 6.3): one box on every page; words go by POST and are kept in memory for the session.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

std::string born_words(const access::Named& who); // "born 14 March 2015"
std::vector<http::Route> find_routes(const House& house);

} // namespace lifestory::web::pages
