// What page 6.19 says beside the sum: that a holiday declared later moved the day, and who set a day that was agreed.
#pragma once

#include <string>
#include <vector>

#include "web/pages/acting.h"

namespace lifestory::web::pages {

// "Counted again on 9 September 2026: one more holiday.", a line for each day on which holidays were declared since the
// count began; empty: none fell into it.
std::vector<std::string> counted_again(const record::Authority& authority, const policy::Obligation& owed, const calendar::Explanation& told);

// Who set the day, where an entry of this record agreed on it: "Gareth Holloway"; empty: it was counted, not set.
std::string set_by(const House& house, const access::OpenRecord& open, const Judged& judged, const policy::Obligation& owed);

} // namespace lifestory::web::pages
