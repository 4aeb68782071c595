// From one child's entry to another's of the same visit or meeting: the link is there for who may open that child's record, and for nobody else
// is there a trace of it (ROC-074).
#pragma once

#include <vector>

#include "base/json.h"
#include "web/http/router.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

Html of_the_others(const House& house, const Caller& caller, const OpenEntry& entry);     // "On the same visit as Reece's"; or nothing
// The other children's records that this caller may open, with their entry of it; no look is noted.
std::vector<std::pair<access::OpenRecord, EntryId>> notes_of_the_others(const House& house, const Caller& caller, const OpenEntry& entry);
void leave_out_others(const House& house, const Caller& caller, JsonObject& content);     // of an entry as JSON: the children not to be seen
std::vector<http::Route> same_visit_routes(const House& house);

} // namespace lifestory::web::pages
