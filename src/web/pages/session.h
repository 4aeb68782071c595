// Signing in and out (pages.md 6.1), staying, and unlocking a page that locked. Passkeys and single sign-on come later.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/caller.h"

namespace lifestory::web::pages {

std::vector<http::Route> session_routes(const House& house);

} // namespace lifestory::web::pages
