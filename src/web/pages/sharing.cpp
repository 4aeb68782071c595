#include "web/pages/sharing.h"

#include "base/text.h"
#include "casework/release.h"
#include "web/html/components.h"
#include "web/pages/beside_entry.h"
#include "web/pages/draft_reading_age.h"
#include "web/pages/record_items.h"
#include "web/pages/secure_means.h"
#include "web/pages/who_gets_what.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

Result<OpenEntry> entry_to_share(const House& house, const Call& call) {
    auto entry = TRY(entry_opened(house, call));
    if (!entry.may(house, access::Act::Share))
        return refuse("not-found", "Page not found");
    return entry;
}

Response sharing_page(const House& house, const Call& call, const OpenEntry& entry, const Refusals& refusals) {
    auto fields = typed_in(call);
    if (const auto to = call.request.query.get("to"); !to.empty() && !call.form.has("form_number")) // said on the page that led here
        if (auto clean = clean_text(to); clean)
            fields["to"] = *clean;
    Asked asked{fields, refusals};
    ActPage page;
    page.title = "Give a copy of the " + entry.name();
    page.content = short_box(asked, "to", "To whom?", "Full name, and who they are to " + entry.open.child->first_name() + ".") +
                   choose_means(house, asked, "how", {{"by hand", "by hand"}, {"by post", "by post"}, {"by e-mail", "by e-mail"},
                                                     {"read out", "read out"}, {"other", "another way"}}) +
                   date_input(date_boxes(fields, "on", "When? Leave it empty for today.", refusals)) + box(asked, "why", "Why?") +
                   box(asked, "agreement", "Who agreed?", "Who agreed to it and when, or why no agreement was needed.");
    page.before = reading_age_of_entry(house, *entry.story);
    page.button = "Give a copy";
    page.action = entry.path_to("sharing");
    return act_page(house, call, entry, page, refusals);
}

Response show_sharing(const House& house, const Call& call) {
    auto entry = entry_to_share(house, call);
    return entry ? sharing_page(house, call, *entry, {}) : not_found(house);
}

Response give(const House& house, const Call& call) {
    auto entry = entry_to_share(house, call);
    if (!entry)
        return not_found(house);
    auto fields = typed_in(call);
    auto on = read_day(fields, "on");
    const auto means = means_said(house, fields, "how");
    record::SharingGiven given{entry->id(), said(call, "to"), means.words, said(call, "why"), said(call, "agreement"),
                               on && *on ? **on : house.today()};
    const auto act = act_of_form(house, call);
    auto writing = casework::give_a_copy(act, *entry->open.child, given);
    if (writing)
        for (auto& one : note_of_notes_given(house, act, entry->open, *entry->story, {given}, 1))
            writing->push_back(std::move(one));
    Refusals refusals = on ? Refusals{} : on.refusals();
    refusals.insert(refusals.end(), means.refusals.begin(), means.refusals.end());
    if (!writing)
        refusals.insert(refusals.end(), writing.refusals().begin(), writing.refusals().end());
    return keep(house, call, *entry, access::Act::Share, refusals.empty() ? writing : refusals, "given",
                [&](const Refusals& why) { return sharing_page(house, call, *entry, moved(why, "on", "on.day")); });
}

} // namespace

std::vector<http::Route> sharing_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/sharing", http::Reach::Worker, to(show_sharing)},
            {http::Method::Post, "/children/{child}/entries/{entry}/sharing", http::Reach::Worker, to(give)}};
}

} // namespace lifestory::web::pages
