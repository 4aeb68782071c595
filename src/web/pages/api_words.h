// The child's own words as JSON: those that hold, those of before, what can be talked over, and saying one.
#pragma once

#include "web/pages/api_answer.h"

namespace lifestory::web::pages {

http::Response api_words(const ApiCall& api);
http::Response api_say_word(const ApiCall& api);

} // namespace lifestory::web::pages
