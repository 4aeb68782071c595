// Before a visit (pages.md 6.5): when the child was last seen, what was promised then and is not done.
#pragma once

#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

Html before_you_go(const House& house, const DraftView& view);

} // namespace lifestory::web::pages
