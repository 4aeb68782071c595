// The parts of a record's page in their order, each with the fields that it asks: of one child; or of a visit to several, what is the
// same for all, and what is one child's own.
#pragma once

#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

Html record_parts(const House& house, const DraftView& view, const Refusals& refusals);
Html parts_for_all(const House& house, const DraftView& view, const Refusals& refusals);
Html parts_of_child(const House& house, const DraftView& view, const Refusals& refusals); // ids and names begin with view.prefix

// Where a field stands on the page, as a number that grows from top to bottom; of one that names nothing, before all.
std::size_t place_on_page(const DraftView& view, std::string_view field);

Html due_of_draft(const DraftView& view); // kept up to date by script, and linked to its sum once there is a draft

} // namespace lifestory::web::pages
