#include "web/pages/comment.h"

#include "casework/endorse.h"
#include "web/pages/agreement.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

Result<OpenEntry> entry_to_comment(const House& house, const Call& call) {
    auto entry = TRY(entry_opened(house, call));
    if (!entry.may(house, access::Act::Comment))
        return refuse("not-found", "Page not found");
    return entry;
}

Response comment_page(const House& house, const Call& call, const OpenEntry& entry, const Refusals& refusals) {
    auto fields = typed_in(call);
    Asked asked{fields, refusals};
    auto name = entry.open.child->first_name();
    bool manager = casework::is_manager(act_of(house, call.caller<Caller>()));
    ActPage page;
    page.title = "Comment on the " + entry.name();
    page.content = box(asked, "words", "Your comment",
                       manager ? name + " will read this too. Say what you agree with, what you would think about, what you decide."
                               : name + " will read this too.");
    page.button = "Comment";
    page.action = entry.path_to("comment");
    return act_page(house, call, entry, page, refusals);
}

Response show_comment(const House& house, const Call& call) {
    auto entry = entry_to_comment(house, call);
    return entry ? comment_page(house, call, *entry, {}) : not_found(house);
}

Response comment(const House& house, const Call& call) {
    auto entry = entry_to_comment(house, call);
    if (!entry)
        return not_found(house);
    auto act = act_of_form(house, call);
    auto writing = casework::comment(act, *entry->open.child, entry->id(), said(call, "words"), waits_after_comment(house, entry->open, *entry->story));
    return keep(house, call, *entry, access::Act::Comment, writing, "commented", [&](const Refusals& refusals) { return comment_page(house, call, *entry, refusals); });
}

} // namespace

std::vector<http::Route> comment_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/comment", http::Reach::Worker, to(show_comment)},
            {http::Method::Post, "/children/{child}/entries/{entry}/comment", http::Reach::Worker, to(comment)}};
}

} // namespace lifestory::web::pages
