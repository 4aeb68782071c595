// What one meeting agreed goes into the plans of all its children by one press: each child's own actions and decision into that child's plan alone. A child whose plan changed
// since the page was shown is left out and said so; what stands there already is not written twice.
#pragma once

#include "web/http/router.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

// Empty: the meeting is about one child alone, or of no other this caller writes the plan.
Html way_to_plans_of_all(const House& house, const Caller& caller, const access::OpenRecord& open, const record::StoryEntry& meeting);

std::vector<http::Route> plans_of_meeting_routes(const House& house);

} // namespace lifestory::web::pages
