// By all names of the policy's plans, enquiries and orders: which of them this child has, today or on the day that a draft writes about.
#pragma once

#include "web/pages/draft_view.h"
#include "web/pages/wrong_status.h"

namespace lifestory::web::pages {

StatusesOfChild statuses_of_child(const House& house, const DraftView& view);

} // namespace lifestory::web::pages
