// What the checker says of a draft, box by box, and what the writer chose to keep.
#pragma once

#include "base/json.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

void find_in(const House& house, const Caller& caller, DraftView& view); // fills findings and missing
std::string kept_words(std::string_view code);     // "own-word" -> "It is her own word", as it is kept with the entry
JsonArray findings_json(const DraftView& view);    // as assets/js/findings.js reads it (web/html/draft.h)
Html findings_side(const DraftView& view);         // the column of cards, for the page without script

} // namespace lifestory::web::pages
