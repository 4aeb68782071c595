#include "casework/basic_record.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "casework/change_fact.h"
#include "record/facts.h"
#include "record/identifiers.h"

namespace lifestory::casework {

namespace {

constexpr std::size_t longest = 2000;

bool is_not_known(const std::string& value) { return fold(value).starts_with("not known"); }

std::string number_sentence(std::string_view what, std::string_view length, record::NumberFault fault) {
    switch (fault) {
    case record::NumberFault::WrongLength:
        return fmt::format("{} has {}. Check it against the letter", what, length);
    case record::NumberFault::WrongSigns:
        return fmt::format("{} has {} and nothing else. Check it against the letter", what, length);
    case record::NumberFault::WrongCheck:
        return fmt::format("This {} has a digit wrong. Check it against the letter", what.substr(what.find(' ') + 1));
    }
    return {};
}

void check_number(Refusing& refusing, record::BasicDetail& detail, const record::ReadNumber& read, std::string_view what, std::string_view length) {
    if (read.fault)
        refusing.unless(false, "value", number_sentence(what, length, *read.fault));
    else
        detail.value = read.written;
}

void check_value(Refusing& refusing, const BasicItem& item, record::BasicDetail& detail) {
    refusing.unless(letters(detail.value) <= longest, "value", "Write it in not more than 2,000 letters");
    if (is_blank(detail.value) || is_not_known(detail.value))
        return;
    switch (item.sort) {
    case FactSort::NhsNumber:
        return check_number(refusing, detail, record::read_nhs_number(detail.value), "An NHS number", "ten digits");
    case FactSort::PupilNumber:
        return check_number(refusing, detail, record::read_pupil_number(detail.value), "A unique pupil number", "a letter and twelve digits");
    case FactSort::List: // what ends may have been chosen from an earlier year's list
        refusing.unless(detail.until || std::any_of(item.choices.begin(), item.choices.end(), [&](const auto& choice) { return choice.name == detail.value; }),
                        "value", "Choose one from the list");
        return;
    case FactSort::Line:
    case FactSort::Words:
    case FactSort::Date: // change_fact looks at days
        return;
    }
}

const record::FactSpell* holding(const record::FactOverTime& over, const std::string& value) {
    auto found = std::find_if(over.now.begin(), over.now.end(), [&](const auto& spell) { return fold(spell.value()) == fold(value); });
    return found == over.now.end() ? nullptr : &*found;
}

bool says_none(const policy::Pack& pack, const record::BasicDetail& detail, const std::string& value) {
    const auto words = fold(trim(value));
    return code_of_value(pack, detail.fact, value) == "NONE" || words == "no" || words == "none" || words == "no disability";
}

bool stands_alone(const policy::Pack& pack, const record::BasicDetail& detail, const std::string& value) { return is_not_known(value) || says_none(pack, detail, value); }

// "No disability" is true alone, and so is that nobody knows.
void check_fits(Refusing& refusing, const policy::Pack& pack, const record::FactOverTime& over, const record::BasicDetail& detail) {
    if (detail.fact != "disability" || is_blank(detail.value) || detail.until || detail.was_wrong)
        return;
    for (const auto& other : over.now)
        if (fold(other.value()) != fold(detail.value) && (stands_alone(pack, detail, other.value()) || stands_alone(pack, detail, detail.value)))
            return refusing.unless(false, "value", fmt::format("“{}” stands there, and the two cannot both be true: say first that it has ended, or that it was never so", other.value()));
}

// Of several at once: one begins once, and ends only when it has begun.
void check_among_several(Refusing& refusing, const record::FactOverTime& over, const record::BasicDetail& detail) {
    const auto* same = holding(over, detail.value);
    bool ends = detail.until || detail.was_wrong;
    if (!ends)
        return refusing.unless(!same, "value", "It stands there already; say that it ended, or choose another");
    if (!is_blank(detail.value))
        refusing.unless(same, "value", "It does not stand there now: choose one that does");
    if (same && same->since && detail.until)
        refusing.unless(*same->since <= *detail.until, "until", fmt::format("It cannot end before it began, on {}", calendar::in_words(*same->since)));
}

void check_one(Refusing& refusing, const record::FactOverTime& over, const record::BasicDetail& detail) {
    if (over.now.empty())
        return;
    const auto& now = over.now.front();
    refusing.unless(is_blank(detail.value) || now.value() != detail.value, "value", "It says this already");
    if (now.since && detail.since && !detail.was_wrong)
        refusing.unless(
            *now.since < *detail.since, "since",
            fmt::format("Give a day after {}, from which it says “{}”; or say that this was always wrong", calendar::in_words(*now.since), now.value()));
}

// False: of no person.
bool say(record::Person& person, const record::BasicDetail& detail) {
    auto day = calendar::parse_day(detail.value);
    auto value = day ? std::optional(*day) : std::nullopt;
    if (detail.fact == "name")
        person.full_name = detail.value;
    else if (detail.fact == "known-as")
        person.known_as = detail.value;
    else if (detail.fact == "pronouns")
        person.pronouns = detail.value;
    else if (detail.fact == "born")
        person.born = value;
    else if (detail.fact == "expected")
        person.expected = value;
    else if (detail.fact == "died")
        person.died = value;
    else
        return false;
    return true;
}

} // namespace

void say_of_person(const Act& act, const record::Family& family, const record::Child& child, Writing& writing) {
    const auto* now = child.person ? family.person(*child.person) : nullptr;
    if (!now)
        return;
    auto person = *now;
    bool changed = false;
    for (const auto& one : writing)
        if (const auto* detail = std::get_if<record::BasicDetail>(&one.content))
            changed = say(person, *detail) || changed;
    if (!changed || person == *now)
        return;
    auto said = writing.front().said;
    writing.push_back(written(act, family.record, person, static_cast<unsigned>(writing.size())));
    writing.back().said = said;
    writing.back().expected_place = family.length;
}

Result<Writing> change_item(const Act& act, const policy::Pack& pack, const record::Child& child, const record::BasicDetail& asked,
                            std::optional<Day> known_on) {
    auto item = basic_item(pack, today(act), asked.fact);
    if (!item)
        return refuse("fact", "Choose what has changed", "fact");
    auto detail = asked;
    detail.value = trim(asked.value);
    Refusing refusing;
    check_value(refusing, *item, detail);
    auto history = child.facts.find(detail.fact);
    auto over = history == child.facts.end() ? record::FactOverTime{} : record::over_time(history->second, today(act));
    if (record::holds_several(detail.fact))
        check_among_several(refusing, over, detail);
    else
        check_one(refusing, over, detail);
    check_fits(refusing, pack, over, detail);
    for (const auto& [field, day] : {std::pair{"since", detail.since}, {"until", detail.until}})
        if (day)
            refusing.unless(*day <= today(act), field, "The day cannot be after today, " + calendar::in_words(today(act)) + ". Write it down on that day");
    if (record::holds_several(detail.fact) && detail.until && !detail.since) { // it ends: since when is known
        const auto* same = holding(over, detail.value);
        detail.since = same && same->since ? same->since : detail.until;
        if (*detail.until < *detail.since)
            detail.since = detail.until; // refused above, once
    }
    if (auto born = child.born(); born && detail.since)
        refusing.unless(*born <= *detail.since || detail.fact == "born", "since",
                        fmt::format("{} was born on {}: give that day or a later one", child.first_name(), calendar::in_words(*born)));
    auto writing = change_fact(act, child, detail, known_on);
    if (!writing)
        refusing.add(writing.refusals());
    if (refusing.has_any())
        return refusing.all();
    return writing;
}

} // namespace lifestory::casework
