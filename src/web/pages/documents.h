// The documents of a child's record (pages.md 6.14): every file and paper that an entry names, newest first, a newer version on top of
// the former ones; and putting one in, which begins a draft that holds it.
#pragma once

#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

// An entry that holds a document, and those that it stands on top of, newest first.
struct Filed {
    const record::StoryEntry* story = nullptr;
    std::vector<const record::StoryEntry*> former;
};
std::vector<Filed> documents_in(const record::Child& child);

inline constexpr std::string_view drawn_by_hand = "family drawn by hand"; // as the list of kinds has it
Html drawings_by_hand(const access::OpenRecord& open); // beside the genogram: each a picture, newest first; empty when there is none
Url put_in_drawing_path(RecordNumber child);

Url documents_path(RecordNumber child);
std::vector<http::Route> documents_routes(const House& house);

} // namespace lifestory::web::pages
