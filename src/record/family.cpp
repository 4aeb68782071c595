// What a family's entries come to, and who is what to whom.
#include "record/family.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace lifestory::record {

namespace {

template <class T, class Same>
void say(std::vector<History<T>>& all, const Entry& entry, const T& what, Same same) {
    auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return same(one.now()); });
    if (found == all.end())
        found = all.insert(found, History<T>{});
    found->said.push_back(beside(entry, what));
}

// What was said before stands again; a thing of which nothing else was said is there no more.
template <class T>
std::optional<Content> take_out(std::vector<History<T>>& all, const EntryId& entry) {
    for (auto history = all.begin(); history != all.end(); ++history) {
        const auto one = std::find_if(history->said.begin(), history->said.end(), [&](const auto& it) { return it.entry == entry; });
        if (one == history->said.end())
            continue;
        std::optional<Content> taken(one->what);
        history->said.erase(one);
        if (history->said.empty())
            all.erase(history);
        return taken;
    }
    return std::nullopt;
}

bool take_back(Family& family, const Entry& entry, const Correction& correction) {
    auto taken = take_out(family.people, correction.withdraws);
    if (!taken)
        taken = take_out(family.relationships, correction.withdraws);
    if (!taken)
        taken = take_out(family.households, correction.withdraws);
    if (taken)
        family.in_error.push_back({beside(entry, correction), std::move(*taken)});
    return taken.has_value();
}

template <class T>
bool held_on(const T& what, Day day) {
    return (!what.since || *what.since <= day) && (!what.until || day <= *what.until);
}

struct TurnedRound {
    std::string_view kind, she, he, they;
};
constexpr std::array<TurnedRound, 31> turned{{
    {"mum", "daughter", "son", "child"},
    {"mother", "daughter", "son", "child"},
    {"dad", "daughter", "son", "child"},
    {"father", "daughter", "son", "child"},
    {"parent", "daughter", "son", "child"},
    {"stepmum", "stepdaughter", "stepson", "stepchild"},
    {"stepdad", "stepdaughter", "stepson", "stepchild"},
    {"foster carer", "foster daughter", "foster son", "foster child"},
    {"adoptive parent", "daughter", "son", "child"},
    {"nan", "granddaughter", "grandson", "grandchild"},
    {"gran", "granddaughter", "grandson", "grandchild"},
    {"grandma", "granddaughter", "grandson", "grandchild"},
    {"grandmother", "granddaughter", "grandson", "grandchild"},
    {"grandad", "granddaughter", "grandson", "grandchild"},
    {"grandfather", "granddaughter", "grandson", "grandchild"},
    {"great-grandmother", "great-granddaughter", "great-grandson", "great-grandchild"},
    {"great-grandfather", "great-granddaughter", "great-grandson", "great-grandchild"},
    {"aunt", "niece", "nephew", "niece or nephew"},
    {"uncle", "niece", "nephew", "niece or nephew"},
    {"brother", "sister", "brother", "brother or sister"},
    {"sister", "sister", "brother", "brother or sister"},
    {"twin", "twin", "twin", "twin"},
    {"half-brother", "half-sister", "half-brother", "half-brother or half-sister"},
    {"half-sister", "half-sister", "half-brother", "half-brother or half-sister"},
    {"stepbrother", "stepsister", "stepbrother", "stepbrother or stepsister"},
    {"stepsister", "stepsister", "stepbrother", "stepbrother or stepsister"},
    {"cousin", "cousin", "cousin", "cousin"},
    {"partner", "partner", "partner", "partner"},
    {"wife", "wife", "husband", "wife or husband"},
    {"husband", "wife", "husband", "wife or husband"},
    {"friend", "friend", "friend", "friend"},
}};

void apply_to(Family& family, const Entry& entry, const Content& content) {
    if (const auto* opened = std::get_if<FamilyOpened>(&content))
        family.name = opened->name;
    else if (const auto* person = std::get_if<Person>(&content))
        say(family.people, entry, *person, [&](const auto& it) { return it.person == person->person; });
    else if (const auto* tie = std::get_if<Relationship>(&content))
        say(family.relationships, entry, *tie,
            [&](const auto& it) { return it.from == tie->from && it.to == tie->to && it.kind == tie->kind; });
    else if (const auto* home = std::get_if<Household>(&content))
        say(family.households, entry, *home, [&](const auto& it) { return it.household == home->household; });
    else if (const auto* correction = std::get_if<Correction>(&content); !correction || !take_back(family, entry, *correction))
        family.apart.push_back(entry);
}

} // namespace

std::string turned_round(std::string_view kind, std::string_view pronouns_of_the_other) {
    const auto pronouns = lifestory::fold(pronouns_of_the_other);
    for (const auto& row : turned)
        if (row.kind == lifestory::fold(kind))
            return std::string(pronouns.starts_with("she")  ? row.she
                               : pronouns.starts_with("he") ? row.he
                                                            : row.they);
    return {};
}

const Person* Family::person(const PersonNumber& number) const {
    for (const auto& one : people)
        if (one.now().person == number)
            return &one.now();
    return nullptr;
}

const Person* Family::person_of(const RecordNumber& child) const {
    for (const auto& one : people)
        if (one.now().child == child)
            return &one.now();
    return nullptr;
}

std::vector<const Person*> Family::children() const {
    std::vector<const Person*> all;
    for (const auto& one : people)
        if (one.now().child)
            all.push_back(&one.now());
    return all;
}

std::string Family::who_to(const PersonNumber& from, const PersonNumber& to, Day on) const {
    std::string said, turned_words, ended;
    for (const auto& tie : relationships) {
        const auto& now = tie.now();
        if (now.from == from && now.to == to)
            (held_on(now, on) ? said : ended) = now.kind;
        else if (now.from == to && now.to == from && held_on(now, on)) {
            const auto* other = person(from);
            turned_words = turned_round(now.kind, other ? other->pronouns : "");
        }
    }
    return !said.empty() ? said : !turned_words.empty() ? turned_words : ended;
}

std::vector<const Person*> Family::related_to(const PersonNumber& person_number) const {
    std::vector<const Person*> all;
    for (const auto& one : people) {
        const auto& other = one.now().person;
        const auto ties = [&](const auto& tie) {
            return (tie.now().from == other && tie.now().to == person_number) ||
                   (tie.now().to == other && tie.now().from == person_number);
        };
        if (std::any_of(relationships.begin(), relationships.end(), ties))
            all.push_back(&one.now());
    }
    return all;
}

std::vector<const Person*> Family::parental_responsibility_for(const PersonNumber& child, Day on) const {
    std::vector<const Person*> all;
    for (const auto& tie : relationships)
        if (tie.now().to == child && tie.now().parental_responsibility && held_on(tie.now(), on))
            if (const auto* who = person(tie.now().from);
                who && std::find(all.begin(), all.end(), who) == all.end())
                all.push_back(who);
    return all;
}

const Household* Family::household_of(const PersonNumber& person_number, Day on) const {
    const Household* newest = nullptr;
    for (const auto& one : households) {
        const auto& home = one.now();
        const bool lives_there =
            std::find(home.members.begin(), home.members.end(), person_number) != home.members.end();
        if (lives_there && held_on(home, on) && (!newest || newest->since <= home.since))
            newest = &home;
    }
    return newest;
}

Family& apply(Family& family, const Entry& entry) {
    assert(family.length == 0 || family.record == entry.record);
    family.record = entry.record;
    ++family.length;
    apply_to(family, entry, entry.content);
    return family;
}

Family fold_family(std::span<const Entry> entries) {
    Family family;
    for (const auto& entry : entries)
        apply(family, entry);
    return family;
}

} // namespace lifestory::record
