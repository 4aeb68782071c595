// A file that comes in pieces, by the script: begun, gone on with after a cut, ended, given up. Each piece is stored, sealed, when it is
// answered; it is with the draft when its end was judged. Without script a form brings it whole (draft_files).
#pragma once

#include "web/http/router.h"
#include "web/pages/item_of_draft.h"

namespace lifestory::web::pages {

Url arriving_path(const ItemOfDraft& of);
Html files_that_arrive(const House& house, const http::Call& call, const ItemOfDraft& of); // what was cut, and how much of it is here
bool is_still_arriving(const House& house, const desk::Draft& draft, const policy::RecordType& type); // a file that this type asks for is not all here
void drop_files_given_up(const House& house); // of drafts that are gone, and what nobody went on with for a week

std::vector<http::Route> arriving_files_routes(const House& house);

} // namespace lifestory::web::pages
