// A save that was refused: nothing that was typed is cleared, and the page says why and what to do.
#pragma once

#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

http::Response refused_save(const House& house, const http::Call& call, const desk::Draft& draft, const Refusal& refusal);
// Before there is a draft, or when its page cannot be shown.
http::Response refused_words(const House& house, const http::Call& call, const Refusal& refusal);

} // namespace lifestory::web::pages
