// Recording what is about a worker, a team or the authority and no child: a supervision, a team's meeting, a look at the guidance. It
// becomes an entry of the authority's stream.
#pragma once

#include "casework/sign.h"
#include "record/authority.h"

namespace lifestory::casework {

// What is late says why: a reason alone, in Filled::why_late. Refuses, beside what every record refuses: a type that is about a child or a family, an author who is no manager, and a
// supervision that does not name somebody who works here.
Result<Writing> record_work(const Act& act, const record::Authority& authority, const Asked& asked, const Filled& filled);

} // namespace lifestory::casework
