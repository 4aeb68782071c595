// After a correction (pages.md 6.8): who had the old words and is still to be told, ticked off when somebody was; and, for
// a Head of Service, the corrections whose old words wait to be closed to readers.
#pragma once

#include <span>
#include <vector>

#include "web/http/router.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

std::vector<http::Route> correction_told_routes(const House& house);

// Of one entry, on its page: each with the press that ticks it off, for whoever may.
Html still_to_tell(const House& house, const OpenEntry& entry);
// Of all these records, on Home and on Team; empty: nobody is to be told.
Html to_tell(const House& house, const Caller& caller, std::span<const RecordNumber> records);
// Of the whole service, for a Head of Service; empty for everybody else, and when nothing waits.
Html words_to_close(const House& house, const Caller& caller, std::span<const RecordNumber> records);

} // namespace lifestory::web::pages
