// The page of a letter that began from the pack's text: what the record filled in, each value with its source, to be said to be right,
// changed or taken out; an address that was said long ago, asked about again; and what keeps such a letter from being signed.
//
// Fields of the draft beside those of its items: filled.for (whom it was filled in for), filled.N.what .value .source (as it was then),
// confirmed (the digest of what was said to be right), address-said-by, address-right (an address that somebody said is right),
// asks-... (the meeting that an invitation asks to, preparing_meeting.h).
#pragma once

#include "casework/letter_from_record.h"
#include "casework/sign.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

inline constexpr std::string_view address_filled = "The address";

bool is_written_letter(const DraftView& view);
void put_filled(desk::Fields& fields, std::optional<PersonNumber> recipient, const std::vector<casework::FilledIn>& filled);

std::vector<casework::FilledIn> still_filled(const DraftView& view); // those whose words stand in the letter
std::string digest_of(const std::vector<casework::FilledIn>& filled);
bool is_confirmed(const DraftView& view);

bool is_of_the_template(const policy::RecordType& type, std::string_view words); // the pack's own, with what was filled in

Html statement_warning(const DraftView& view); // the pack asks such a letter to say something, and it does not; else empty
Html what_was_filled(const House& house, const DraftView& view, const Refusals& refusals); // above the buttons of the page
Html right_and_check(const DraftView& view);   // the press that says so and goes on

// The draft's fields once [These are right] was pressed for what stood there; as they were, where that has changed meanwhile.
desk::Fields fields_said_right(const DraftView& view, std::string_view digest);

// [This address is right]: kept as said again of the home, where the caller may, and on the draft. Refused at its box.
Outcome say_address_right(const House& house, const Caller& caller, const DraftView& view);

Refusals letter_not_ready(const House& house, const DraftView& view); // what cannot be signed yet, each at its field
void add_what_was_filled(const DraftView& view, record::Form& form);  // to what is signed: where each value is from

} // namespace lifestory::web::pages
