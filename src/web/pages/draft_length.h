// How long the words of a box are, held against the guide that the policy gives for it: a line beside the box, and where they are fewer or
// more a thing to look at. Nobody is refused for a length.
#pragma once

#include "base/json.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

std::size_t words_in(std::string_view text);                                // runs of letters and digits between blanks
std::string guide_words(const policy::Words& guide);                        // "10 to 400 words"
std::string length_line(const policy::Words& guide, std::size_t words);     // "4 words. The guide is 10 to 400 words."

Html length_place(const policy::Item& item, const std::string& box, const std::string& value); // the line after the box; empty: there is no guide

// A box whose words are fewer or more than its guide; or that lacks something else that nobody is refused for.
struct ThingFound {
    std::string id, message;
    std::optional<Url> box; // where it stands; none: on a page of several children's parts
    std::string category = "length"; // "fit": two answers do not fit, or a goal has nobody
};
std::vector<ThingFound> lengths_to_look_at(const DraftView& view);         // of boxes that have words
JsonObject lengths_json(const DraftView& view);                             // box and line, as the script shows them

} // namespace lifestory::web::pages
