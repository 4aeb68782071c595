#include "web/pages/letter_guard.h"

#include <algorithm>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/written_letter_draft.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

using casework::Pass;
using casework::Stop;
using http::Call;
using http::Response;

std::vector<std::string> secure_domains(const House& house) { return split(house.pack().setting("secure-email", house.today()), ' '); }

std::vector<Stop> stops_in(const House& house, const access::OpenRecord& open, const record::Form& form) {
    return open.family ? casework::stops_of(*open.child, *open.family, form, secure_domains(house), house.today()) : std::vector<Stop>();
}

std::string checked_field(const Stop& stop) { return "keep-letter." + stop.id; }

bool is_checked(const DraftView& view, const Stop& stop) { return field(view.draft.fields, checked_field(stop)) == "checked"; }

std::vector<Stop> stops_left(const House& house, const DraftView& view) {
    auto stops = stops_in(house, *view.open, view.read.form);
    std::erase_if(stops, [&](const auto& stop) { return stop.pass == Pass::WhenChecked && is_checked(view, stop); });
    return stops;
}

bool nobody_passes(const std::vector<Stop>& stops) {
    return std::any_of(stops.begin(), stops.end(), [](const auto& stop) { return stop.pass == Pass::Nobody; });
}

Html lines_of_stops(const std::vector<Stop>& stops) {
    Html lines;
    for (const auto& stop : stops)
        lines += html("<li>{}</li>", stop.words);
    return html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", lines);
}

std::string title_of_card(const access::OpenRecord& open, const record::Form& form, const std::vector<Stop>& stops) {
    if (!nobody_passes(stops))
        return "Before this goes: look again";
    return "Stop. " + casework::what_it_would_show(*open.family, form, open.child->person.value_or(PersonNumber{}), open.child->first_name());
}

PageFrame guard_frame(const House& house, const Caller& caller, const access::OpenRecord& open, const Url& back) {
    auto frame = frame_for(house, caller);
    frame.act = "Look again before this goes";
    frame.first_name = open.child->first_name();
    frame.back = BackLink{back, "Go back"};
    return frame;
}

Html go_back(const Url& to, std::string_view words) {
    Button back{Phrase(std::string(words))};
    back.href = to;
    back.classes = "govuk-button--inverse";
    return button(back);
}

Html checked_form(const Caller& caller, const DraftView& view, const std::vector<Stop>& stops) {
    Html fields = hidden_input("version", std::to_string(view.draft.version)) + hidden_input("child", view.open->record.hex()) + hidden_input("type", view.draft.record_type);
    for (const auto& stop : stops)
        fields += hidden_input(checked_field(stop), "checked");
    Button sign{"I have checked: sign"};
    sign.name = "then";
    sign.value = "sign";
    sign.classes = "govuk-button--inverse";
    return post_form({path("/drafts/{}/check", view.draft.draft.hex()), caller.session.csrf, view.draft.form.hex(), fields + button(sign)});
}

Response card(const House& house, const Caller& caller, const DraftView& view, const std::vector<Stop>& stops) {
    const auto back = path("/drafts/{}", view.draft.draft.hex());
    auto frame = guard_frame(house, caller, *view.open, back);
    auto content = lines_of_stops(stops) + go_back(back, "Go back and change it") + (nobody_passes(stops) ? Html() : checked_form(caller, view, stops));
    return shown(frame, interruption_card({Phrase(title_of_card(*view.open, view.read.form, stops)), content}));
}

Response show_guard(const House& house, const Call& call) {
    auto draft = own_draft(house, call);
    if (!draft || draft->signed_as || draft->put_away)
        return not_found(house);
    auto view = view_of(house, call.caller<Caller>(), *draft);
    if (!view || !view->open || !view->type)
        return not_found(house);
    auto stops = stops_left(house, *view);
    return stops.empty() ? redirect(path("/drafts/{}/check", draft->draft.hex())) : card(house, call.caller<Caller>(), *view, stops);
}

record::Form as_it_reads_now(const record::StoryEntry& story) {
    auto form = *story.form();
    for (auto& answer : form.answers)
        if (auto* text = std::get_if<record::Text>(&answer.value))
            text->words = record::words_now(story, answer.item);
    return form;
}

} // namespace

Refusals letter_refusals(const House& house, const DraftView& view, const record::Form& form) {
    auto refusals = letter_not_ready(house, view);
    for (const auto& stop : stops_in(house, *view.open, form))
        if (stop.pass == Pass::Nobody)
            refusals.push_back(refuse("hidden-address", stop.words, stop.field));
        else if (!is_checked(view, stop))
            refusals.push_back(refuse("letter-guard", stop.words, checked_field(stop)));
    return refusals;
}

std::vector<record::Kept> passed_by_checking(const House& house, const DraftView& view) {
    std::vector<record::Kept> all;
    for (const auto& stop : view.open ? stops_in(house, *view.open, view.read.form) : std::vector<Stop>())
        if (stop.pass == Pass::WhenChecked && is_checked(view, stop))
            all.push_back({"letter", stop.words, "looked at again before it was signed"});
    return all;
}

bool is_stopped_by_guard(const Refusals& refusals) {
    return !refusals.empty() && std::all_of(refusals.begin(), refusals.end(), [](const auto& one) { return one.code == "hidden-address" || one.code == "letter-guard"; });
}

Response guard_page(const House& house, const Caller& caller, const DraftView& view) {
    auto stopped = card(house, caller, view, stops_left(house, view));
    stopped.status = 422;
    return stopped;
}

std::vector<Stop> stops_before_printing(const House& house, const access::OpenRecord& open, const record::StoryEntry& story) {
    auto stops = stops_in(house, open, as_it_reads_now(story));
    std::erase_if(stops, [](const auto& stop) { return stop.pass != Pass::Nobody; }); // the rest was looked at when it was signed
    return stops;
}

Response stopped_printing(const House& house, const Caller& caller, const access::OpenRecord& open, const record::StoryEntry& story, const std::vector<Stop>& stops) {
    const auto back = path("/children/{}/entries/{}", open.record.hex(), story.entry.id.hex());
    auto stopped = shown(guard_frame(house, caller, open, back),
                         interruption_card({Phrase(title_of_card(open, as_it_reads_now(story), stops)), lines_of_stops(stops) + go_back(back, "Go back to the letter")}));
    stopped.status = 422;
    return stopped;
}

std::vector<http::Route> letter_guard_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/letters/{draft}/guard", http::Reach::Worker, to(show_guard)}};
}

} // namespace lifestory::web::pages
