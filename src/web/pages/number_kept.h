// A number that others give one child alone (NHS, unique pupil number) is not kept for two: where it stands in another record that the caller may find,
// it is refused with that child's name. Of a record that the caller may not know of, nothing is said.
#pragma once

#include "record/kinds/child.h"
#include "web/pages/caller.h"

namespace lifestory::web::pages {

Refusals kept_for_another(const House& house, const Caller& caller, RecordNumber child, const record::BasicDetail& detail); // at "value"

} // namespace lifestory::web::pages
