// Writing a record: the empty page, its first word that makes a draft, and every save after, by script or by [Save].
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

std::vector<http::Route> writing_routes(const House& house);

// The draft at {draft}, if this caller writes in it and may open the record that it is about; its owner's manager reaches
// it by a reason (drafts.h).
Result<desk::Draft> own_draft(const House& house, const http::Call& call);
// The same of who may not open the record any more: to be saved to and put away, and not to be read.
Result<desk::Draft> written_draft(const House& house, const http::Call& call);
// Where a draft that is no longer written in is answered: the entry that it was signed as, else "Page not found".
http::Response where_it_went(const House& house, const Result<desk::Draft>& draft);
// Its owner, who wrote in it, who works with the child too, and a manager who reached it by a reason.
bool writes_in(const House& house, const Caller& caller, const desk::Draft& draft);

} // namespace lifestory::web::pages
