// Guidance that is kept with the packs: a page for each paper with its versions, and the lines that lead to it from forms and lists; and the line
// that says which policy a form follows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/http/router.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

const policy::About* about_of_pack(const policy::Pack& pack, std::string_view id); // null: no such pack in force
Url clause_path(const policy::Pack& pack, const std::string& clause);              // where it stands on the page of its pack
std::string review_words(const House& house, const std::optional<calendar::Day>& due); // "Look at it again by 30 April 2025, which has gone by."; or empty

Html guidance_of_pack(const House& house, const policy::About& about);             // a list of links on the pack's page
Html policy_of_form(const House& house, const policy::RecordType& type);           // at the foot of each form
Html policy_of_entry(const House& house, const record::StoryEntry& story);         // under which version it was written, and which guidance held then
Html help_of_list(const House& house, const std::string& list);                    // what its choices mean, and the paper about them; or empty
Html guidance_for(const House& house, std::string_view record_type);               // one line; or empty

std::vector<http::Route> guidance_routes(const House& house);

} // namespace lifestory::web::pages
