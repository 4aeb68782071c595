// The three cards on top of a record: who I am, who is in my life, who works with me.
#pragma once

#include "web/pages/acting.h"

namespace lifestory::web::pages {

Html child_cards(const House& house, const access::OpenRecord& open);
Html words_of_child(const access::OpenRecord& open, calendar::Day today); // the strip: say "Nan's", not "placement"
Html who_they_say_they_are(const access::OpenRecord& open, calendar::Day today); // beside the words of a draft: name, pronoun, and how they name themselves
std::vector<std::string> who_works_with(const access::OpenRecord& open, calendar::Day today); // first names, the worker's manager among them

} // namespace lifestory::web::pages
