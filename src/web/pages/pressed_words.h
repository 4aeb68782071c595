// The presses beside the findings of the page that checks, which need no script: [Take out] and [Show only the message] change just
// those words of the draft, and [Put them back] restores the box as it was. Nothing is changed that nobody pressed.
#pragma once

#include <optional>

#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

// None: another button of the form was pressed. The page comes back with the box changed; signed is nothing.
std::optional<http::Response> press_words(const House& house, const http::Call& call, const DraftView& view);

// What was changed last, with the press that puts it back; empty: nothing was.
Html changed_words(const House& house, const http::Call& call, const DraftView& view);

} // namespace lifestory::web::pages
