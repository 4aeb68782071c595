// "When we will next see you", in words for the child (issue 3; pages.md 8.2): a day that can be relied on, who comes, and
// when we are late that we are.
#pragma once

#include <string>
#include <vector>

#include "web/pages/acting.h"

namespace lifestory::web::pages {

// Short sentences to the child, without the names of rules. `worker` is the first name of who comes; empty: not yet known.
// Empty: no visit is owed, so nothing is promised.
std::vector<std::string> next_seen_words(const std::vector<policy::Obligation>& obligations, const std::string& worker, calendar::Day today);

Html next_seen_card(const access::OpenRecord& open, const Judged& judged, calendar::Day today);

} // namespace lifestory::web::pages
