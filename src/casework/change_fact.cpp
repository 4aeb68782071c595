#include "casework/change_fact.h"

#include "base/text.h"
#include "record/words.h"

namespace lifestory::casework {

namespace {

bool is_a_day(std::string_view fact) { return fact == "born" || fact == "expected" || fact == "died"; }

std::optional<Day> first_seen(const record::Child& child) {
    std::optional<Day> first;
    for (const auto& story : child.story)
        if (const auto* form = story.form();
            form && form->seen().value_or(record::Seen::NotSeen) != record::Seen::NotSeen)
            first = first ? std::min(*first, story.day()) : story.day();
    return first;
}

void check_day(Refusing& refusing, const Act& act, const record::Child& child,
               const record::BasicDetail& detail) {
    const auto day = calendar::parse_day(detail.value);
    refusing.unless(day.has_value(), "value", "Write the date as a day, a month and a year");
    if (!day.has_value())
        return;
    if (detail.fact != "expected")
        refusing.unless(*day <= today(act), "value",
                        "The date cannot be after today, " + calendar::in_words(today(act)));
    const auto seen = first_seen(child);
    if (detail.fact == "born" && seen)
        refusing.unless(*day <= *seen, "value",
                        child.first_name() + "'s date of birth cannot be after " + calendar::in_words(*seen) +
                            ", when " + child.first_name() + " was first seen here");
    if (const auto born = child.born(); detail.fact == "died" && born)
        refusing.unless(*born <= *day, "value", "Nobody can die before they were born");
}

} // namespace

Result<Writing> change_fact(const Act& act, const record::Child& child, const record::BasicDetail& detail,
                            std::optional<Day> known_on) {
    Refusing refusing;
    refusing.unless(!is_blank(detail.fact), "fact", "Choose what has changed");
    refusing.unless(!is_blank(detail.value), "value",
                    "Write what it is now, or “Not known” and when you asked");
    refusing.unless(!is_blank(detail.said_by), "said-by", "Say who said so");
    refusing.unless(detail.was_wrong || detail.since, "since",
                    "Say from which day, or that it was always wrong");
    if (detail.since)
        refusing.unless(!detail.until || *detail.since <= *detail.until, "until",
                        "The last day cannot be before the first");
    refusing.unless(known_on.has_value(), "known-on", "Say when we learned it");
    if (known_on)
        refusing.unless(*known_on <= today(act), "known-on",
                        "The day cannot be after today, " + calendar::in_words(today(act)));
    if (is_a_day(detail.fact) && !is_blank(detail.value))
        check_day(refusing, act, child, detail);
    if (refusing.has_any())
        return refusing.all();
    auto kept = detail;
    kept.value = trim(detail.value);
    kept.said_by = trim(detail.said_by);
    Writing writing{written(act, child.record, kept)};
    writing.front().said.known_on = known_on;
    return writing;
}

Result<Writing> set_word(const Act& act, const record::Child& child, const std::string& instead_of,
                         const std::string& value) {
    constexpr std::size_t longest = 200;
    Refusing refusing;
    refusing.unless(!is_blank(instead_of), "instead-of", "Write the word that is not to be said");
    refusing.unless(letters(instead_of) <= longest, "instead-of", "Write a word or a few, not more than 200 letters");
    refusing.unless(letters(value) <= longest, "say", "Write a word or a few, not more than 200 letters");
    refusing.unless(is_blank(value) || fold(trim(value)) != fold(trim(instead_of)), "say",
                    "Write another word than the one that is not to be said");
    if (refusing.has_any())
        return refusing.all();
    const auto* before = record::last_said_of(child, trim(instead_of));
    return Writing{written(act, child.record,
                           record::BasicDetail{"preferred-word", trim(value), before ? before->what.instead_of : trim(instead_of),
                                               child.first_name(), today(act), std::nullopt, false})};
}

} // namespace lifestory::casework
