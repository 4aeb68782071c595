// The story as a list: every signed entry as a heading with its first words, newest first, by month, with filters, and
// the caller's own drafts on top of their day.
#pragma once

#include "web/pages/acting.h"

namespace lifestory::web::pages {

Html story_list(const House& house, const access::OpenRecord& open, const Judged& judged, const http::Call& call);
std::string title_of(const record::StoryEntry& story);      // "Visit, seen alone"
std::string opening_words(const record::StoryEntry& story); // the first of: what happened; the decision; any answer in words. As it is read now

} // namespace lifestory::web::pages
