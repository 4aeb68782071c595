// Which items the basic record has. The children's own words come first in each group; codes come last.
#include <algorithm>
#include <array>

#include "casework/basic_record.h"

namespace lifestory::casework {

namespace {

struct Known {
    std::string_view id, group, label, hint;
    FactSort sort = FactSort::Line;
    std::string_view list = {};
};

constexpr std::string_view names = "Names", identity = "Identity", language = "Language and how to talk together", home = "Home and household",
                           family_time = "Family time", people = "Other people who help", school = "School", health = "Health", legal = "Legal",
                           codes = "Plans and codes", numbers = "Numbers", more = "More that the policy asks";

constexpr std::array groups{names, identity, language, home, family_time, people, school, health, legal, codes, numbers, more};

constexpr std::array known{
    Known{"name", names, "Full name", "As it stands on the birth certificate or passport."},
    Known{"known-as", names, "Name in use", "What they are called every day."},
    Known{"earlier-name", names, "Earlier name", "Each name by which they were known before."},
    Known{"about-me", identity, "What matters to me", "In their own words.", FactSort::Words},
    Known{"likes", identity, "Likes", "In their own words.", FactSort::Words},
    Known{"dislikes", identity, "Does not like", "In their own words.", FactSort::Words},
    Known{"interests", identity, "Interests", "", FactSort::Words},
    Known{"achievements", identity, "Proud of", "", FactSort::Words},
    Known{"strengths", identity, "Strengths, and what helps", "What they are good at, and what carries them through.", FactSort::Words},
    Known{"needs", identity, "What they need from us", "", FactSort::Words},
    Known{"born", identity, "Date of birth", "", FactSort::Date},
    Known{"expected", identity, "Expected date of birth", "Of a baby who is not born yet.", FactSort::Date},
    Known{"died", identity, "Date of death", "", FactSort::Date},
    Known{"pronouns", identity, "Pronoun", "She, he or they, as they ask for it."},
    Known{"gender", identity, "Gender", "In their own words."},
    Known{"sex", identity, "Sex, for the returns", "", FactSort::List, "sex"},
    Known{"ethnicity", identity, "Ethnicity", "As they or their family say it; nobody guesses it.", FactSort::List, "ethnicity"},
    Known{"religion", identity, "Religion", "In their own words."},
    Known{"nationality", identity, "Nationality", ""},
    Known{"disability", identity, "Disability", "More than one can be true.", FactSort::List, "disability"},
    Known{"first-language", language, "First language", ""},
    Known{"other-language", language, "Other language", "More than one can be true."},
    Known{"speech", language, "How they tell us things", ""},
    Known{"communication", language, "What helps when we talk", "Signs, pictures, time, a person, a device.", FactSort::Words},
    Known{"interpreter", language, "Interpreter", "For which language, and who."},
    Known{"how-to-be-with", language, "How they like us to come and be with them", "", FactSort::Words},
    Known{"telephone", home, "Telephone", ""},
    Known{"e-mail", home, "E-mail", ""},
    Known{"go-to-at-night", home, "Go to first at night", "Who, and how they are reached."},
    Known{"private-provider", home, "Work done for us by a private provider", "Name, what they do for us, and who answers for it.", FactSort::Words},
    Known{"family-time", family_time, "Family time", "With whom, how often, where, and who is there.", FactSort::Words},
    Known{"professional", people, "Professional", "Full name, agency, what they do, and how they are reached.", FactSort::Words},
    Known{"school", school, "School or nursery", "Name, year, and whom to ask there.", FactSort::Words},
    Known{"attendance", school, "Attendance", "With the term it is of.", FactSort::Words},
    Known{"progress", school, "Progress", "With the day it was said.", FactSort::Words},
    Known{"special-needs", school, "Special educational needs", ""},
    Known{"education-plan", school, "Education, health and care plan", "Since when, and where it is.", FactSort::Words},
    Known{"health", health, "Health", "", FactSort::Words},
    Known{"allergy", health, "Allergy", "What it does, and what to do.", FactSort::Words},
    Known{"medicine", health, "Medicine", "How much, when, and who gives it.", FactSort::Words},
    Known{"doctor", health, "Doctor", "Name, practice and telephone."},
    Known{"dentist", health, "Dentist", "Name, practice and telephone."},
    Known{"need-code", codes, "Reason for our work", "More than one can be true; one that ended stays in the history.", FactSort::List, "need-codes"},
    Known{"nhs-number", numbers, "NHS number", "Ten digits.", FactSort::NhsNumber},
    Known{"unique-pupil-number", numbers, "Unique pupil number", "A letter and twelve digits.", FactSort::PupilNumber},
    Known{"former-pupil-number", numbers, "Former unique pupil number", "A letter and twelve digits.", FactSort::PupilNumber},
    Known{"no-pupil-number", numbers, "Why there is no unique pupil number", "", FactSort::List, "no-pupil-number"}};

bool can_be_chosen(const policy::Choice& choice, Day today) { return (!choice.since || *choice.since <= today) && (!choice.until || today <= *choice.until); }

std::vector<policy::Choice> chosen_from(const std::vector<policy::Choice>& all, Day today) {
    std::vector<policy::Choice> choices;
    std::copy_if(all.begin(), all.end(), std::back_inserter(choices), [&](const auto& choice) { return can_be_chosen(choice, today); });
    return choices;
}

const policy::Item* item_of_pack(const policy::Pack& pack, std::string_view id) {
    const auto* details = pack.record_type("child-details");
    return details ? details->item(id) : nullptr;
}

BasicItem item_of(const policy::Pack& pack, const Known& one, Day today) {
    BasicItem item{std::string(one.id), std::string(one.group), std::string(one.label), std::string(one.hint), one.sort, {}};
    const auto* asked = item_of_pack(pack, one.id);
    if (auto list = pack.lists.find(one.list); list != pack.lists.end())
        item.choices = chosen_from(list->second.choices, today);
    else if (asked)
        item.choices = asked->choices;
    item.list = asked && !asked->list.empty() ? asked->list : std::string(one.list);
    if (!item.choices.empty())
        item.sort = FactSort::List;
    else if (item.sort == FactSort::List) // this policy has no such list
        item.sort = FactSort::Line;
    return item;
}

// Kept under other names here: the name in use, and the address of the household. What every entry asks is no fact.
bool stands_elsewhere(const policy::Pack& pack, std::string_view id) {
    const auto* entry = pack.record_type("entry");
    return id == "preferred-name" || id == "address" || (entry && entry->item(id));
}

} // namespace

std::vector<std::string_view> groups_of_facts() { return {groups.begin(), groups.end()}; }

std::vector<BasicItem> basic_items(const policy::Pack& pack, Day today) {
    std::vector<BasicItem> all;
    for (const auto& one : known)
        all.push_back(item_of(pack, one, today));
    if (const auto* details = pack.record_type("child-details"))
        for (const auto& asked : details->items)
            if (!stands_elsewhere(pack, asked.id) && std::none_of(known.begin(), known.end(), [&](const Known& one) { return one.id == asked.id; }))
                all.push_back(item_of(pack, Known{asked.id, more, asked.label, asked.hint}, today));
    return all;
}

std::optional<BasicItem> basic_item(const policy::Pack& pack, Day today, std::string_view id) {
    for (auto& item : basic_items(pack, today))
        if (item.id == id)
            return item;
    return std::nullopt;
}

bool has_no_beginning(const BasicItem& item) {
    return item.sort == FactSort::Date || item.sort == FactSort::NhsNumber || item.sort == FactSort::PupilNumber || item.id == "sex";
}

std::string code_of_value(const policy::Pack& pack, std::string_view id, std::string_view value) {
    auto one = std::find_if(known.begin(), known.end(), [&](const Known& each) { return each.id == id; });
    auto list = one == known.end() ? pack.lists.end() : pack.lists.find(one->list);
    if (list != pack.lists.end())
        for (const auto& choice : list->second.choices)
            if (choice.name == value)
                return choice.code;
    return {};
}

} // namespace lifestory::casework
