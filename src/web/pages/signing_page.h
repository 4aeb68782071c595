// What the page of Check and sign shows.
#pragma once

#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

// `changed`: what a press on this page changed last (pressed_words.h).
http::Response signing_page(const House& house, const Caller& caller, const DraftView& view, const Refusals& refusals, const Html& changed = {});
http::Response preview_page(const House& house, const Caller& caller, const DraftView& view);
// Why late, and what kept the child safe (pages.md 7.3): asked here and on the page of one due item.
Html lateness_fields(const House& house, const desk::Fields& fields, const std::string& child, const Refusals& refusals);

} // namespace lifestory::web::pages
