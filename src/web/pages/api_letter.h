// The three-month letters as JSON: what the next one can speak of, and those that the child was given.
#pragma once

#include "web/pages/api_answer.h"

namespace lifestory::web::pages {

http::Response api_letter(const ApiCall& api);  // gathered since the last one
http::Response api_letters(const ApiCall& api); // in order

} // namespace lifestory::web::pages
