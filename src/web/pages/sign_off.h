// The sign-off queue (pages.md 7.2): one signed entry at a time, as the child reads it, to agree with or comment on.
#pragma once

#include <span>
#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

// Findings of the checker that the writer kept, each with the reason, for the manager who reads it; empty: none.
Html kept_words_of(const std::string& writer, std::span<const record::Kept> kept);

std::vector<http::Route> sign_off_routes(const House& house);

} // namespace lifestory::web::pages
