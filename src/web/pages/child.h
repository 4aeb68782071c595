// The child's record, which is the child's story (pages.md 6.4): who they are, who is in their life, who works with them,
// what is due, and every entry newest first.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

std::vector<http::Route> child_routes(const House& house);

// The ways about a child, for every page below the record: "Story", "Her words", "Letters", "Who has looked". `current` is a path's last word.
Html child_navigation(const access::OpenRecord& open, std::string_view current);
// A frame with the child's first name in the title and, on paper, who, when and the checkpoint.
PageFrame child_frame(const House& house, const Caller& caller, const access::OpenRecord& open, std::string_view act);

} // namespace lifestory::web::pages
