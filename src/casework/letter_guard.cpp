#include "casework/letter_guard.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/text.h"
#include "casework/address_signs.h"
#include "casework/letter_address.h"

namespace lifestory::casework {

namespace {

Stop stop(std::string words, std::string field, Pass pass) {
    auto id = to_hex(view(sha256(words))).substr(0, 16);
    return {std::move(id), std::move(words), std::move(field), pass};
}

std::string where(const HiddenShown& shown) {
    if (shown.line == 0)
        return fmt::format("“{}” and another box together have", shown.label);
    return shown.line == 1 ? fmt::format("“{}” has", shown.label) : fmt::format("Line {} of “{}” has", shown.line, shown.label);
}

void add_homes(const record::Family& family, const record::Form& form, std::vector<Stop>& all) {
    for (const auto& shown : hidden_homes_in(family, form)) {
        const bool is_certain = shown.how_sure == HowSure::Certain;
        all.push_back(stop(is_certain ? fmt::format("This goes to {}, who may not know where {} is: take that address out. {} it", shown.receiver, shown.home, where(shown))
                                      : fmt::format("{} the street of {}, and {} may not know where that is", where(shown), shown.home, shown.receiver),
                           shown.field, is_certain ? Pass::Nobody : Pass::WhenChecked));
    }
}

bool stands_as_words(const Bare& words, const Bare& looked_for) { return looked_for.begins.size() > 1 && stands_as_words_in(words, looked_for.all); }

std::string in_digits(record::Day day) { // "14 03 2015"
    const auto iso = calendar::iso(day);
    return iso.substr(8, 2) + " " + iso.substr(5, 2) + " " + iso.substr(0, 4);
}

std::string surname_of(const record::Person& person) {
    const auto names = split(trim(person.full_name), ' ');
    return names.size() < 2 ? std::string() : fold(names.back());
}

bool is_grown(const record::Person& person, record::Day today) { return !person.child && (!person.born || calendar::age_on(*person.born, today) >= 16); }

// The same name; or, of two who are grown, the same first letter and surname: "K Barrow".
bool may_be_taken_for(const record::Person& one, const record::Person& other, record::Day today) {
    if (fold(trim(one.full_name)) == fold(trim(other.full_name)))
        return true;
    const auto surname = surname_of(one);
    return !surname.empty() && surname == surname_of(other) && first(fold(one.full_name), 1) == first(fold(other.full_name), 1) && is_grown(one, today) && is_grown(other, today);
}

void add_names(const record::Family& family, const record::People& to, record::Day today, std::vector<Stop>& all) {
    for (const auto& named : to.there) {
        const auto* person = named.person ? family.person(*named.person) : nullptr;
        record::Person written;
        written.full_name = named.full_name;
        const auto& one = person ? *person : written;
        for (const auto& history : family.people) {
            const auto& other = history.now();
            if (other.died || (person && other.person == person->person) || !may_be_taken_for(one, other, today))
                continue;
            if (person || fold(trim(one.full_name)) != fold(trim(other.full_name))) // typed by hand, the same full name is them
                all.push_back(stop(fmt::format("There is another {} {}: {}{}. Is this one right?", first(one.full_name, 1), split(trim(one.full_name), ' ').back(), other.full_name,
                                               other.born ? fmt::format(", born {}", calendar::year_of(*other.born)) : ""),
                                   "item.from-whom", Pass::WhenChecked));
        }
    }
}

void add_email(const record::Form& form, const std::vector<std::string>& secure, std::vector<Stop>& all) {
    const auto email = trim(form.text("email-address"));
    const auto* confidential = form.find("confidential");
    const auto* said = confidential ? std::get_if<record::YesNo>(&confidential->value) : nullptr;
    if (!email.empty() && said && said->yes && !is_secure(email, secure))
        all.push_back(stop(fmt::format("This e-mail address is not secure: {}", email), "item.email-address", Pass::WhenChecked));
}

// In an e-mail to somebody the child needs no whole name, date of birth or address.
void add_what_gives_away(const record::Child& child, const record::Family& family, const record::Form& form, record::Day today, std::vector<Stop>& all) {
    if (is_blank(form.text("email-address")))
        return;
    const auto words = bared(form.text("content"));
    std::vector<std::string> found;
    if (const auto name = bared(child.full_name()), used = bared(child.name()); stands_as_words(words, name) || stands_as_words(words, used))
        found.push_back("the whole name of " + child.first_name());
    if (const auto born = child.born(); born && (stands_as_words(words, bared(calendar::in_words(*born))) || stands_as_words(words, bared(in_digits(*born)))))
        found.emplace_back("a date of birth");
    const auto* home = child.person ? family.household_of(*child.person, today) : nullptr;
    const auto signs = home ? signs_of(home->address) : std::vector<std::string>();
    if (std::any_of(signs.begin(), signs.end(), [&](const auto& sign) { return stands_in(words, sign); }))
        found.push_back("where " + child.first_name() + " lives");
    if (!found.empty())
        all.push_back(stop(fmt::format("This e-mail holds {}. An e-mail is read by others more easily than a letter: take out what they do not need", join(found, " and ")), "item.content",
                           Pass::WhenChecked));
}

} // namespace

std::vector<Stop> stops_of(const record::Child& child, const record::Family& family, const record::Form& form, const std::vector<std::string>& secure, record::Day today) {
    std::vector<Stop> all;
    const auto directions = form.chosen("direction");
    if (std::find(directions.begin(), directions.end(), "sent") == directions.end())
        return all;
    add_homes(family, form, all);
    const auto* whom = form.find("from-whom");
    if (const auto* people = whom ? std::get_if<record::People>(&whom->value) : nullptr)
        add_names(family, *people, today, all);
    add_email(form, secure, all);
    add_what_gives_away(child, family, form, today, all);
    return all;
}

std::string what_it_would_show(const record::Family& family, const record::Form& form, const PersonNumber& child, const std::string& first_name) {
    for (const auto& shown : hidden_homes_in(family, form))
        if (shown.how_sure == HowSure::Certain) {
            const bool is_childs = std::find(shown.lives_there.begin(), shown.lives_there.end(), child) != shown.lives_there.end();
            return is_childs ? fmt::format("This letter would show {} where {} lives", shown.receiver, first_name) : fmt::format("This letter would show {} where {} is", shown.receiver, shown.home);
        }
    return {};
}

bool is_secure(const std::string& email, const std::vector<std::string>& secure) {
    const auto at = email.rfind('@');
    if (at == std::string::npos)
        return false;
    const auto domain = fold(trim(email.substr(at + 1)));
    return std::any_of(secure.begin(), secure.end(), [&](const auto& one) {
        const auto known = fold(trim(one));
        return !known.empty() && (domain == known || domain.ends_with("." + known));
    });
}

} // namespace lifestory::casework
