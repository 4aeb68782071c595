// Files of a draft: put with one of its items, and taken away again. They are kept in the child's record, sealed, and wait there for
// the signing; what no draft waits for any more is dropped.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/item_of_draft.h"

namespace lifestory::web::pages {

std::optional<std::string> item_with_files(std::string_view then); // "files:kept", the press beside an item: "kept"

// The posted files, each by itself: a bad one is refused by its name, at the field "files", and the others are kept all the same.
struct LookedAt {
    std::vector<const http::Upload*> good;
    Refusals refused;
};
LookedAt look_at_uploads(const House& house, const http::Call& call); // nothing is kept yet
// The good ones are with the draft after this; what could not be put with it joins the refused, which come back. `fields`: what the draft says beside them.
Refusals put_files(const House& house, const http::Call& call, const desk::Draft& draft, const policy::Item& item, desk::Fields fields, const LookedAt& looked);

http::Response files_page(const House& house, const http::Call& call, const ItemOfDraft& of, const Refusals& refusals);

Html file_box(const Refusals& refusals);
constexpr std::size_t upload_limit = ledger::longest_file + http::form_limit;

void drop_files_of_gone_drafts(const House& house);

std::vector<http::Route> draft_files_routes(const House& house);

} // namespace lifestory::web::pages
