// The whole site: every feature's routes, the guard before them, the pages for trouble, what lies in memory.
#pragma once

#include "web/http/site.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

http::Site site_of(const House& house, http::Log log); // the house outlives the site

} // namespace lifestory::web::pages
