// Reading together with a child (pages.md 6.4, 6.7, 8.1): what she may read, the worker's device handed to her with only
// that on it, and the way back, which asks for the worker's password or code. The guard (caller.h) keeps all else away.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/child_reading.h"

namespace lifestory::web::pages {

std::vector<http::Route> handover_routes(const House& house);

bool is_handed_over(const Caller& caller);
// Below what is read: for the worker the press that hands the device over, for the child the way to give it back.
struct Holding {
    RecordNumber child;
    std::string child_name;
    std::optional<EntryId> entry; // what is read: handed over with it open
    std::optional<DraftId> draft;
};
Html below_reading(const House& house, const Caller& caller, const Holding& holding);

} // namespace lifestory::web::pages
