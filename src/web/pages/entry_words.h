// A signed entry's words as they are read today: right words where words were corrected, closed words told of and not
// shown, a number after each sentence that something stands beside; and those notes, in the order of the words.
#pragma once

#include "web/pages/beside_entry.h"
#include "web/pages/form_reading.h"

namespace lifestory::web::pages {

WordsOfItems words_of_items(const record::StoryEntry& story); // of those items alone that do not read as they were signed
Html words_without_form(const record::StoryEntry& story);     // of an entry that has no form
Html notes_beside(const House& house, const OpenEntry& entry); // "Beside these words"; empty: there are none

} // namespace lifestory::web::pages
