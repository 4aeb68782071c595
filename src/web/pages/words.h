// The child's own words (pages.md 6.18): what to say instead of what, since when and agreed with whom, what held before,
// when they are talked over again, and the seven things that children in care asked of us. Talking them over is talk.h's.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

std::vector<http::Route> words_routes(const House& house);

// When the words are to be talked over again, as the pack counts it; none: nothing says when, or the reader sees a part alone.
std::optional<policy::Obligation> talk_that_is_due(const House& house, const access::OpenRecord& open);

// Appends what was said of a word. What was said already is kept, and the same said again of one form stands once.
Outcome keep_word(const House& house, const Caller& caller, const access::OpenRecord& open, FormNumber form, const casework::Writing& writing);

Url words_path(RecordNumber child);
Url talk_path(RecordNumber child);

// The record type by which a talk about words is written down.
inline constexpr std::string_view words_conversation = "words-conversation";

} // namespace lifestory::web::pages
