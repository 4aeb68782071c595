// What is wrong with an entry besides its words: the day on which it happened, or all of it (pages.md 6.8; ROC-131, ROC-132).
// The signed entry stays as it is; what is due is counted again.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

std::vector<http::Route> put_right_routes(const House& house);

// From the page that corrects words, for who may.
Html ways_to_put_right(const House& house, const OpenEntry& entry);

// Of an entry written in error: who said so, when and why. Empty: it stands.
Html written_in_error(const record::StoryEntry& story);

// ---- whom to tell of a correction: those who were given a copy
Html who_is_told(const desk::Fields& fields, const OpenEntry& entry);
std::vector<std::string> told_in(const desk::Fields& fields, const OpenEntry& entry);

} // namespace lifestory::web::pages
