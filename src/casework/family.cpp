#include "casework/family.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::casework {

namespace {

void check_days(Refusing& refusing, std::optional<Day> since, std::optional<Day> until) {
    refusing.unless(!since || !until || *since <= *until, "until", "The last day cannot be before the first");
}

void check_not_ahead(Refusing& refusing, const Act& act, std::string_view field, std::optional<Day> day) {
    refusing.unless(!day || *day <= today(act), std::string(field),
                    "The day cannot be after today, " + calendar::in_words(today(act)) + ". Write it down on that day");
}

void check_not_told(Refusing& refusing, const record::Family& family, const std::vector<PersonNumber>& children) {
    for (const auto& child : children)
        refusing.unless(family.person(child) != nullptr, "not-told", "Choose children of this family");
}

} // namespace

Result<Writing> add_person(const Act& act, const record::Family& family, const record::Person& person,
                           SamePerson same) {
    Refusing refusing;
    refusing.unless(!is_blank(person.full_name), "name", "Write their name, or say who they are");
    if (person.born)
        refusing.unless(*person.born <= today(act), "born",
                        "The date of birth cannot be after today, " + calendar::in_words(today(act)));
    refusing.unless(!person.born || !person.died || *person.born <= *person.died, "died",
                    "Nobody can die before they were born");
    check_not_ahead(refusing, act, "died", person.died);
    check_not_told(refusing, family, person.not_told);
    if (same == SamePerson::NotAsked)
        for (const auto& one : family.people)
            if (const auto& other = one.now();
                other.person != person.person && fold(other.full_name) == fold(person.full_name))
                refusing.unless(
                    false, "name",
                    "There is another " + other.full_name +
                        (other.born ? ", born " + std::to_string(calendar::year_of(*other.born)) : "") +
                        ". Is it the same person?");
    if (refusing.has_any())
        return refusing.all();
    Writing writing{written(act, family.record, person)};
    if (family.person(person.person)) // said again: decided on what was said before
        writing.front().expected_place = family.length;
    return writing;
}

Result<Writing> add_person_with_tie(const Act& act, const record::Family& family, const record::Person& person,
                                    const record::Relationship& tie, SamePerson same) {
    auto writing = add_person(act, family, person, same);
    Refusing refusing;
    if (!writing)
        refusing.add(writing.refusals());
    refusing.unless(!is_blank(tie.kind), "kind", "Say who they are to each other");
    check_days(refusing, tie.since, tie.until);
    check_not_ahead(refusing, act, "since", tie.since);
    if (refusing.has_any())
        return refusing.all();
    writing->push_back(written(act, family.record, tie, 1));
    return writing;
}

Result<Writing> add_relationship(const Act& act, const record::Family& family,
                                 const record::Relationship& tie) {
    Refusing refusing;
    refusing.unless(family.person(tie.from) && family.person(tie.to), "person",
                    "Choose two people of this family");
    refusing.unless(tie.from != tie.to, "person", "Choose two different people");
    refusing.unless(!is_blank(tie.kind), "kind", "Say who they are to each other");
    check_not_told(refusing, family, tie.not_told);
    check_days(refusing, tie.since, tie.until);
    check_not_ahead(refusing, act, "since", tie.since);
    check_not_ahead(refusing, act, "until", tie.until);
    if (refusing.has_any())
        return refusing.all();
    return Writing{written(act, family.record, tie)};
}

Result<Writing> set_household(const Act& act, const record::Family& family,
                              const record::Household& household) {
    Refusing refusing;
    refusing.unless(!is_blank(household.household) && !is_blank(household.name), "name",
                    "Say whose home it is");
    for (const auto& member : household.members)
        refusing.unless(family.person(member) != nullptr, "members", "Choose people of this family");
    for (const auto& person : household.not_for) {
        refusing.unless(family.person(person) != nullptr, "not-for", "Choose people of this family");
        refusing.unless(std::find(household.members.begin(), household.members.end(), person) == household.members.end(), "not-for",
                        "Who lives there knows the address: take one of the two ticks off");
    }
    check_days(refusing, household.since, household.until);
    check_not_ahead(refusing, act, "since", household.since);
    check_not_ahead(refusing, act, "until", household.until);
    if (refusing.has_any())
        return refusing.all();
    return Writing{written(act, family.record, household)};
}

} // namespace lifestory::casework
