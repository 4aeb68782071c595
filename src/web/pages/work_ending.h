// Our work with a child ends (CAM-125, CAM-130): the last day, the chronology read through where the policy asks it, and in the same press
// the whole of it copied into the file of each child it is about. The record stays and can be read.
#pragma once

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

Html work_ending_link(const House& house, const access::OpenRecord& open); // empty: not for this reader, or nothing goes on

std::vector<http::Route> work_ending_routes(const House& house);

} // namespace lifestory::web::pages
