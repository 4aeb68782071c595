#include "web/pages/addition.h"

#include "casework/endorse.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

Result<OpenEntry> entry_to_add_to(const House& house, const Call& call) {
    auto entry = TRY(entry_opened(house, call));
    if (!entry.may(house, access::Act::Add))
        return refuse("not-found", "Page not found");
    return entry;
}

Response addition_page(const House& house, const Call& call, const OpenEntry& entry, const Refusals& refusals) {
    auto fields = typed_in(call);
    Asked asked{fields, refusals};
    ActPage page;
    page.title = "Add to the " + entry.name();
    page.content = box(asked, "words", "Add what you left out", "Add what you left out. The signed words stay as they are.");
    page.button = "Add this";
    page.action = entry.path_to("addition");
    return act_page(house, call, entry, page, refusals);
}

Response show_addition(const House& house, const Call& call) {
    auto entry = entry_to_add_to(house, call);
    return entry ? addition_page(house, call, *entry, {}) : not_found(house);
}

Response add(const House& house, const Call& call) {
    auto entry = entry_to_add_to(house, call);
    if (!entry)
        return not_found(house);
    auto act = act_of_form(house, call);
    auto writing = casework::add_to(act, *entry->open.child, {entry->id(), said(call, "words")});
    return keep(house, call, *entry, access::Act::Add, writing, "added", [&](const Refusals& refusals) { return addition_page(house, call, *entry, refusals); });
}

} // namespace

std::vector<http::Route> addition_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/addition", http::Reach::Worker, to(show_addition)},
            {http::Method::Post, "/children/{child}/entries/{entry}/addition", http::Reach::Worker, to(add)}};
}

} // namespace lifestory::web::pages
