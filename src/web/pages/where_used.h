// Where a signed entry is used (pages.md 6.7): which row of the chronology tells of it, what it met, what counts from it, what
// names it, and what goes on from it. All of it is derived from the record and what is owed; nothing is kept for it.
#pragma once

#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

bool rests_on(const record::StoryEntry& other, const EntryId& entry); // does the other name it as what it rests on or draws on?
Html where_it_is_used(const House& house, const OpenEntry& entry, const Judged& judged);

} // namespace lifestory::web::pages
