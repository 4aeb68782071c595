// Signing in and out through /api/v1, with the same refusals and the same throttle as the page.
#pragma once

#include "web/pages/api_answer.h"

namespace lifestory::web::pages {

http::Response api_sign_in(const ApiCall& api);
http::Response api_sign_out(const ApiCall& api);

} // namespace lifestory::web::pages
