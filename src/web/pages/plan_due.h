// What plans say will be done, late or due within the week, across the children of one worker or of a line (pages.md 6.12). Derived from the records when
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

// The same across a line of management, with who works with the child. A line with more children than are looked into for one page says where
// to look instead.
Html planned_in_line(const House& house, const Caller& caller, std::span<const RecordNumber> records);

// Where one of them is read and answered.
Url path_to(const ActionDue& due);

} // namespace lifestory::web::pages
