// The page of a three-month letter (pages.md 6.17): beside its box stands what happened since the last one, each thing with its
// entry and a press that puts a starting line into the box. No word of the letter is made here; what the child was not given
// to read is not gathered (record/letter.h).
#pragma once

#include "record/letter.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

bool is_letter(const DraftView& view);

// What this letter can speak of, as the draft now says what became of promises.
record::Gathered gathered_for(const House& house, const DraftView& view);

std::string dear(const DraftView& view);          // "Dear Tilly"
std::string ask_what_is_wanted(const House& house, const DraftView& view); // "Ask Tilly and Nan what should be in it"
Html letter_hint(const DraftView& view);          // over the box
Html below_the_letter(const House& house, const DraftView& view, const Refusals& refusals); // what it speaks of, and what became of promises
Html letter_and_gathered(const House& house, const Caller& caller, const DraftView& view, const Html& words);

// The draft's fields once [Use] was pressed beside this line: its beginning is in the box and its entry remembered. As they
// were, where there is no such line any more, or it was used before.
desk::Fields fields_with_line(const House& house, const Caller& caller, const DraftView& view, std::string_view code);

// What is signed with the letter.
// What [Use] was pressed for and the child is not given any more: taken back, or held back since. "Note, 17 October 2026".
std::vector<std::string> taken_back(const House& house, const DraftView& view);
std::vector<EntryId> spoken_of(const House& house, const DraftView& view);
std::vector<record::PromiseTold> promises_told(const House& house, const DraftView& view);

} // namespace lifestory::web::pages
