// Who gets what of a meeting (pages.md 6.13): the people who were asked, who came and who sent word, down; the children whom it was about and whose
// records this caller may give copies of, across; one press says of all that was ticked who was given whose notes, by what means and when.
#pragma once

#include "casework/act.h"
#include "web/http/router.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

Html way_to_who_gets_what(const House& house, const access::OpenRecord& open, const record::StoryEntry& meeting); // empty: no meeting, or not this caller's to give
// Beside copies given of a meeting, or of its notes: a note of who received them (CAM-093). Empty: it is no meeting's.
casework::Writing note_of_notes_given(const House& house, const casework::Act& act, const access::OpenRecord& open, const record::StoryEntry& story,
        const std::vector<record::SharingGiven>& given, unsigned turn);
std::vector<http::Route> who_gets_what_routes(const House& house);

} // namespace lifestory::web::pages
