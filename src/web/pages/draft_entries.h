// What a decision rests on or a report draws on (packs: an item of type `entry`): entries of the same record, ticked on a page of their own that
// shows each with its day, important events first, and read in the entry as links.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/http/router.h"
#include "web/pages/form_reading.h"
#include "web/pages/record_items.h"

namespace lifestory::web::pages {

Html chosen_entries(const AskedItem& asked); // those that are ticked, and the way to the others
std::optional<std::string> item_with_entries(std::string_view then); // "entries:relied-on", the press beside an item: "relied-on"

// In place of what such items say: each entry leads to itself, for who reads the record.
void show_entries(WordsOfItems& words, const access::OpenRecord& open, const record::StoryEntry& story);

std::vector<http::Route> draft_entries_routes(const House& house);

} // namespace lifestory::web::pages
