// What managers owe as managers: each worker's supervision, the team's meetings, the guidance looked at. The rules are those of the
// pack about a worker, a team or the authority; what meets them is signed here, stands in the authority's stream, and is read by its
// writer, by those it names, and by the line above its writer.
#pragma once

#include "web/pages/acting.h"
#include "web/pages/work_owed.h"

namespace lifestory::web::pages {

// For a manager's pages: what is late or due within a month, and its list, with the press that meets each. Empty: nothing is.
std::vector<WorkOwed> our_work_soon(const House& house, const Caller& caller);
Html our_work_due(const House& house, std::span<const WorkOwed> owed);

// "Your next supervision is due on ...", for whoever is supervised. Empty: no rule asks for one.
Html next_supervision_of(const House& house, const Caller& caller);

// Newest first, with the way to each: a worker's own supervision too. Empty: nothing was signed.
Html our_work_signed(const House& house, const Caller& caller);

std::vector<http::Route> our_work_routes(const House& house);

} // namespace lifestory::web::pages
