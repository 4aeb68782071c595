// The page on which a record is written (pages.md 6.5): what happened first, classification after; one page for a visit
// planned, half written or finished, and for every other record type of the pack.
#pragma once

#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

// `refusals` are those of signing, brought back to their fields; `moved` is what a press moved last (moved_sentence.h).
http::Response record_page(const House& house, const Caller& caller, const DraftView& view, const Refusals& refusals, const Html& moved = {});
std::string act_of_writing(const DraftView& view); // "Record a visit to Tilly"
std::string offline_key(const House& house, const Caller& caller, const desk::Draft& draft); // base64 of 32 bytes
std::string offline_key(const House& house, const Caller& caller, const std::string& of);     // of what is kept on a device and is no draft

} // namespace lifestory::web::pages
