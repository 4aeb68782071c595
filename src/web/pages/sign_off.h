// The sign-off queue (pages.md 7.2): one signed entry at a time, as the child reads it, to agree with or comment on.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

std::vector<http::Route> sign_off_routes(const House& house);

} // namespace lifestory::web::pages
