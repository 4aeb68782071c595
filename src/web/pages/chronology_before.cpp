#include "web/pages/chronology_before.h"

#include <algorithm>

#include "base/text.h"
#include "casework/keep_chronology.h"
#include "chronology/agency_rows.h"
#include "web/html/components.h"
#include "web/pages/chronology_forms.h"
#include "web/pages/record_items.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// ---- something from before

// The day may be left empty, and the month too: "July 2016", "2016".
struct ToldDay {
    calendar::Day day{};
    record::Exactly exactly = record::Exactly::OnTheDay;
};

Result<ToldDay> told_day(desk::Fields fields) {
    using record::Exactly;
    const auto is_empty = [&](const char* name) { return is_blank(field(fields, name)); };
    auto exactly = is_empty("day.month") ? Exactly::InTheYear : is_empty("day.day") ? Exactly::InTheMonth : Exactly::OnTheDay;
    if (is_empty("day.year"))
        return refuse("day", "Write the year at least; the day and the month if you know them", "day");
    if (exactly == Exactly::InTheYear && !is_empty("day.day"))
        return refuse("day", "Write the month too, or leave the day empty", "day");
    if (exactly != Exactly::OnTheDay)
        fields["day.day"] = "1";
    if (exactly == Exactly::InTheYear)
        fields["day.month"] = "1";
    auto day = TRY(read_day(fields, "day"));
    return ToldDay{*day, exactly};
}

Choosable themes_of(const House& house) {
    Choosable themes;
    for (const auto& rule : house.pack().significances)
        if (!rule.theme.empty() && std::ranges::find(themes, rule.theme, &std::pair<std::string, std::string>::first) == themes.end())
            themes.push_back({rule.theme, rule.theme});
    themes.push_back({"other", "something else"});
    return themes;
}

// A parent's own childhood, or time in care, explains much: it goes into the child's book in words for the child, or it is said why not yet.
Html parents_story(const Asked& asked, const std::string& name) {
    auto choice = [](std::string words, std::string value, const Html& revealed) {
        Choice one;
        one.words = std::move(words);
        one.value = std::move(value);
        one.revealed = revealed;
        return one;
    };
    Radios radios;
    radios.name = radios.id_prefix = "parents";
    radios.value = field(asked.fields, "parents");
    radios.choices = {choice("no", "no", {}),
                      choice("yes, and it is told to " + name + " like this", "told", box(asked, "for-child", "In words for " + name, "It stands in their book under “My family, before me”.")),
                      choice("yes, and " + name + " is not told of it yet", "held-back", box(asked, "held-back", "Why not yet"))};
    radios.fieldset = Fieldset{{"Is it what a parent went through themselves: their own childhood, or time in care?", "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    radios.error = error_at(asked.refusals, "parents");
    return web::radios(radios);
}

Result<casework::Writing> write_past(const casework::Act& act, const record::Child& child, const record::PastEvent& event, const desk::Fields& fields) {
    const auto parents = field(fields, "parents");
    if (parents == "told")
        return casework::add_parents_event(act, child, event, {casework::ToTheChild::Told, field(fields, "for-child")});
    if (parents == "held-back")
        return casework::add_parents_event(act, child, event, {casework::ToTheChild::HeldBack, field(fields, "held-back")});
    return casework::add_past_event(act, child, event);
}

Response past_page(const House& house, const Call& call, const access::OpenRecord& open, const Refusals& refusals) {
    auto fields = typed_in(call);
    Asked asked{fields, refusals};
    const auto name = open.child->first_name();
    auto day = date_boxes(fields, "day", "When was it?", refusals);
    day.hint.words = "If you do not know the day, leave it empty; if you do not know the month, leave that empty too.";
    auto content =
        date_input(day) + what_a_row_says(asked, name) +
        short_box(asked, "source", "Where do we know it from?", "A letter and its date, a file, a person by name.") +
        short_box(asked, "agency", "From the chronology of another agency?", "Its name: a school, a health team, the police. Leave it empty when it is ours.") +
        html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Add a whole chronology of another agency</a></p>",
             chronology_path(open.record, "agency")) +
        choose(asked, "theme", "What is it about?", themes_of(house)) + parents_story(asked, name);
    auto before = html("<p class=\"govuk-body\">What happened to {} before this record began, or what another agency's chronology has. What is in the record "
                       "already comes into the chronology by itself.</p>",
                       name);
    return form_page(house, call, open, {"Add something from before", before, content, "Add it", chronology_path(open.record, "before")}, refusals);
}

Response show_past(const House& house, const Call& call) {
    auto open = chronology_to_keep(house, call);
    return open ? past_page(house, call, *open, {}) : not_found(house);
}

Response add_past(const House& house, const Call& call) {
    auto open = chronology_to_keep(house, call);
    if (!open)
        return not_found(house);
    const auto fields = typed_in(call);
    const auto day = told_day(fields);
    record::PastEvent event{day ? day->day : calendar::Day{},
                            day ? day->exactly : record::Exactly::OnTheDay,
                            said(call, "what"),
                            said(call, "meant"),
                            said(call, "done"),
                            said(call, "source"),
                            said(call, "agency"),
                            chosen(fields, "theme")};
    auto writing = write_past(act_of_form(house, call), *open->child, event, fields);
    if (!day) {
        auto refusals = day.refusals();
        if (!writing)
            refusals.insert(refusals.end(), writing.refusals().begin(), writing.refusals().end());
        return past_page(house, call, *open, refusals);
    }
    return keep_in_record(house, call, *open, keeping(house, *open, record::past_event_type, "past-added"), writing,
                          [&](const Refusals& refusals) { return past_page(house, call, *open, refusals); });
}

// ---- another agency's, all at once

Response agency_page(const House& house, const Call& call, const access::OpenRecord& open, const Refusals& refusals) {
    auto fields = typed_in(call);
    Asked asked{fields, refusals};
    auto before = html("<p class=\"govuk-body\">What a school, a health team or the police wrote of {}. Each event is marked by whose it is. Paste it from a "
                       "spreadsheet, a line for each event, with commas or tabs between: "
                       "the day, what happened, what it meant for {}, what was done. A month or a year alone will do.</p>",
                       open.child->first_name(), open.child->first_name());
    auto content = short_box(asked, "agency", "Whose chronology is it?", "The name of the agency.") +
                   short_box(asked, "source", "Where do we know it from?", "Who sent it, and when.") +
                   box(asked, "rows", "Their events",
                       "Like: 4 May 2016, She was taken to hospital, She was afraid of doctors after it, Her health visitor came every week");
    return form_page(house, call, open, {"Add another agency's chronology", before, content, "Add them", chronology_path(open.record, "agency")}, refusals);
}

Response show_agency(const House& house, const Call& call) {
    auto open = chronology_to_keep(house, call);
    return open ? agency_page(house, call, *open, {}) : not_found(house);
}

Response add_agency(const House& house, const Call& call) {
    auto open = chronology_to_keep(house, call);
    if (!open)
        return not_found(house);
    const auto events = chronology::read_agency_rows(said(call, "rows"), {said(call, "agency"), said(call, "source")});
    auto writing = events ? casework::add_agency_events(act_of_form(house, call), *open->child, *events) : Result<casework::Writing>(events.refusals());
    return keep_in_record(house, call, *open, keeping(house, *open, record::past_event_type, "agency-added"), writing,
                          [&](const Refusals& refusals) { return agency_page(house, call, *open, refusals); });
}

} // namespace

std::vector<http::Route> chronology_before_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    return {{Method::Get, "/children/{child}/chronology/before", Reach::Worker, to(show_past)},
            {Method::Post, "/children/{child}/chronology/before", Reach::Worker, to(add_past)},
            {Method::Get, "/children/{child}/chronology/agency", Reach::Worker, to(show_agency)},
            {Method::Post, "/children/{child}/chronology/agency", Reach::Worker, to(add_agency)}};
}

} // namespace lifestory::web::pages
