// How things are with a child, on one screen at the head of the record (LEI-091): the home, the legal status, the needs, the dangers, the plan and
// the last visit, each in a line or two with the way to where it stands whole.
#pragma once

#include "web/pages/acting.h"

namespace lifestory::web::pages {

Html at_a_glance(const House& house, const access::OpenRecord& open, const Judged& judged);

} // namespace lifestory::web::pages
