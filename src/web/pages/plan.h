// The plan of a child (pages.md 6.12): what we are worried about, what goes well, each goal with what is done for it by whom and by when,
// and what came of it; the version before it beside it.
#pragma once

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

Url plan_path(RecordNumber child);
// Plans that are papers of their own, without goals that are followed: of each kind the newest, newest first. The days of a plan alone are none.
std::vector<const record::StoryEntry*> plan_papers(const House& house, const record::Child& child);
// What an entry says will happen, each with what came of it and the way to say so. Empty: nothing.
Html actions_of(const House& house, const access::OpenRecord& open, const record::StoryEntry& story);
std::vector<http::Route> plan_routes(const House& house);

} // namespace lifestory::web::pages
