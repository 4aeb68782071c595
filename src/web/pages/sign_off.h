// The sign-off queue (pages.md 7.2): one signed entry at a time, as the child reads it, to agree with or comment on.
#pragma once

#include <span>
#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

// Findings of the checker that the writer kept, each with the reason, for the manager who reads it; empty: none.
Html kept_words_of(const std::string& writer, std::span<const record::Kept> kept);

// The same on the entry's own page, for whom it waits for; empty: it does not wait for this caller.
Html agreement_form(const House& house, const Caller& caller, const OpenEntry& entry, const std::string& typed = {}, const Refusals& refusals = {});

std::vector<http::Route> sign_off_routes(const House& house);

} // namespace lifestory::web::pages
