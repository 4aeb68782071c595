// Intervals of a child's life that stand among the facts: where the child lived, legal status, orders, proceedings. Each begins, ends and is put
// right by a form of its own (pages.md 6.10); what it asks is the policy's.
#pragma once

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

// Of one group of the page of facts; empty when the policy has none of it.
Html spells_of_group(const House& house, const access::OpenRecord& open, const Judged& judged, std::string_view group);

std::vector<http::Route> spells_routes(const House& house);

} // namespace lifestory::web::pages
