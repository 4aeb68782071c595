// What the page of a draft posts, saved. Most often that is one draft; of a visit to several children it is the child's part,
// what is the same for all, and the part that stands beside it (one_visit.h), each over the version that it was written over.
#pragma once

#include "base/json.h"
#include "web/pages/one_visit.h"

namespace lifestory::web::pages {

struct PostedPart {
    desk::Save save;
    std::string version_field; // "version", "version.all", "version.with.RECORD."
    std::string prefix;        // of its fields on the page; empty but of the part beside
    bool is_closed = false;    // to this writer by now: the words are kept beside the draft

    bool is_of_page() const { return version_field == "version"; }
};
std::vector<PostedPart> posted_parts(const House& house, const http::Call& call, const desk::Draft& draft);

struct SavedPart {
    PostedPart posted;
    desk::Saved saved;
};
using SavedParts = std::vector<SavedPart>; // the page's own first
// All that can be: one part that is refused (signed meanwhile, too large) takes no other with it.
Result<SavedParts> save_parts(const House& house, const std::vector<PostedPart>& parts);

JsonObject saved_json(const House& house, const Caller& caller, const SavedParts& parts, const desk::Draft& draft); // as web/html/draft.h tells
std::optional<Url> where_they_differ(const SavedParts& parts, const desk::Draft& draft);

} // namespace lifestory::web::pages
