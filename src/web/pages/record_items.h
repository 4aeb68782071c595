// One item of a record type as the field or fields that ask it, named as form_fields.h says, with what was typed in
// them, right or wrong, and the refusals that are theirs.
#pragma once

#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

struct AskedItem {
    const House& house;
    const DraftView& view;
    const policy::Item& item;
    const Refusals& refusals;
};

std::string name_of(const policy::Item& item); // of its field: "item.happened"
std::string name_of(const AskedItem& asked);   // the same on this page
Html item_fields(const AskedItem& asked);
Phrase help_beside(const AskedItem& asked);    // its hint and prompts; empty: none
// Several fields of one item: its label above them, its help, and what is wrong with it.
Html fields_together(const AskedItem& asked, ErrorMessage problem, const Html& fields);
DateInput date_boxes(const desk::Fields& fields, const std::string& name, Phrase legend, const Refusals& refusals);
// The label with whose words these are; unseen where the part's heading says the same just above.
Html label_beside(const policy::Item& item, const std::string& aside);
std::string written_to(const DraftView& view, const policy::Item& item); // "Written to Tilly", or empty

} // namespace lifestory::web::pages
