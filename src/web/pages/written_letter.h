// Writing a letter from the pack's text: to whom, with their address as the record has it, and the draft that begins so. Nothing comes
// from an older letter. What is on the draft's page is written_letter_draft.h's.
#pragma once

#include <optional>
#include <vector>

#include "casework/letter_from_record.h"
#include "web/http/router.h"
#include "web/pages/acting.h"
#include "web/pages/form_fields.h"

namespace lifestory::web::pages {

Url written_letter_path(RecordNumber child, std::string_view type); // where one of this kind is begun

// What the draft begins with. No recipient: somebody who is not in the record.
desk::Fields letter_fields(const House& house, const Caller& caller, const access::OpenRecord& open, const policy::RecordType& type, std::optional<PersonNumber> recipient,
                           const casework::MeetingToCome* meeting = nullptr); // of an invitation: to what

// People of the family to whom a letter can go: not the child, and nobody who has died.
std::vector<const record::Person*> may_be_written_to(const access::OpenRecord& open);

std::vector<http::Route> written_letter_routes(const House& house);

} // namespace lifestory::web::pages
