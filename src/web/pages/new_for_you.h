// "New for you" on Home (pages.md 6.2): what others wrote beside the caller's own entries in the last seven days, as comments,
// answers and corrections.
#pragma once

#include "web/pages/acting.h"

namespace lifestory::web::pages {

Html new_for_you(const House& house, const Caller& caller, std::span<const access::OpenRecord> own);

} // namespace lifestory::web::pages
