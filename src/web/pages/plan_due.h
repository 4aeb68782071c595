// What plans say will be done, late or due within the week, across the children of one worker (pages.md 6.12). Derived from the records when
// it is asked for; whether something was done is said on the plan's page.
#pragma once

#include <span>
#include <vector>

#include "record/plan.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

struct ActionDue {
    const access::OpenRecord* open = nullptr;
    record::PlannedAction action; // has a day, and is not done
};
std::vector<ActionDue> actions_due(std::span<const access::OpenRecord> records, calendar::Day until); // by their day

Html planned_soon(const House& house, std::span<const access::OpenRecord> records);

} // namespace lifestory::web::pages
