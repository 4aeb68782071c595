// Two answers of one draft that do not fit: a thing to look at, and nothing that is refused.
#pragma once

#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

struct MisfitFound {
    std::string id, message;
    std::optional<Url> box; // where it stands; none: on a page of several children's parts
};
std::vector<MisfitFound> misfits_to_look_at(const DraftView& view);

} // namespace lifestory::web::pages
