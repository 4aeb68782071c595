// The files of a signed entry, given back only to who may read it: taken away as they were put in, or, of a picture, sound and film,
// shown in the page. Their kind is decided by their bytes, each time.
#pragma once

#include "web/http/router.h"
#include "web/pages/beside_entry.h"
#include "web/pages/form_reading.h"

namespace lifestory::web::pages {

Html files_of(const OpenEntry& entry, const record::Files& files);
Html file_links(const access::OpenRecord& open, const record::StoryEntry& story); // "scan.pdf (PDF document, 120 KB)", each a link
// In the page, when it is a picture that a browser shows; empty for any other file.
Html picture_of_file(const access::OpenRecord& open, const record::StoryEntry& story, const record::File& file, const std::string& in_words);
bool is_picture(const record::File& file);
Result<Bytes> bytes_of_file(const House& house, const access::OpenRecord& open, const record::StoryEntry& story, std::string_view number);
bool names_file(const record::StoryEntry& story, std::string_view number);
void show_files(WordsOfItems& words, const OpenEntry& entry); // in place of the names
http::Response file_answer(const House& house, const http::Call& call, const access::OpenRecord& open, const record::StoryEntry& story, std::string_view number);

std::vector<http::Route> entry_files_routes(const House& house);

} // namespace lifestory::web::pages
