// Two answers of one draft that do not fit: a thing to look at, and nothing that is refused.
#pragma once

#include "web/pages/draft_length.h"

namespace lifestory::web::pages {

std::vector<ThingFound> misfits_to_look_at(const DraftView& view);

} // namespace lifestory::web::pages
