// Help asked and answered (pages.md 6.2, 7.1, 7.3): a worker sends the manager what is owed with one line, or tells of one
// thing before it is too late; the manager reads it and answers; both find it again here.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

std::vector<http::Route> supervision_routes(const House& house);

std::optional<record::Worker> manager_of(const House& house, WorkerNumber worker); // none: nobody stands above

// In the inset of a day that holds too much: the line to write and [Ask Gareth Holloway for help].
Html ask_for_help_form(const House& house, const Caller& caller);
// [Tell Gareth now] of one due item of one child (`item` in hex, may be empty), with what was told and answered before.
Html tell_now(const House& house, const Caller& caller, RecordNumber child, std::string_view item);

// On the manager's Team page: "Priya Anand asks for help: 9 things. [Read and answer]"; empty: nobody does.
Html help_waiting(const House& house, const Caller& caller);
// On the worker's Home: answers of the last seven days.
Html help_answered(const House& house, const Caller& caller);

} // namespace lifestory::web::pages
