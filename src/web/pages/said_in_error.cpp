#include "web/pages/said_in_error.h"

#include <algorithm>

#include "base/text.h"
#include "casework/take_back.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/people.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::Family;

std::string name_among(const Family& family, const PersonNumber& number) {
    if (const auto* person = family.person(number))
        return person->full_name;
    for (const auto& one : family.in_error)
        if (const auto* person = std::get_if<record::Person>(&one.what); person && person->person == number)
            return person->full_name;
    return "somebody";
}

std::string tie_in_words(const Family& family, const record::Relationship& tie) {
    return name_among(family, tie.from) + " and " + name_among(family, tie.to) + ": " + tie.kind;
}

// ---- what can be taken back: each by the entry that said it last

Choosable of_person(const Family& family, const PersonNumber& number) {
    Choosable all;
    for (const auto& history : family.people)
        if (history.now().person == number && !history.now().child)
            all.emplace_back(history.said.back().entry.hex(), history.now().full_name + ", and every tie to them");
    for (const auto& history : family.relationships)
        if (history.now().from == number || history.now().to == number)
            all.emplace_back(history.said.back().entry.hex(), tie_in_words(family, history.now()));
    return all;
}

Choosable of_home(const Family& family, const std::string& home) {
    Choosable all;
    for (const auto& history : family.households)
        if (history.now().household == home)
            all.emplace_back(history.said.back().entry.hex(), history.now().name + ", and who was said to live there");
    return all;
}

struct Whose {
    access::OpenRecord open;
    Choosable what;
    Url path;
};

Result<Whose> whose(const House& house, const Call& call) {
    auto open = TRY(open_family_to_change(house, call));
    const auto home = call.parameter("home");
    if (!home.empty()) {
        auto what = of_home(*open.family, std::string(home));
        if (what.empty())
            return refuse("not-found", "Page not found");
        auto to = path("/children/{}/people/homes/{}/error", open.record.hex(), home);
        return Whose{std::move(open), std::move(what), std::move(to)};
    }
    const auto number = TRY(PersonNumber::parse(call.parameter("person")));
    if (!open.family->person(number))
        return refuse("not-found", "Page not found");
    auto what = of_person(*open.family, number);
    auto to = said_in_error_path(open.record, number);
    return Whose{std::move(open), std::move(what), std::move(to)};
}

Response page_of(const House& house, const Call& call, const Whose& one, const Refusals& refusals) {
    const auto fields = typed_in(call);
    const Asked asked{fields, refusals};
    if (one.what.empty())
        return family_page(house, call, one.open, {"Written down in error", {}, html("<p class=\"govuk-body\">Nothing was written down here that can be taken back.</p>"), "Go back", one.path}, {});
    auto before = html("<p class=\"govuk-body\">What you choose leaves the family's people, its drawing and its files, for all the children of the family. "
                       "It stays in the record that it was written down, by whom, and why it was taken back.</p>"
                       "<p class=\"govuk-body\">Something that was so and is no longer is not an error: give it its last day under Change.</p>");
    auto content = choose(asked, "undo", "What was written down in error?", one.what) + box(asked, "why", "How did it come to be written down?");
    return family_page(house, call, one.open, {"Written down in error", before, content, "Take it back", one.path}, refusals);
}

Response show_error(const House& house, const Call& call) {
    auto one = whose(house, call);
    return one ? page_of(house, call, *one, {}) : not_found(house);
}

Result<casework::Writing> writing_of(const House& house, const Call& call, const Whose& one) {
    const auto fields = typed_in(call);
    const auto chosen_one = field(fields, "undo");
    const auto entry = EntryId::parse(chosen_one);
    Refusals refusals;
    if (!entry || !is_among(one.what, chosen_one))
        refusals.push_back(refuse("undo", "Choose what was written down in error", "undo"));
    if (is_blank(field(fields, "why")))
        refusals.push_back(refuse("why", "Say how it came to be written down", "why"));
    if (!refusals.empty())
        return refusals;
    return casework::take_back(act_of_form(house, call), *one.open.family, casework::all_said_with(*one.open.family, *entry), trim(field(fields, "why")));
}

Response take_back(const House& house, const Call& call) {
    auto one = whose(house, call);
    if (!one)
        return not_found(house);
    return keep_in_record(house, call, one->open, {access::Act::Change, {}, done(people_path(one->open.record), "taken-back")}, writing_of(house, call, *one),
                          [&](const Refusals& refusals) { return page_of(house, call, *one, refusals); });
}

std::string in_words(const Family& family, const record::Content& what) {
    if (const auto* person = std::get_if<record::Person>(&what))
        return person->full_name;
    if (const auto* tie = std::get_if<record::Relationship>(&what))
        return tie_in_words(family, *tie);
    const auto* home = std::get_if<record::Household>(&what);
    return home ? home->name + ": who lives there" : std::string();
}

} // namespace

Url said_in_error_path(RecordNumber child, PersonNumber person) { return path("/children/{}/people/{}/error", child.hex(), person.hex()); }

Url said_in_error_path(RecordNumber child, const record::Household& home) { return path("/children/{}/people/homes/{}/error", child.hex(), home.household); }

Html taken_back(const Family& family) {
    Html rows;
    for (auto one = family.in_error.rbegin(); one != family.in_error.rend(); ++one)
        rows += html("<li>{}. Taken back by {} on {}: {}</li>", in_words(family, one->what), one->said.by.full_name, day_of(one->said.at), one->said.what.why);
    if (rows.empty())
        return Html();
    Details all;
    all.summary = "Written down in error, and taken back";
    all.content = html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
    return details(all);
}

std::vector<http::Route> said_in_error_routes(const House& house) {
    using http::Method;
    auto to = handlers_of(house);
    return {{Method::Get, "/children/{child}/people/{person}/error", http::Reach::Worker, to(show_error)},
            {Method::Post, "/children/{child}/people/{person}/error", http::Reach::Worker, to(take_back)},
            {Method::Get, "/children/{child}/people/homes/{home}/error", http::Reach::Worker, to(show_error)},
            {Method::Post, "/children/{child}/people/homes/{home}/error", http::Reach::Worker, to(take_back)}};
}

} // namespace lifestory::web::pages
