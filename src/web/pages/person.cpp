#include "web/pages/person.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "base/text.h"
#include "casework/family.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/people.h"
#include "web/pages/who_said.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::Person;

const Choosable pronouns{{"she", "she"}, {"he", "he"}, {"they", "they"}, {"", "not known yet"}};

// The lines that are typed as they are, each with where it is kept.
struct LineOf {
    const char* name;
    std::string Person::*kept;
    std::string_view label, hint;
};

constexpr std::array lines_of_person{LineOf{"known-as", &Person::known_as, "Name they use", "May be left empty."},
                                     LineOf{"telephone", &Person::telephone, "Telephone", ""},
                                     LineOf{"reach", &Person::reach, "Agreed ways to reach them", "How they asked to be reached, and how not."},
                                     LineOf{"gender", &Person::gender, "Gender", "In their own words."},
                                     LineOf{"religion", &Person::religion, "Religion", ""},
                                     LineOf{"ethnicity", &Person::ethnicity, "Ethnicity", "As they say it; nobody guesses it."},
                                     LineOf{"languages", &Person::languages, "Languages", ""},
                                     LineOf{"disability", &Person::disability, "Disability", ""},
                                     LineOf{"note", &Person::note, "Anything else", "What they do, their agency, how they are close to the child."}};

// ---- fields

Html line(const Asked& asked, const LineOf& one) { return short_box(asked, one.name, one.label, one.hint); }

Html name_field(const Asked& asked) { return short_box(asked, "full-name", "Full name", "Or who they are, when nobody knows the name."); }

// Open when anything in it was typed or refused.
Html more_fields(const Asked& asked) {
    auto fields = ask_day(asked, "died", "Date of death", "Of somebody who has died.");
    Details more;
    more.summary = "More about them";
    more.is_open =
        std::ranges::any_of(asked.refusals, [](const Refusal& one) { return one.field.starts_with("died"); }) || !field(asked.fields, "died.year").empty();
    for (const auto& one : std::span(lines_of_person).subspan(2)) {
        fields += line(asked, one);
        more.is_open = more.is_open || !field(asked.fields, one.name).empty();
    }
    more.content = fields;
    return details(more);
}

Html person_fields(const Asked& asked, const access::OpenRecord& open) {
    return line(asked, lines_of_person[0]) + choose(asked, "pronouns", "Pronoun", pronouns) + ask_day(asked, "born", "Date of birth") +
           line(asked, lines_of_person[1]) + more_fields(asked) + who_is_not_told(asked, open);
}

// The same name is asked about first.
Html same_name(const Asked& asked) {
    bool is_asked = field(asked.fields, "same") == "no" || std::ranges::any_of(asked.refusals, [](const Refusal& one) {
                        return one.field == "full-name" && one.message.ends_with("Is it the same person?");
                    });
    return is_asked ? choose(asked, "same", "Is it the same person?", {{"no", "No, this is somebody else"}}) : Html();
}

Html tie_fields(const Asked& asked, std::string_view question) {
    return short_box(asked, "kind", question, "In the family’s word: mum, nan, brother, friend, head of year.") +
           choose(asked, "responsible", "Do they have parental responsibility?", {{"yes", "Yes"}, {"no", "No"}}) +
           ask_day(asked, "since", "Since which day?", "May be left empty.");
}

desk::Fields fields_of_person(const Person& person) {
    desk::Fields fields{{"full-name", person.full_name}, {"pronouns", person.pronouns}, {"not-told", lines_of_people(person.not_told)}};
    for (const auto& one : lines_of_person)
        fields[one.name] = person.*one.kept;
    if (person.born)
        write_day(fields, "born", *person.born);
    if (person.died)
        write_day(fields, "died", *person.died);
    return fields;
}

// ---- reading

struct Read : DaysRead {
    std::string said_by(const Caller& caller, const access::OpenRecord& open, const desk::Fields& fields) {
        auto who = read_who_said(caller, open, fields);
        if (!who)
            refusals.push_back(who.refusal());
        return who ? who->how_known == "seen" ? who->said_by + ", who saw it" : who->said_by : std::string();
    }
};

Person read_person(Read& read, const desk::Fields& fields, Person person) {
    person.full_name = trim(field(fields, "full-name"));
    person.pronouns = is_among(pronouns, field(fields, "pronouns")) ? field(fields, "pronouns") : "";
    for (const auto& one : lines_of_person)
        person.*one.kept = trim(field(fields, one.name));
    person.born = read.day(fields, "born");
    person.died = read.day(fields, "died");
    person.not_told = ticked_people(fields, "not-told");
    return person;
}

record::Relationship read_tie(Read& read, const desk::Fields& fields, PersonNumber from, PersonNumber to) {
    record::Relationship tie;
    tie.from = from;
    tie.to = to;
    tie.kind = trim(field(fields, "kind"));
    tie.parental_responsibility = field(fields, "responsible") == "yes";
    tie.since = read.day(fields, "since");
    return tie;
}

casework::SamePerson same_of(const desk::Fields& fields) {
    return field(fields, "same") == "no" ? casework::SamePerson::NoAnother : casework::SamePerson::NotAsked;
}

Refusals at_boxes(Refusals of_form, Refusals of_act) {
    of_act = moved(std::move(of_act), "name", "full-name");
    for (const std::string name : {"born", "died", "since", "until"})
        of_act = moved(std::move(of_act), name, name + ".day");
    of_form.insert(of_form.end(), of_act.begin(), of_act.end());
    return of_form;
}

Result<casework::Writing> if_all_is_well(const Read& read, const Result<casework::Writing>& writing) {
    auto refusals = at_boxes(read.refusals, writing ? Refusals() : writing.refusals());
    return refusals.empty() ? writing : Result<casework::Writing>(refusals);
}

// ---- somebody new

Response new_page(const House& house, const Call& call, const access::OpenRecord& open, const Refusals& refusals) {
    auto fields = typed_in(call);
    Asked asked{fields, refusals};
    auto name = open.child->first_name();
    auto content = name_field(asked) + same_name(asked) + tie_fields(asked, "Who are they to " + name + "?") + person_fields(asked, open) +
                   who_said_fields(call.caller<Caller>(), open, asked);
    return family_page(house, call, open,
                       {"Add someone to " + possessive(name) + " people", {}, content, "Add them", path("/children/{}/people/new", open.record.hex())},
                       refusals);
}

Response show_new(const House& house, const Call& call) {
    auto open = open_family_to_change(house, call);
    return open ? new_page(house, call, *open, {}) : not_found(house);
}

Response add(const House& house, const Call& call) {
    auto open = open_family_to_change(house, call);
    if (!open || !open->child->person)
        return not_found(house);
    auto fields = typed_in(call);
    Read read;
    Person fresh;
    fresh.person = PersonNumber::from_bytes(number_of_form(call, "person"));
    auto person = read_person(read, fields, fresh);
    auto tie = read_tie(read, fields, person.person, *open->child->person);
    tie.not_told = person.not_told;
    person.said_by = tie.told_by = read.said_by(call.caller<Caller>(), *open, fields);
    auto writing = casework::add_person_with_tie(act_of_form(house, call), *open->family, person, tie, same_of(fields));
    return keep_in_family(house, call, *open, if_all_is_well(read, writing), [&](const Refusals& refusals) { return new_page(house, call, *open, refusals); });
}

// ---- somebody who is there

struct Whom {
    access::OpenRecord open;
    const Person* person = nullptr; // of open.family
    Url path() const { return web::path("/children/{}/people/{}/change", open.record.hex(), person->person.hex()); }
};

// A child with a record has facts of their own; they are changed there.
Result<Whom> whom(const House& house, const Call& call) {
    Whom one{TRY(open_family_to_change(house, call)), nullptr};
    auto number = TRY(PersonNumber::parse(call.parameter("person")));
    one.person = one.open.family->person(number);
    if (!one.person || one.person->person == one.open.child->person)
        return refuse("not-found", "Page not found");
    return one;
}

Response change_page(const House& house, const Call& call, const Whom& one, const Refusals& refusals) {
    auto fields = call.form.has("form_number") ? typed_in(call) : fields_of_person(*one.person);
    Asked asked{fields, refusals};
    auto content = name_field(asked) + same_name(asked) + person_fields(asked, one.open) + who_said_fields(call.caller<Caller>(), one.open, asked);
    auto before = html("<p class=\"govuk-body\">It is changed for all the children of the family. What it said before stays in the record.</p>");
    return family_page(house, call, one.open, {"Change what is written about " + one.person->full_name, before, content, "Save the change", one.path()},
                       refusals);
}

Response show_change(const House& house, const Call& call) {
    auto one = whom(house, call);
    return one ? change_page(house, call, *one, {}) : not_found(house);
}

Response change(const House& house, const Call& call) {
    auto one = whom(house, call);
    if (!one)
        return not_found(house);
    auto fields = typed_in(call);
    Read read;
    auto person = read_person(read, fields, *one->person);
    person.said_by = read.said_by(call.caller<Caller>(), one->open, fields);
    auto writing = casework::add_person(act_of_form(house, call), *one->open.family, person, same_of(fields));
    return keep_in_family(house, call, one->open, if_all_is_well(read, writing),
                          [&](const Refusals& refusals) { return change_page(house, call, *one, refusals); });
}

// ---- two people and what they are to each other

Choosable all_people(const access::OpenRecord& open) {
    Choosable all;
    for (const auto& one : open.family->people)
        all.emplace_back(one.now().person.hex(), one.now().full_name);
    return all;
}

std::string name_in(const access::OpenRecord& open, PersonNumber number) {
    const auto* person = open.family->person(number);
    return person ? person->full_name : std::string();
}

Html ties_now(const access::OpenRecord& open, const std::string& from, calendar::Day today) {
    Html rows;
    for (const auto& tie : open.family->relationships) {
        const auto& now = tie.now();
        bool is_of = now.from.hex() == from || now.to.hex() == from;
        if (!is_of || (now.until && *now.until < today))
            continue;
        rows += html("<li>{} is {} of {}{}{}</li>", name_in(open, now.from), now.kind, name_in(open, now.to),
                     now.since ? ", since " + calendar::in_words(*now.since) : "", now.parental_responsibility ? ", with parental responsibility" : "");
    }
    return rows.empty() ? Html() : html("<p class=\"govuk-body\">Now:</p><ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
}

Response tie_page(const House& house, const Call& call, const access::OpenRecord& open, const Refusals& refusals) {
    auto fields = typed_in(call);
    if (!call.form.has("form_number")) {
        fields["from"] = std::string(call.request.query.get("from"));
        fields["to"] = open.child->person ? open.child->person->hex() : "";
    }
    Asked asked{fields, refusals};
    auto people = all_people(open);
    auto content = pick(asked, "from", "Who?", people) +
                   short_box(asked, "kind", "Is what?", "Mum, nan, brother, partner, friend. Write the same word again to change or end it.") +
                   pick(asked, "to", "Of whom?", people) + choose(asked, "responsible", "With parental responsibility?", {{"yes", "Yes"}, {"no", "No"}}) +
                   ask_day(asked, "since", "Since which day?", "May be left empty.") + ask_day(asked, "until", "Until which day?", "Only when it has ended.") +
                   who_is_not_told(asked, open) + who_said_fields(call.caller<Caller>(), open, asked);
    return family_page(house, call, open,
                       {"Who they are to each other", ties_now(open, field(fields, "from"), house.today()), content, "Keep this",
                        path("/children/{}/people/tie", open.record.hex())},
                       refusals);
}

Response show_tie(const House& house, const Call& call) {
    auto open = open_family_to_change(house, call);
    return open ? tie_page(house, call, *open, {}) : not_found(house);
}

Response keep_tie(const House& house, const Call& call) {
    auto open = open_family_to_change(house, call);
    if (!open)
        return not_found(house);
    auto fields = typed_in(call);
    Read read;
    auto from = PersonNumber::parse(field(fields, "from")), to = PersonNumber::parse(field(fields, "to"));
    auto tie = read_tie(read, fields, from ? *from : PersonNumber{}, to ? *to : PersonNumber{});
    tie.until = read.day(fields, "until");
    tie.not_told = ticked_people(fields, "not-told");
    tie.told_by = read.said_by(call.caller<Caller>(), *open, fields);
    auto writing = casework::add_relationship(act_of_form(house, call), *open->family, tie);
    return keep_in_family(house, call, *open, if_all_is_well(read, writing),
                          [&](const Refusals& refusals) { return tie_page(house, call, *open, moved(refusals, "person", "from")); });
}

} // namespace

std::vector<http::Route> person_routes(const House& house) {
    using http::Method;
    auto to = handlers_of(house);
    return {{Method::Get, "/children/{child}/people/new", http::Reach::Worker, to(show_new)},
            {Method::Post, "/children/{child}/people/new", http::Reach::Worker, to(add)},
            {Method::Get, "/children/{child}/people/tie", http::Reach::Worker, to(show_tie)},
            {Method::Post, "/children/{child}/people/tie", http::Reach::Worker, to(keep_tie)},
            {Method::Get, "/children/{child}/people/{person}/change", http::Reach::Worker, to(show_change)},
            {Method::Post, "/children/{child}/people/{person}/change", http::Reach::Worker, to(change)}};
}

} // namespace lifestory::web::pages
