// The home that goes with "Where you live" among the facts: its address, who of the family lives there, too, and who may not know it. Its form stands in
// the form of the interval (spells.h); the home itself stands once, in the family's stream (casework/placement.h).
#pragma once

#include "casework/placement.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

Html placement_fields(const Asked& asked, const access::OpenRecord& open); // beside those that the policy asks
void write_placed(desk::Fields& fields, const casework::PlacedAt& at);
casework::PlacedAt read_placed(const desk::Fields& fields); // without the address, which is an item of the form

Html lines_of_home(const access::OpenRecord& open, const std::string& episode);        // as it is now
std::vector<Html> home_said_before(const access::OpenRecord& open, const std::string& episode); // newest first

// What will be said of the child after the last day: an earlier home that still stands.
std::string home_afterwards(const access::OpenRecord& open, const record::EpisodeHistory& placement, calendar::Day today);

} // namespace lifestory::web::pages
