// The days on which a child's family, as it is drawn, became another: what one moves through to see it as it was. Each is a link;
// the script makes a slider of them.
#pragma once

#include <vector>

#include "web/html/html.h"
#include "web/pages/drawn_family.h"

namespace lifestory::web::pages {

// In order, from the first day of the child's life that anything is known of, to today.
std::vector<calendar::Day> days_of_change(const access::OpenRecord& open, const FamilyAsked& asked, calendar::Day today);

Html family_days(const access::OpenRecord& open, const FamilyAsked& asked, calendar::Day today); // nothing where nothing ever changed

} // namespace lifestory::web::pages
