#include "web/pages/about_child.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

#include "base/text.h"
#include "casework/placement.h"
#include "record/homes.h"

namespace lifestory::web::pages {

namespace {

// Statuses that stand for a child's situation; the others ("open", "placed") are said by other words on the page.
bool is_told(std::string_view status) {
    static constexpr std::array untold{"open", "placed", "long-term-placement", "everything-to-the-child"};
    return std::find(untold.begin(), untold.end(), status) == untold.end();
}

std::string born_words(const record::Child& child) {
    if (auto born = child.born())
        return "born " + calendar::in_words(*born);
    if (auto expected = child.expected())
        return "expected " + calendar::in_words(*expected);
    return "date of birth not known";
}

} // namespace

Pronouns pronouns_of(const record::Child& child, const record::Family& family) {
    auto said = child.fact("pronouns");
    if (said.empty())
        if (const auto* person = child.person ? family.person(*child.person) : nullptr)
            said = person->pronouns;
    if (said.starts_with("she"))
        return {"she", "her", "her"};
    if (said.starts_with("he"))
        return {"he", "him", "his"};
    return {"they", "them", "their"};
}

std::string in_a_row(std::vector<std::string> names, std::string_view between) {
    if (names.size() < 2)
        return join(names, "");
    auto last = names.back();
    names.pop_back();
    return fmt::format("{} and {}", join(names, between), last);
}

std::string capital(std::string words) {
    if (!words.empty())
        words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
    return words;
}

std::string possessive(const std::string& name) { return name + "'s"; }

std::string age_words(calendar::Day born, calendar::Day today) {
    auto years = calendar::age_on(born, today);
    if (years >= 2)
        return std::to_string(years);
    auto days = static_cast<std::size_t>(std::max(0, static_cast<int>((today - born).count())));
    if (days < 56)
        return plural(days / 7, "week", "weeks");
    std::size_t months = 0;
    while (calendar::add_months(born, static_cast<int>(months) + 1) <= today)
        ++months;
    return plural(months, "month", "months");
}

std::string age_words(const record::Child& child, calendar::Day today) {
    auto born = child.born(), died = child.died();
    if (!born)
        return "";
    auto years = calendar::age_on(*born, died.value_or(today));
    return died && years >= 2 ? std::to_string(years) : age_words(*born, today);
}


std::string lives_with(const record::Child& child, const record::Family& family, calendar::Day today) {
    if (!child.person)
        return "";
    const auto where = casework::where_on(child, family, today);
    auto whose = pronouns_of(child, family).possessive;
    std::vector<std::string> people;
    auto in_full = [&](const record::Person& person) {
        auto who = family.who_to(person.person, *child.person, today);
        return who.empty() ? person.full_name : fmt::format("{} {}, {}", whose, who, person.full_name);
    };
    bool is_carer_among = where.cared_for_by.empty();
    for (const auto& member : where.home ? record::living_at(family, *where.home, today) : std::vector<PersonNumber>()) {
        const auto* person = family.person(member);
        if (member == *child.person || !person || person->died)
            continue;
        is_carer_among = is_carer_among || fold(where.cared_for_by).find(fold(person->full_name)) != std::string::npos;
        people.push_back(in_full(*person));
    }
    if (!is_carer_among) { // written by name alone: they may stand in the family
        const auto found = std::ranges::find_if(family.people, [&](const auto& one) { return fold(one.now().full_name) == fold(where.cared_for_by) && one.now().person != child.person; });
        people.insert(people.begin(), found == family.people.end() ? where.cared_for_by : in_full(found->now()));
    }
    return in_a_row(std::move(people), "; ");
}

std::vector<std::string> status_lines(const policy::Pack& pack, const std::vector<policy::Spell>& statuses, calendar::Day today) {
    std::vector<std::string> lines;
    for (const auto& spell : statuses) {
        auto status = pack.statuses.find(spell.value);
        if (!spell.holds_on(today) || !is_told(spell.value) || status == pack.statuses.end())
            continue;
        auto name = status->second.name.empty() ? spell.value : status->second.name;
        lines.push_back(fmt::format("{} since {}", capital(name), calendar::in_words(spell.from)));
    }
    return lines;
}

std::string identity_line(const record::Child& child, const record::Family& family, const policy::Pack& pack,
                          const std::vector<policy::Spell>& statuses, calendar::Day today) {
    std::vector<std::string> sentences{child.full_name(), capital(pronouns_of(child, family).subject)};
    auto age = age_words(child, today);
    sentences.push_back(age.empty() ? capital(born_words(child)) : age + ", " + born_words(child));
    if (auto died = child.died())
        sentences.push_back("Died " + calendar::in_words(*died));
    if (auto with = lives_with(child, family, today); !with.empty())
        sentences.push_back("Lives with " + with);
    else if (const auto where = casework::where_on(child, family, today); where.placement)
        sentences.push_back("Home: " + where.name);
    for (auto& line : status_lines(pack, statuses, today))
        sentences.push_back(std::move(line));
    return join(sentences, ". ") + ".";
}

} // namespace lifestory::web::pages
