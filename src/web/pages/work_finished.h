// "This assessment is finished" (CAM-194): its last day and what came of it, asked together. What can come of it, and whether it has to be said, is the pack's.
#pragma once

#include "web/http/router.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

Html ask_what_came_of_it(const House& house, const Asked& asked); // the list, and a box for words; empty: the pack has none
Html work_to_finish_card(const House& house, const access::OpenRecord& open); // empty: nothing goes on, or not this caller's to finish

// What goes on with a child from one day on, and is not our whole work: an assessment, an enquiry, a plan.
bool begins_from_the_story(const policy::RecordType& type);

std::vector<http::Route> work_finished_routes(const House& house);

} // namespace lifestory::web::pages
