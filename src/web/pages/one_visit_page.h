// The page of one visit to several children: what is the same for all above, and below it each child's own part, two side by side at
// a desk, and one at a time on a phone and from three children.
#pragma once

#include "base/json.h"
#include "web/pages/one_visit.h"

namespace lifestory::web::pages {

Html also_visited(const House& house, const Caller& caller, const DraftView& view); // "Also visited? [ ] Reece"; empty: nobody could be
Html parts_of_visit(const House& house, const Caller& caller, const DraftView& view, const Refusals& refusals);
std::string heading_of_visit(const House& house, const Caller& caller, const DraftView& view); // "Record a visit to Tilly and Reece"

// "Tilly: ready", by the draft of each part: renewed with every save (assets/js/told.js).
JsonObject states_json(const House& house, const Caller& caller, const DraftView& view);

// Of two children the other's part, if this caller writes it and it is not signed: shown beside the first (a look is noted), its
// fields named as they stand there.
std::optional<DraftView> part_beside(const House& house, const Caller& caller, const DraftView& view);
void show_findings_of(DraftView& view, const DraftView& other); // among those of the page

// "Write to Reece about the same visit", of each part that is not signed yet.
Html others_to_write_to(const House& house, const Caller& caller, const desk::Draft& part);

} // namespace lifestory::web::pages
