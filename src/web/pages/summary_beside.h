// The latest summary of a record, beside what is talked through about it: a supervision or a reflective discussion.
#pragma once

#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

Html summary_to_talk_about(const House& house, const DraftView& view); // empty: there is none, or nothing is talked through

} // namespace lifestory::web::pages
