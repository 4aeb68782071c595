// The child's story so far in letters: every three-month letter that she was given, in order, as a page and printed as a small
// book, with nothing of ours around it; and what a signed letter says that it speaks of. Writing one is letter_draft.h's.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child_reading.h"

namespace lifestory::web::pages {

std::vector<http::Route> letters_routes(const House& house);

Url letters_path(RecordNumber child);
Url letter_path(RecordNumber child); // where the next one is written

// One letter as its reader has it: the days that it tells of, and the words as they read today.
struct ReadLetter {
    const record::StoryEntry* story = nullptr;
    calendar::Day from{};
    ChildReading reading;
};
std::vector<ReadLetter> letters_given(const House& house, const access::OpenRecord& open, const Judged& judged); // oldest first

Html letter_in_book(const House& house, const access::OpenRecord& open, const ReadLetter& letter); // a page of its own

// On the page of a signed letter: the days it tells of, whom it names, its entries, and what became of promises. Empty of any other entry.
Html what_letter_tells(const House& house, const OpenEntry& entry);

} // namespace lifestory::web::pages
