// Whom a letter names, and who that is: what they are to the child, or as whose worker and how long (LEI-113). Found among the people
// of the record in the words as the child reads them today; below each letter of the book it is said in words for her, on the
// page of the signed letter each person is a link.
#pragma once

#include "web/pages/child_reading.h"

namespace lifestory::web::pages {

Html who_is_in_it(const House& house, const access::OpenRecord& open, const ChildReading& reading);   // nobody of whom she has not been told
Html links_to_people(const House& house, const access::OpenRecord& open, const ChildReading& reading);

} // namespace lifestory::web::pages
