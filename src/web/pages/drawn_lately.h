// What was drawn lately with the family, newest first, each with a press that takes it back; and the taking back. Nothing of which the
// child, who looks on, has not been told.
#pragma once

#include "casework/take_back.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

Html drawn_lately(const access::OpenRecord& open, calendar::Day today, std::size_t drawn_people); // buttons of the form: then=undo:ENTRY

Result<casework::Writing> undone(const access::OpenRecord& open, const casework::Act& act, std::string_view entry);

} // namespace lifestory::web::pages
