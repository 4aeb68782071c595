#include "web/pages/took_part.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "record/homes.h"
#include "record/plan.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/form_reading.h"

namespace lifestory::web::pages {

namespace {

using record::StoryEntry;

constexpr std::string_view ticked_begins = "took-part-"; // items of the list "contributors", one for a section
const std::set<std::string, std::less<>>& family_choices() {
    static const std::set<std::string, std::less<>> all{"the child", "a parent", "a carer", "somebody else of the family"};
    return all;
}

const record::Person* person_of(const record::Family& family, const record::View& view) {
    if (view.person)
        return family.person(*view.person);
    for (const auto& history : family.people)
        if (fold(trim(history.now().full_name)) == fold(trim(view.whose)))
            return &history.now();
    return nullptr;
}

bool is_parent(const record::Child& child, const record::Family& family, const record::Person& person, calendar::Day day) {
    static const std::set<std::string, std::less<>> parents{"mum", "dad", "mother", "father", "stepmum", "stepdad", "stepmother", "stepfather", "adoptive mum", "adoptive dad"};
    const auto responsible = child.person ? family.parental_responsibility_for(*child.person, day) : std::vector<const record::Person*>();
    const bool has_it = std::ranges::any_of(responsible, [&](const auto* one) { return one->person == person.person; });
    return child.person && (parents.contains(fold(family.who_to(person.person, *child.person, day))) || has_it);
}

bool is_carer(const record::Child& child, const record::Family& family, const record::Person& person, calendar::Day day) {
    const auto* home = child.person ? family.household_of(*child.person, day) : nullptr;
    const bool is_grown = !person.child && (!person.born || calendar::age_on(*person.born, day) >= 18);
    const auto there = home ? record::living_at(family, *home, day) : std::vector<PersonNumber>();
    return is_grown && std::ranges::find(there, person.person) != there.end();
}

bool is_of_family(const record::Family& family, const record::View& view) { return view.whose == "child" || person_of(family, view); }

void add_once(std::vector<std::string>& all, const std::string& one) {
    if (std::ranges::find(all, one) == all.end())
        all.push_back(one);
}

// Somebody who is not of the family speaks as a professional.
void add_view(PartTaken& part, const record::Child& child, const record::Family& family, const record::View& view, calendar::Day day) {
    std::string who = child.first_name() + " (child)";
    part.has_family = part.has_family || is_of_family(family, view);
    if (view.whose != "child") {
        const auto* person = person_of(family, view);
        const auto as = !person ? "professional" : is_parent(child, family, *person, day) ? "parent" : is_carer(child, family, *person, day) ? "carer" : "family";
        who = view.whose + " (" + as + ")";
    }
    add_once(part.who, who);
}

void add_answer(PartTaken& part, const record::Child& child, const record::Family& family, const StoryEntry& story, const record::Answer& answer) {
    if (const auto* views = std::get_if<record::Views>(&answer.value)) {
        for (const auto& view : views->views)
            add_view(part, child, family, view, story.day());
        return;
    }
    if (const auto* ticked = std::get_if<record::Choices>(&answer.value); ticked && answer.item.starts_with(ticked_begins)) {
        for (const auto& one : ticked->chosen) {
            add_once(part.who, one);
            part.has_family = part.has_family || family_choices().contains(one);
        }
        return;
    }
    add_once(part.who, story.entry.said.recorded_by.full_name + " (professional)");
}

} // namespace

bool says_who_took_part(const policy::Pack& pack, const StoryEntry& story) {
    return story.form() && (pack.is_like(story.record_type(), "work") || pack.is_like(story.record_type(), record::plan_type));
}

std::vector<PartTaken> parts_taken(const record::Child& child, const record::Family& family, const StoryEntry& story) {
    std::vector<PartTaken> all;
    for (const auto& read : read_parts(*story.form(), child.first_name(), Reader::Worker)) {
        if (read.id == "about" || read.id == "for-professionals")
            continue;
        PartTaken part{read.title, {}, false};
        for (const auto& answer : story.form()->answers)
            if (answer.part == read.id)
                add_answer(part, child, family, story, answer);
        all.push_back(std::move(part));
    }
    return all;
}

Html who_took_part(const House& house, const OpenEntry& entry) {
    if (!says_who_took_part(house.pack(), *entry.story) || !entry.open.family)
        return Html();
    Html rows;
    for (const auto& part : parts_taken(*entry.open.child, *entry.open.family, *entry.story))
        rows += html("<li>{}: {}.{}</li>", part.title, in_a_row(part.who), part.has_family ? Html()
                : html(" <strong class=\"govuk-tag govuk-tag--yellow\">The family had no part in this</strong>"));
    return rows.empty() ? Html() : html("<h2 class=\"govuk-heading-s\">Who had a part in each section</h2><ul class=\"govuk-list\">{}</ul>", rows);
}

} // namespace lifestory::web::pages
