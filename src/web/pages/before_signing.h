// What must still be said before a draft can be signed: asked of the act itself, so that the page of checking tells beforehand what
// signing would refuse, in the order in which the page of writing asks it.
#pragma once

#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

// Acts name what they refuse by what it is; the page's fields are named by where they stand (form_fields.h).
std::string field_on_page(const policy::RecordType& type, const std::string& refused);

bool is_of_signing(std::string_view field);                        // asked by the page of signing itself
void put_in_order_of_page(const DraftView& view, Refusals& refusals); // what names no field first

// But for what the page of signing asks itself.
Refusals missing_before_signing(const House& house, const Caller& caller, const DraftView& view);

// Of a record going to another team: what the policy says must stand before (needed.h).
Refusals needed_to_sign(const House& house, const DraftView& view);
Html what_is_needed_to_sign(const House& house, const DraftView& view); // the same on top of the page of writing

// "Before you can sign", each a link to where it is asked. Empty when nothing stands against it.
Html before_you_can_sign(const DraftView& view, const Refusals& missing);

} // namespace lifestory::web::pages
