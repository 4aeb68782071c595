// A filled-in form as it is read: parts in order, whose words are whose told by a label first. Used by the signing page,
// by the child's own view and by the entry's page.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "record/form.h"
#include "web/html/components.h"

namespace lifestory::web::pages {

enum class Reader { Child, Worker }; // the child does not read what is for professionals, nor which entries something rests on

struct ReadPart {
    std::string id, title;
    Html content;
};

// `words`: markup to show in place of an item's words (corrected, closed, with notes), by item id; of views, each of which
// keeps its own label, by view_key.
using WordsOfItems = std::map<std::string, Html, std::less<>>;
std::string view_key(std::string_view item, std::size_t place); // place: from 0

std::string spoken(const record::Present& present); // "Maureen Barrow, nan"
std::vector<ReadPart> read_parts(const record::Form& form, const std::string& child, Reader reader, const WordsOfItems& words = {});
Html as_sections(const std::vector<ReadPart>& parts, int heading_level);

} // namespace lifestory::web::pages
