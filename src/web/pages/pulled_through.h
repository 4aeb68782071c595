// What a draft began from: words of the record, each with where it is from. It is confirmed, changed or taken out before the draft is
// signed, and counts as nothing that was written today.
//
// Fields of the draft beside those of its items: pulled.N.item, .words (of a row all its cells, as they were), .from, .entry.
#pragma once

#include "web/pages/draft_findings.h"

namespace lifestory::web::pages {

struct Pulled {
    std::string item; // "written", "actions"
    std::string from; // "Decision, 9 December 2026"
    std::optional<EntryId> entry;
};

void put_pulled(desk::Fields& fields, const Pulled& pulled, const std::string& words);
void put_pulled_rows(desk::Fields& fields, const Pulled& pulled, int first = 1); // the item's rows as they stand in the fields, from this one on
bool is_of_pulled(std::string_view field);                                       // no page has it: it goes with the draft

std::vector<DraftFinding> still_pulled(const DraftView& view);           // what stands in the draft as it was pulled in
std::string written_anew(const DraftView& view, const std::string& box); // the box's words without those
bool says_where_words_are_from(const record::Answer& answer);            // what the next adds: no word of the entry
void add_what_was_pulled(const DraftView& view, record::Form& form);     // to what is signed: which words came from where

} // namespace lifestory::web::pages
