// What the checker says of a draft, box by box, and what the writer chose to keep.
#pragma once

#include "base/json.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

void find_in(const House& house, const Caller& caller, DraftView& view); // fills findings and missing
std::string kept_words(std::string_view code);       // "own-word" -> "It is her own word", as it is kept with the entry
std::string quoted(const DraftFinding& found);       // the words as an entry and a refusal name them: of words that stand elsewhere the beginning
JsonArray findings_json(const DraftView& view);      // as assets/js/findings.js reads it (web/html/draft.h)
std::size_t things_open(const DraftView& view);          // how many there are to look at, kept ones not among them
Html findings_side(const DraftView& view);           // the column of cards beside the boxes, for the page without script
Html findings_to_check(const DraftView& view, const Refusals& refusals); // the same on the page that checks, with its presses

// The box's words after the press. The blanks after words that are taken out go with them.
std::string after_press(const std::string& box, const DraftFinding& found);

// Whether a part is written to the child: there "you" is asked for, and the reading age is shown.
prose::WrittenTo written_to(const DraftView& view, const std::string& item);

} // namespace lifestory::web::pages
