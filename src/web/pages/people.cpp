#include "web/pages/people.h"

#include <algorithm>
#include <map>
#include <span>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "record/chronology.h"
#include "record/homes.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/chronology_of.h"
#include "web/pages/done.h"
#include "web/pages/genogram.h"
#include "web/pages/owed.h"
#include "web/pages/said_in_error.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::Household;
using record::Person;

// A brother or sister with a record that this reader may open.
struct LinkedChild {
    RecordNumber record;
    std::string first_name, workers; // workers: empty when nobody works with them now
};

struct Looking {
    const access::OpenRecord& open;
    calendar::Day today;
    std::map<PersonNumber, LinkedChild> linked{};

    const record::Family& family() const { return *open.family; }
    std::optional<PersonNumber> child() const { return open.child->person; }
    std::string name() const { return open.child->first_name(); }
    const Household* home_of(const Person& person) const { return family().household_of(person.person, today); }
    bool lives_with(const Person& person) const {
        const auto* home = child() ? family().household_of(*child(), today) : nullptr;
        const auto there = home ? record::living_at(family(), *home, today) : std::vector<PersonNumber>();
        return !person.died && std::ranges::find(there, person.person) != there.end();
    }
    std::string who(const Person& person) const { return child() ? family().who_to(person.person, *child(), today) : std::string(); }
};

std::string person_name(const Person& person) {
    return person.known_as.empty() || person.known_as == person.full_name ? person.full_name : person.full_name + " (" + person.known_as + ")";
}

void line(Html& lines, std::string_view label, const std::string& words) {
    if (!words.empty())
        lines += html("<p class=\"govuk-body\">{}: {}</p>", label, words);
}

std::string life_of(const Looking& at, const Person& person) {
    if (person.died)
        return "Died on " + calendar::in_words(*person.died) + (person.born ? ", born on " + calendar::in_words(*person.born) : "");
    if (person.born)
        return fmt::format("{}, born {}", age_words(*person.born, at.today), calendar::in_words(*person.born));
    return person.expected ? "Expected on " + calendar::in_words(*person.expected) : std::string();
}

// Of each tie to the child that holds: since when, who said so, parental responsibility.
Html ties_of(const Looking& at, const Person& person) {
    Html lines;
    for (const auto& tie : at.family().relationships) {
        const auto& now = tie.now();
        if (now.from != person.person || now.to != at.child() || (now.until && *now.until < at.today))
            continue;
        auto since = now.since ? " since " + calendar::in_words(*now.since) : std::string();
        auto told = now.told_by.empty() ? std::string() : ". Said by: " + now.told_by;
        if (now.parental_responsibility)
            lines += html("<p class=\"govuk-body\"><strong>Parental responsibility</strong>{}{}.</p>", since, told);
        else if (!since.empty() || !told.empty())
            lines += html("<p class=\"govuk-body app-quiet\">{}{}{}.</p>", capital(now.kind), since, told);
    }
    return lines;
}

bool is_untold(const Looking& at, const Person& person) { return at.child() && std::ranges::find(person.not_told, *at.child()) != person.not_told.end(); }

std::string names_of(const record::Family& family, const std::vector<PersonNumber>& people) {
    std::vector<std::string> names;
    for (const auto& number : people)
        if (const auto* person = family.person(number))
            names.push_back(person->full_name);
    return in_a_row(names);
}

Html linked_child(const LinkedChild& child) {
    auto workers = child.workers.empty() ? std::string("Nobody works with them now") : "We work with them too: " + child.workers;
    return html("<p class=\"govuk-body\">{}. <a class=\"govuk-link\" href=\"{}\">{} record</a></p>", workers, path("/children/{}", child.record.hex()), possessive(child.first_name));
}

Html person_card(const Looking& at, const Person& person) {
    Html lines;
    if (is_untold(at, person))
        lines +=
            html("<p class=\"govuk-body\"><strong>{} has not been told</strong> of {}. It stands here for workers alone.</p>", at.name(), person.full_name);
    if (auto life = life_of(at, person); !life.empty())
        lines += html("<p class=\"govuk-body\">{}.</p>", life);
    lines += ties_of(at, person);
    if (const auto* home = at.home_of(person); home && !person.died)
        line(lines, "Lives at", home->name);
    line(lines, "Telephone", person.telephone);
    line(lines, "Agreed ways to reach them", person.reach);
    if (const auto linked = at.linked.find(person.person); linked != at.linked.end())
        lines += linked_child(linked->second);
    line(lines, "Gender", person.gender);
    line(lines, "Religion", person.religion);
    line(lines, "Ethnicity", person.ethnicity);
    line(lines, "Languages", person.languages);
    line(lines, "Disability", person.disability);
    line(lines, "Note", person.note);
    line(lines, "Said by", person.said_by);
    SummaryCard card;
    auto who = at.who(person);
    card.title = person_name(person) + (who.empty() ? std::string() : ", " + who);
    card.heading_level = 3;
    if (may_change_people(at.open)) {
        auto number = at.open.record.hex();
        if (person.person != at.child())
            card.actions.push_back({path("/children/{}/people/{}/change", number, person.person.hex()), "Change", person.full_name, {}, {}});
        card.actions.push_back({path("/children/{}/people/tie?from={}", number, person.person.hex()), "Who they are to each other", person.full_name, {}, {}});
        card.actions.push_back({said_in_error_path(at.open.record, person.person), "Written down in error", person.full_name, {}, {}});
    }
    return html("<div id=\"person-{}\">{}</div>", person.person.hex(), summary_card(card, lines));
}

// In each group those who fall in no group before it.
struct Group {
    std::string title;
    std::vector<const Person*> people;
};

bool is_friend(const std::string& who) {
    static const std::vector<std::string> kinds{"friend", "neighbour", "best friend", "family friend", "godparent", "mentor"};
    return who.empty() || std::ranges::find(kinds, fold(who)) != kinds.end();
}

std::vector<Group> groups_of(const Looking& at) {
    std::vector<Group> groups{{"Lives with " + at.name(), {}}, {"Family", {}}, {"Friends and others who matter", {}}, {"People who have died", {}}};
    for (const auto& one : at.family().people) {
        const auto& person = one.now();
        if (person.person == at.child())
            continue;
        auto group = person.died ? 3u : at.lives_with(person) ? 0u : is_friend(at.who(person)) ? 2u : 1u;
        groups[group].people.push_back(&person);
    }
    return groups;
}

Html people_of(const Looking& at) {
    Html all;
    for (const auto& group : groups_of(at)) {
        if (group.people.empty())
            continue;
        all += html("<h2 class=\"govuk-heading-m\">{}</h2>", group.title);
        for (const auto* person : group.people)
            all += person_card(at, *person);
    }
    return all.empty() ? html("<p class=\"govuk-body\">Nobody yet. Ask {} who matters.</p>", at.name()) : all;
}

// Nothing of one whose record this reader could not open.
std::map<PersonNumber, LinkedChild> linked_children(const House& house, const Call& call, const access::OpenRecord& open) {
    std::map<PersonNumber, LinkedChild> linked;
    for (const auto* person : open.family->children()) {
        if (!person->child || *person->child == open.record)
            continue;
        for (const auto& other : house.door.look_over(call.caller<Caller>().visitor, std::span(&*person->child, 1), house.now())) {
            std::vector<std::string> names;
            for (const auto* allocation : other.child->allocated_on(house.today()))
                if (std::ranges::find(names, allocation->full_name) == names.end())
                    names.push_back(allocation->full_name);
            linked[person->person] = {other.record, other.child->first_name(), in_a_row(names)};
        }
    }
    return linked;
}

Html workers_of(const Looking& at) {
    Html rows;
    for (const auto* allocation : at.open.child->allocated_on(at.today)) {
        auto author = at.open.authority->author(allocation->worker);
        rows += html("<li>{}, since {}</li>", author ? joined(*author) : allocation->full_name, calendar::in_words(allocation->from));
    }
    return rows.empty() ? Html() : html("<h2 class=\"govuk-heading-m\">Workers</h2><ul class=\"govuk-list\">{}</ul>", rows);
}

// ---- homes: who lives where, since when, and who may not know the address

std::string days_of(const Household& home) {
    if (home.since && home.until)
        return fmt::format("From {} until {}", calendar::in_words(*home.since), calendar::in_words(*home.until));
    if (home.until)
        return "Until " + calendar::in_words(*home.until);
    return home.since ? "Since " + calendar::in_words(*home.since) : std::string("Since when is not known");
}

// Who was placed elsewhere is told as one who lived there before.
Html home_lines(const Looking& at, const Household& home) {
    const auto there = record::living_at(at.family(), home, at.today);
    std::vector<PersonNumber> left;
    std::ranges::copy_if(home.members, std::back_inserter(left), [&](const auto& one) { return std::ranges::find(there, one) == there.end(); });
    auto lived = left.empty() ? Html() : html("<p class=\"govuk-body\">Lived there, and lives elsewhere now: {}</p>", names_of(at.family(), left));
    auto hidden =
        home.not_for.empty() ? Html() : html("<p class=\"govuk-body\"><strong>{} may not know this address.</strong></p>", names_of(at.family(), home.not_for));
    auto said = home.said_by.empty() ? std::string() : " Said by: " + home.said_by + ".";
    auto address = home.address.empty() ? std::string("Address not known") : home.address;
    return html("<p class=\"govuk-body\">{}</p>{}<p class=\"govuk-body\">{}</p>{}<p class=\"govuk-body app-quiet\">{}.{}</p>", address, hidden,
                names_of(at.family(), there), lived, days_of(home), said);
}

Html home_card(const Looking& at, const record::History<Household>& history) {
    const auto& now = history.now();
    auto lines = home_lines(at, now);
    Html before;
    for (auto one = history.said.rbegin() + 1; one < history.said.rend(); ++one)
        before += html("<li>{}</li>", home_lines(at, one->what));
    if (!before.empty()) {
        Details details_before;
        details_before.summary = Phrase(html("Before ({})<span class=\"govuk-visually-hidden\">: {}</span>", history.said.size() - 1, now.name));
        details_before.content = html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", before);
        lines += details(details_before);
    }
    SummaryCard card;
    card.title = now.name;
    card.heading_level = 3;
    const auto placement = std::ranges::find_if(at.open.child->episodes, [&](const auto& one) { return record::home_of_placement_id(one.episode) == now.household; });
    const auto change = placement != at.open.child->episodes.end() ? path("/children/{}/spells/{}/putting-right", at.open.record.hex(), placement->episode)
                                     : path("/children/{}/people/homes/{}", at.open.record.hex(), now.household);
    if (may_change_people(at.open))
        card.actions.push_back({change, "Change", now.name, {}, {}});
    if (may_change_people(at.open))
        card.actions.push_back({said_in_error_path(at.open.record, now), "Written down in error", now.name, {}, {}});
    return summary_card(card, lines);
}

Html homes_of(const Looking& at) {
    Html now, before;
    for (const auto& home : at.family().households) {
        bool is_over = home.now().until && *home.now().until < at.today;
        (is_over ? before : now) += home_card(at, home);
    }
    if (!before.empty()) {
        Details homes_before;
        homes_before.summary = "Homes of before";
        homes_before.content = before;
        now += details(homes_before);
    }
    return html("<h2 class=\"govuk-heading-m\">Homes</h2>{}", now.empty() ? html("<p class=\"govuk-body\">No home is written down yet.</p>") : now);
}

// ---- what parents went through themselves, and whether the child is told of it

Html history_of_parents(const House& house, const Looking& at) {
    Html rows;
    for (const auto* story : record::standing(*at.open.child, record::past_event_type)) {
        const auto event = record::past_event_in(*story);
        if (event.theme != record::parents_theme)
            continue;
        const auto* line = record::line_of_row(*at.open.child, story->entry.id);
        const auto told = line ? record::line_in(*line).for_child : std::string();
        const auto state = !told.empty() ? at.name() + " is told: " + told : at.name() + " is not told of it yet: " + (event.held_back.empty() ? "nobody has said why" : event.held_back);
        rows += html("<li>{}: {}<br><span class=\"app-quiet\">{} (<a class=\"govuk-link\" href=\"{}\">as it was written</a>)</span></li>", record::in_words(event.day, event.exactly),
                     event.what, state, path("/children/{}/entries/{}", at.open.record.hex(), story->entry.id.hex()));
    }
    auto add = may_keep_chronology(house, at.open) ? html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Add something that a parent went through</a></p>",
                                                 path("/children/{}/chronology/before", at.open.record.hex()))
                                          : Html();
    if (rows.empty() && add.empty())
        return Html();
    auto list = rows.empty() ? html("<p class=\"govuk-body\">Nothing is written down of their own childhood.</p>") : html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
    return html("<h2 class=\"govuk-heading-m\">What parents went through themselves</h2>{}{}", list, add);
}

// ---- the page

Html presses(const Looking& at) {
    auto number = at.open.record.hex();
    std::vector<Html> all;
    auto press = [&](std::string_view words, const Url& to, std::string_view classes) {
        Button one{Phrase(words)};
        one.href = to;
        one.classes = classes;
        all.push_back(button(one));
    };
    if (may_change_people(at.open)) {
        press("Add someone", path("/children/{}/people/new", number), "");
        press("Add a home", path("/children/{}/people/homes/new", number), "govuk-button--secondary");
    }
    press("See them drawn", genogram_path(at.open.record), "govuk-button--secondary");
    return button_group(all);
}

Html nobody_is_responsible(const Looking& at) {
    if (!at.child() || !at.family().parental_responsibility_for(*at.child(), at.today).empty())
        return Html();
    return inset_text({html("<p>Nobody is written down with parental responsibility for {}. Ask, and write down who said so.</p>", at.name()), {}, {}, {}});
}

Response show_people(const House& house, const Call& call) {
    auto open = open_child(house, call);
    if (!open || !sees_all(*open))
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    Looking at{*open, house.today(), linked_children(house, call, *open)};
    auto frame = child_frame(house, caller, *open, possessive(at.name()) + " people");
    frame.act = "People";
    frame.banner = banner_for(house, *open, done_code(call));
    frame.print = print_frame(house, caller, *open, "People");
    return shown(frame, child_navigation(*open, "people") + presses(at) + nobody_is_responsible(at) + people_of(at) + workers_of(at) + homes_of(at) + history_of_parents(house, at) + taken_back(at.family()));
}

} // namespace

Url people_path(RecordNumber child) { return path("/children/{}/people", child.hex()); }

bool may_change_people(const access::OpenRecord& open) { return sees_all(open) && open.child->family && open.may(access::Act::Change); }

Result<access::OpenRecord> open_family_to_change(const House& house, const Call& call) {
    auto open = TRY(open_child(house, call));
    if (!may_change_people(open))
        return refuse("not-found", "Page not found");
    return open;
}

Response family_page(const House& house, const Call& call, const access::OpenRecord& open, const FamilyPage& page, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto frame = child_frame(house, caller, open, page.title);
    frame.refusals = refusals;
    frame.back = BackLink{people_path(open.record), possessive(open.child->first_name()) + " people"};
    auto buttons = button_group({button({Phrase(page.button)}), html("<a class=\"govuk-link\" href=\"{}\">Not now</a>", people_path(open.record))});
    return shown(frame, html("<div class=\"app-readable\">{}{}</div>", page.before,
                             post_form({page.action, caller.session.csrf, form_number(call).hex(), page.content + buttons})));
}

Response keep_in_family(const House& house, const Call& call, const access::OpenRecord& open, const Result<casework::Writing>& writing,
                        const PageAgain& again) {
    return keep_in_record(house, call, open, {access::Act::Change, {}, done(people_path(open.record), "family-kept")}, writing, again);
}

Html tick_people(const Asked& asked, const std::string& name, std::string_view legend, std::string_view hint, const std::vector<const Person*>& people) {
    if (people.empty())
        return Html();
    Checkboxes boxes;
    boxes.name = boxes.id_prefix = name;
    boxes.values = lines_of(field(asked.fields, name));
    boxes.fieldset = Fieldset{{legend, "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    boxes.hint.words = hint;
    boxes.error = error_at(asked.refusals, name);
    boxes.classes = "govuk-checkboxes--small";
    for (const auto* person : people) {
        Choice choice;
        choice.words = person->full_name;
        choice.value = person->person.hex();
        boxes.choices.push_back(choice);
    }
    return checkboxes(boxes);
}

std::vector<PersonNumber> ticked_people(const desk::Fields& fields, const std::string& name) {
    std::vector<PersonNumber> people;
    for (const auto& one : lines_of(field(fields, name)))
        if (auto number = PersonNumber::parse(one))
            people.push_back(*number);
    return people;
}

std::string lines_of_people(const std::vector<PersonNumber>& people) {
    std::vector<std::string> lines;
    for (const auto& person : people)
        lines.push_back(person.hex());
    return join(lines, "\n");
}

Html who_is_not_told(const Asked& asked, const access::OpenRecord& open) {
    return tick_people(asked, "not-told", "Which children have not been told?", "Workers see it; it is left out of what the child reads or is given.",
                       open.family->children());
}

std::vector<http::Route> people_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/people", http::Reach::Worker, to(show_people)}};
}

} // namespace lifestory::web::pages
