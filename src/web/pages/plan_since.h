// What a plan came to since the last meeting of a kind, or since it was written: what was done, what was said not to be done yet, what is
// late, and what was written for its goals, each line with the way to its entry (pages.md 6.12). For whoever reviews it.
#pragma once

#include "record/plan.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

Html since_then(const House& house, const access::OpenRecord& open, calendar::Day since);

// Above the page on which a meeting, or the next plan, is written. Empty: there is no plan, or it is nothing that reviews one.
Html plan_to_review(const House& house, const DraftView& view);

// On the plan's page: since the last meeting that was held before today, or since the plan.
Html since_the_last_meeting(const House& house, const access::OpenRecord& open);

} // namespace lifestory::web::pages
