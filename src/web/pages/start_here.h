// "Start here": never more than three, in one fixed order that is printed below them (pages.md 6.2, 7.1).
#pragma once

#include "web/pages/owed.h"

namespace lifestory::web::pages {

enum class StartOf { Worker, Manager };

// `own`: the caller's own children, opened; in them stands what a child wrote to the caller.
Html start_here_of(const House& house, const Caller& caller, const Caseload& caseload, std::span<const access::OpenRecord> own, StartOf whose);

} // namespace lifestory::web::pages
