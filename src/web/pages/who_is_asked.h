// Who is asked to a meeting (pages.md 6.13): people down, the children of whom each may hear across; who was asked, by what means and when, also by a letter that is
// written from here; who came and who sent word. Kept in the drafts of the meeting (docs/decisions/0036).
#pragma once

#include "web/http/router.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

inline constexpr std::string_view then_who_is_asked = "who-is-asked"; // the press on the page of the draft

Html way_to_who_is_asked(const DraftView& view); // empty: not on this page
std::vector<http::Route> who_is_asked_routes(const House& house);

} // namespace lifestory::web::pages
