// The master chronology of brothers and sisters (issue 6): on whose file it lies, said on each file; and at the end or a transfer its whole
// copy into the file of each child in one press, or row by row, for each child considered separately.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/chronology_of.h"

namespace lifestory::web::pages {

std::vector<http::Route> chronology_master_routes(const House& house);

// Above a child's own chronology: where the one of brothers and sisters lies, and the presses. Empty for an only child.
Html where_master_lies(const House& house, const Caller& caller, const access::OpenRecord& open);

// At the end or a transfer: that the whole of it is to be copied into each child's file, and the one press that does it. Empty when
// nothing is to be copied, or not by this reader.
Html whole_copy_owed(const House& house, const Caller& caller, const access::OpenRecord& open, const Judged& judged);

} // namespace lifestory::web::pages
