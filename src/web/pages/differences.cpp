#include "web/pages/differences.h"

#include <algorithm>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/form_fields.h"
#include "web/pages/posted_words.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// Sentences that only one of them wrote are told in words.
Html marked(const desk::Difference& difference, desk::Whose mine, const std::string& only) {
    Html sentences;
    for (const auto& sentence : desk::side_by_side(difference.yours, difference.theirs)) {
        if (sentence.whose == desk::Whose::Both)
            sentences += html("<p class=\"govuk-body\">{}</p>", sentence.words);
        else if (sentence.whose == mine)
            sentences += html("<p class=\"govuk-body\"><ins class=\"app-only\">{}</ins> <span class=\"app-quiet\">({})</span></p>", sentence.words, only);
    }
    return sentences.empty() ? html("<p class=\"govuk-body\">Nothing</p>") : sentences;
}

Html part(const House& house, const desk::Draft& draft, const desk::Difference& difference, const std::string& other) {
    auto label = label_of(house, draft, difference.field);
    auto first_name = split(other, ' ').front();
    auto both = side_by_side({"Yours", Phrase(possessive(first_name)), marked(difference, desk::Whose::Yours, "only yours"),
                              marked(difference, desk::Whose::Theirs, "only " + possessive(first_name)), 3});
    Radios keep;
    keep.name = keep.id_prefix = "keep." + difference.field;
    keep.value = "both";
    for (const auto& [value, words] : {std::pair<std::string, std::string>{"both", "keep both, one after the other"}, {"yours", "yours"}, {"theirs", possessive(first_name)}}) {
        Choice choice;
        choice.value = value;
        choice.words = words;
        keep.choices.push_back(choice);
    }
    keep.fieldset = Fieldset{{Phrase("What should stand in: " + label), "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    keep.classes = "govuk-radios--small";
    return html("<section><h2 class=\"govuk-heading-m\">{}</h2>{}{}</section>", label, both, radios(keep));
}

Response differences_page(const House& house, const Call& call, const desk::Draft& draft, const desk::Saved& unsettled, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto frame = frame_for(house, caller);
    frame.act = "Both wrote here";
    frame.heading = unsettled.other ? "You and " + unsettled.other->full_name + " both wrote here" : std::string("You wrote here in two places");
    frame.refusals = refusals;
    Html content = html("<p class=\"govuk-body-l\">Nothing is lost.</p>");
    for (const auto& difference : unsettled.differences)
        content += part(house, draft, difference, unsettled.other ? unsettled.other->full_name : caller.author().full_name);
    Button go_on{"Go on writing"};
    auto form = post_form({path("/drafts/{}/differences", draft.draft.hex()), caller.session.csrf, draft.form.hex(),
                           hidden_input("version", std::to_string(unsettled.version)) + content + button(go_on)});
    auto earlier = html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Earlier versions of this draft</a></p>", path("/drafts/{}/versions", draft.draft.hex()));
    return shown(frame, form + earlier);
}

Response show_differences(const House& house, const Call& call) {
    auto draft = own_draft(house, call);
    if (!draft)
        return not_found(house);
    auto unsettled = house.desk.unsettled(draft->draft, call.caller<Caller>().worker());
    return unsettled ? differences_page(house, call, *draft, *unsettled, {}) : redirect(path("/drafts/{}", draft->draft.hex()));
}

// The other may have written on since the page was shown.
bool is_as_shown(const House& house, const Call& call, const desk::Draft& draft, const desk::Saved& unsettled) {
    auto shown = fields_at(house, draft, version_of(call));
    return shown && std::all_of(unsettled.differences.begin(), unsettled.differences.end(),
                                [&](const auto& difference) { return field(*shown, difference.field) == difference.theirs; });
}

Response settle(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto draft = own_draft(house, call);
    if (!draft)
        return not_found(house);
    auto unsettled = house.desk.unsettled(draft->draft, caller.worker());
    if (!unsettled) // pressed twice
        return redirect(path("/drafts/{}", draft->draft.hex()));
    if (!is_as_shown(house, call, *draft, *unsettled))
        return differences_page(house, call, *draft, *unsettled, {refuse("written-meanwhile", "More was written here meanwhile. Read both again, then choose")});
    auto fields = unsettled->fields;
    for (const auto& difference : unsettled->differences) {
        auto keep = call.form.get("keep." + difference.field);
        if (keep == "yours")
            fields[difference.field] = difference.yours;
        else if (keep != "theirs")
            fields[difference.field] = desk::keep_both(difference);
    }
    auto saved = house.desk.settle({draft->draft, unsettled->version, fields, draft->stopped_at, caller.writer(), house.now()});
    if (!saved)
        return not_found(house);
    return saved->differences.empty() ? redirect(path("/drafts/{}", draft->draft.hex())) : redirect(path("/drafts/{}/differences", draft->draft.hex()));
}

Response show_versions(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto draft = own_draft(house, call);
    if (!draft)
        return not_found(house);
    auto frame = frame_for(house, caller);
    frame.act = "Earlier versions";
    frame.heading = "Earlier versions of this draft";
    frame.back = BackLink{path("/drafts/{}", draft->draft.hex()), "Back to writing"};
    Html all;
    for (const auto& version : house.desk.earlier_versions(draft->draft)) {
        Html words;
        for (const auto& [name, value] : version.fields)
            if (name.starts_with("item.") && letters(value) > 20)
                words += html("<h3 class=\"govuk-heading-s\">{}</h3>{}", label_of(house, *draft, name), paragraphs(value));
        Details one;
        one.summary = (version.set_aside ? "Not kept when two wrote: " : "As it was: ") + version.by.full_name + ", " + calendar::in_words(version.at);
        one.content = words.empty() ? html("<p class=\"govuk-body\">No long words in this version.</p>") : words;
        all += details(one);
    }
    return shown(frame, all.empty() ? html("<p class=\"govuk-body\">There are no earlier versions.</p>") : all);
}

} // namespace

std::string label_of(const House& house, const desk::Draft& draft, const std::string& field_name) {
    const auto* type = house.pack().record_type(draft.record_type);
    auto id = field_name.starts_with("item.") ? field_name.substr(5, field_name.find('.', 5) - 5) : std::string();
    const auto* item = type ? type->item(id) : nullptr;
    if (item)
        return item->label;
    if (field_name == "speaks-of")
        return "What this letter speaks of";
    if (field_name.starts_with("promise."))
        return "What became of what we promised";
    return field_name.starts_with("when") ? "When" : "Another part";
}

std::vector<http::Route> differences_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    return {{Method::Get, "/drafts/{draft}/differences", Reach::Worker, to(show_differences)},
            {Method::Post, "/drafts/{draft}/differences", Reach::Worker, to(settle)},
            {Method::Get, "/drafts/{draft}/versions", Reach::Worker, to(show_versions)}};
}

} // namespace lifestory::web::pages
