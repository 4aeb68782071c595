#include "web/pages/release.h"

#include "base/text.h"
#include "casework/release.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/record_items.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

Result<OpenEntry> entry_to_release(const House& house, const Call& call) {
    auto entry = TRY(entry_opened(house, call));
    if (!entry.may(house, access::Act::Release))
        return refuse("not-found", "Page not found");
    return entry;
}

// What was decided last stands in the fields until something else is typed.
desk::Fields fields_to_show(const Call& call, const OpenEntry& entry) {
    auto fields = typed_in(call);
    const auto* decided = entry.story->release();
    if (!fields.empty() || !decided)
        return fields;
    fields = {{"release.how", decided->how}, {"release.reason", decided->not_yet_reason}, {"release.warning", decided->warning}};
    return fields;
}

Html not_yet_fields(const Asked& asked) {
    Choosable reasons;
    for (const auto& reason : casework::not_yet_reasons())
        reasons.push_back({reason, reason});
    return choose(asked, "release.reason", "Why not yet?", reasons) +
           date_input(date_boxes(asked.fields, "release.look-again", "Look again on", asked.refusals));
}

Html when_fields(const Asked& asked, const OpenEntry& entry) {
    const auto& child = *entry.open.child;
    auto possessive_pronoun = entry.open.family ? pronouns_of(child, *entry.open.family).possessive : std::string("their");
    auto option = [](std::string words, std::string value) {
        Choice choice;
        choice.words = words;
        choice.value = std::move(value);
        return choice;
    };
    Radios radios;
    radios.name = radios.id_prefix = "release.how";
    radios.value = field(asked.fields, "release.how");
    auto not_yet = option("not yet, because", "not-yet");
    not_yet.revealed = not_yet_fields(asked);
    radios.choices = {option("together, at my next visit", "together"), option("on " + possessive_pronoun + " pages, now", "now"), not_yet};
    radios.fieldset = Fieldset{{"When will " + child.first_name() + " read this?", "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    radios.error = error_at(asked.refusals, "release.how");
    return web::radios(radios);
}

Response release_page(const House& house, const Call& call, const OpenEntry& entry, const Refusals& refusals) {
    auto fields = fields_to_show(call, entry);
    Asked asked{fields, refusals};
    ActPage page;
    page.title = "When will " + entry.open.child->first_name() + " read the " + entry.name() + "?";
    page.content = when_fields(asked, entry) +
                   short_box(asked, "release.warning", "A warning first?", "What it is about, if it may be hard to read. Leave it empty if it is not.");
    page.button = "Keep this";
    page.action = entry.path_to("release");
    return act_page(house, call, entry, page, refusals);
}

Response show_release(const House& house, const Call& call) {
    auto entry = entry_to_release(house, call);
    return entry ? release_page(house, call, *entry, {}) : not_found(house);
}

// What could be read of the fields; a day to look again that is no day is refused where it stands.
casework::Releasing releasing_of(const desk::Fields& fields, Refusals& refusals) {
    casework::Releasing releasing;
    releasing.how = field(fields, "release.how");
    releasing.warning = trim(field(fields, "release.warning"));
    if (releasing.how != "not-yet")
        return releasing;
    releasing.not_yet_reason = field(fields, "release.reason");
    auto again = read_day(fields, "release.look-again");
    if (again)
        releasing.look_again = *again;
    else
        refusals = again.refusals();
    return releasing;
}

Response release(const House& house, const Call& call) {
    auto entry = entry_to_release(house, call);
    if (!entry)
        return not_found(house);
    Refusals refusals;
    auto releasing = releasing_of(typed_in(call), refusals);
    auto writing = casework::release(act_of_form(house, call), *entry->open.child, entry->id(), releasing);
    return keep(house, call, *entry, access::Act::Release, refusals.empty() ? writing : refusals, "released", [&](const Refusals& why) {
        return release_page(house, call, *entry, moved(moved(why, "release", "release.how"), "release.look-again", "release.look-again.day"));
    });
}

} // namespace

std::vector<http::Route> release_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/release", http::Reach::Worker, to(show_release)},
            {http::Method::Post, "/children/{child}/entries/{entry}/release", http::Reach::Worker, to(release)}};
}

} // namespace lifestory::web::pages
