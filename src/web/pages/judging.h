// The policy's view of an open record: what the pure functions of the policy room are given.
#pragma once

#include "access/door.h"
#include "policy/timeline.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

policy::Timeline timeline_of(const House& house, const access::OpenRecord& open);

} // namespace lifestory::web::pages
