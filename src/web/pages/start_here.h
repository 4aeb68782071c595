// "Start here": never more than three, in one fixed order that is printed below them (pages.md 6.2).
#pragma once

#include "web/pages/owed.h"

namespace lifestory::web::pages {

Html start_here_of(const House& house, const Caller& caller, const Caseload& caseload);

} // namespace lifestory::web::pages
