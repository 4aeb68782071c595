// The items that take several rows or several people: who was there, whose words, what happens next.
#pragma once

#include "web/pages/record_items.h"

namespace lifestory::web::pages {

Html people_ticks(const AskedItem& asked);
Html one_person(const AskedItem& asked);
Html child_views(const AskedItem& asked);
Html others_views(const AskedItem& asked);
Html action_rows(const AskedItem& asked);
Html option_rows(const AskedItem& asked);
Html plain_rows(const AskedItem& asked);
Html place_choice(const AskedItem& asked); // the family's households, school, or somewhere else

} // namespace lifestory::web::pages
