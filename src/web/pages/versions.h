// A document, assessment, plan or summary beside the one that it takes the place of (CAM-045): item by item what is new and what was carried
// on unchanged, each with its day; one under the other on a phone. Which types take the place of which is the pack's to say (`updates`).
#pragma once

#include <string>
#include <vector>

#include "web/http/router.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

// Itself first, then the one before it, and so on. Alone: it takes the place of nothing.
std::vector<const record::StoryEntry*> versions_of(const House& house, const record::Child& child, const record::StoryEntry& story);

// "23 December 2026", or where another of them is of the same day "23 December 2026, written at 10:42".
std::string day_of_version(const std::vector<const record::StoryEntry*>& versions, std::size_t place);

Html what_changed(const record::StoryEntry& now, const record::StoryEntry& before); // "New or changed: ..." and "Carried on, not changed: ..."
Html side_by_side_of(const std::vector<const record::StoryEntry*>& versions, const std::string& child, int heading_level);

// Of an entry's page: the way to the one before, and to the one that took its place.
Html beside_the_one_before(const House& house, const OpenEntry& entry);

std::vector<http::Route> versions_routes(const House& house);

} // namespace lifestory::web::pages
