// The account of one worker, as an administrator gives, sets anew and ends it. The one-time address stands in the answer to the
// press that made it and nowhere else; what was done stands beside the account, with who and when.
#pragma once

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

bool has_account(const House& house, WorkerNumber worker);             // one that works, ended, or an address waits
std::string account_words(const House& house, WorkerNumber worker);    // "works", "none yet", "waits until ...", "ended"
std::size_t administrators_with_account(const House& house);           // whose account works
Html account_of_worker(const House& house, const http::Call& call, const record::Worker& worker);
Html account_notes(const House& house, WorkerNumber worker);           // also for the worker's own page
std::vector<http::Route> worker_account_routes(const House& house);

} // namespace lifestory::web::pages
