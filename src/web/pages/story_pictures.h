// The pictures of a child's story: those of entries that she was given to read, and of documents that are hers. In the page each is shown
// from its entry; in the book as a file each goes with it.
#pragma once

#include "export/pdf.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

struct StoryPicture {
    const record::StoryEntry* story; // of the open record
    record::File file;
    std::string about; // "Your drawing of Pickle, 9 December 2026"
};

// In order of their days.
std::vector<StoryPicture> pictures_for(const access::OpenRecord& open, const std::vector<const record::StoryEntry*>& given);

Html pictures_in_page(const access::OpenRecord& open, const std::vector<StoryPicture>& pictures);
Html pictures_in_file(const std::vector<StoryPicture>& pictures); // names those of picture_files
std::vector<exports::BookPicture> picture_files(const House& house, const access::OpenRecord& open, const std::vector<StoryPicture>& pictures);

} // namespace lifestory::web::pages
