// The letter guard (pages.md 6.14): an interruption before what is sent is signed or printed, only when something is found. A hidden
// address is passed by nobody; the rest by who has checked it, which is kept with what is signed.
#pragma once

#include "casework/letter_guard.h"
#include "web/http/router.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

Refusals letter_refusals(const House& house, const DraftView& view, const record::Form& form); // what stops it, and what is not ready (written_letter_draft.h)
std::vector<record::Kept> passed_by_checking(const House& house, const DraftView& view);       // kept with what is signed

bool is_stopped_by_guard(const Refusals& refusals); // by nothing else
http::Response guard_page(const House& house, const Caller& caller, const DraftView& view);

// The same before a letter is printed that was signed: the words as they read now, the addresses that are hidden now. Empty: nothing is found.
std::vector<casework::Stop> stops_before_printing(const House& house, const access::OpenRecord& open, const record::StoryEntry& story);
http::Response stopped_printing(const House& house, const Caller& caller, const access::OpenRecord& open, const record::StoryEntry& story, const std::vector<casework::Stop>& stops);

std::vector<http::Route> letter_guard_routes(const House& house);

} // namespace lifestory::web::pages
