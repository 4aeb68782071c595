// What we are worried could happen to a child (LEJ-080): on the page of the plan each with what keeps the child safe and what is done about
// it; and, for the child's own workers and their managers, those with neither.
#pragma once

#include <span>

#include "record/risk.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

std::string danger_in_short(const record::Risk& risk); // its first words
Html risks_of(const access::OpenRecord& open);
// "Dangers with nothing beside them": of each, whose it is and the way to the plan. Empty: there is none.
Html risks_with_neither(std::span<const access::OpenRecord> records);

} // namespace lifestory::web::pages
