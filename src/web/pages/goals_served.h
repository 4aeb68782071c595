// Which goals of the plan something serves (pages.md 6.12): asked of each action and of the visit, note or meeting itself, and shown on
// the plan with the way to what was written.
#pragma once

#include "record/plan.h"
#include "web/pages/draft_length.h"
#include "web/pages/record_items.h"

namespace lifestory::web::pages {

// Of the plan that is being written, else of the one that stands. Of what is the same for several children: none.
std::vector<std::string> goals_to_serve(const AskedItem& asked);

// Of a plan that is being written: each goal for which nobody does anything yet.
std::vector<ThingFound> goals_that_hang(const DraftView& view);

Html goal_ticks(const AskedItem& asked); // empty: there is no goal to serve

// What was written since the plan that says it serves this goal, newest first, each linked. Empty: nothing.
Html written_for(const access::OpenRecord& open, const record::StoryEntry& plan, const std::string& goal);

} // namespace lifestory::web::pages
