#include "casework/sign.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/count.h"
#include "casework/release.h"
#include "policy/who_decides.h"

namespace lifestory::casework {

namespace {

using policy::Item;
using policy::ItemType;
using record::Child;

std::string lower_first(std::string words) {
    if (words.size() > 1 && !std::isupper(static_cast<unsigned char>(words[1])))
        words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
    return words;
}

bool has_words(const record::Value& value) {
    using namespace record;
    return std::visit(Cases{
                          [](const Text& it) { return !is_blank(it.words); },
                          [](const Choices& it) { return !it.chosen.empty(); },
                          [](const YesNo&) { return true; },
                          [](const OnDay&) { return true; },
                          [](const AtInstant&) { return true; },
                          [](const People& it) { return it.nobody_else || !it.there.empty(); },
                          [](const SeenHow&) { return true; },
                          [](const Views& it) {
                              return std::any_of(it.views.begin(), it.views.end(),
                                                 [](const auto& one) { return !is_blank(one.words); });
                          },
                          [](const Options& it) {
                              return std::any_of(it.options.begin(), it.options.end(),
                                                 [](const auto& one) { return !is_blank(one.what); });
                          },
                          [](const Actions& it) {
                              return std::any_of(it.actions.begin(), it.actions.end(),
                                                 [](const auto& one) { return !is_blank(one.what); });
                          },
                          [](const Rows& it) { return !it.rows.empty(); },
                          [](const Files& it) { return !it.files.empty() || !is_blank(it.kept_at); },
                          [](const Entries& it) { return !it.entries.empty(); },
                          [](const NotKnown& it) { return !is_blank(it.why); },
                      },
                      value);
}

// The sentences of pages 6.5 for the items that every visit asks; the item's own label for any other.
std::string what_to_do(const Item& item, const std::string& child) {
    if (item.id == "happened")
        return "Write what happened";
    if (item.type == ItemType::Seen)
        return "Say whether " + child + " was seen";
    if (item.id == "not-seen-why")
        return "Say why " + child + " was not seen";
    if (item.type == ItemType::People)
        return "Say who else was there, or tick nobody else";
    return "Answer “" + item.label + "”, or say that it is not known and why";
}

// An interval is what a series of visits is counted by: it has to be a number and a unit.
bool is_interval(const record::Answer& answer) {
    const auto count = calendar::parse_count(record::words_of(answer));
    return count && calendar::is_length_of_time(*count);
}

bool are_of(const Child& child, const record::Entries& named) {
    return std::ranges::all_of(named.entries, [&](const auto& one) {
        const auto* story = child.find(one.entry);
        return story && story->entry.id == one.entry;
    });
}

// With nobody seen, what the child said and what the worker thinks are not asked (pages 6.5).
bool is_left_out_when_not_seen(const Item& item) {
    return item.part == "what-you-told-me" || item.part == "what-i-think";
}

// "police", "health": whose row the policy wants and nobody wrote.
std::vector<std::string> rows_without(const Item& item, const record::Rows& rows) {
    std::vector<std::string> missing;
    for (const auto& needed : item.needs_rows)
        if (std::ranges::none_of(rows.rows, [&](const auto& row) { return !row.empty() && fold(row.front()).find(fold(needed)) != std::string::npos; }))
            missing.push_back(needed);
    return missing;
}

// What a plan does has somebody who does it, and a day (pages 6.12).
bool have_who_and_when(const record::Actions& actions) {
    return std::ranges::all_of(actions.actions, [](const auto& one) { return is_blank(one.what) || (!is_blank(one.who) && one.by); });
}

void check_items(Refusing& refusing, const Child& child, const Asked& asked, const record::Form& form) {
    const auto seen = form.seen();
    for (const auto* item : asked.items) {
        const auto* answer = form.find(item->id);
        const auto field = "item." + item->id;
        const auto clause = item->clauses.empty() ? std::string() : item->clauses.front();
        const bool must = item->force == policy::Force::Must;
        const bool left_out = seen == record::Seen::NotSeen && is_left_out_when_not_seen(*item);
        const bool is_met = is_answered(answer) || (item->type == ItemType::Views && item->whose == "child" && shows_views(form));
        if (must && !left_out)
            refusing.unless(is_met, field, what_to_do(*item, child.first_name()), clause);
        if (answer && is_answered(answer) && item->type == ItemType::Interval && !std::holds_alternative<record::NotKnown>(answer->value))
            refusing.unless(is_interval(*answer), field, "Write “" + item->label + "” as a number and a unit, like 2 weeks", clause);
        const auto* named = answer ? std::get_if<record::Entries>(&answer->value) : nullptr;
        if (named)
            refusing.unless(are_of(child, *named), field, "Choose again at “" + item->label + "”: one of them is not in this record", clause);
        if (const auto* rows = answer ? std::get_if<record::Rows>(&answer->value) : nullptr; rows && is_answered(answer)) {
            const auto missing = rows_without(*item, *rows);
            refusing.unless(missing.empty(), field, "“" + item->label + "” has no row for " + join(missing, " or ") + ": write what they know, or that they were asked and did not come", clause);
        }
        if (const auto* actions = answer ? std::get_if<record::Actions>(&answer->value) : nullptr; actions && must && item->serves)
            refusing.unless(have_who_and_when(*actions), field, "Say of each thing in “" + item->label + "” who does it, and by when", clause);
        if (answer && is_answered(answer) && !item->accepts.empty()) {
            const auto words = record::words_of(*answer);
            const auto accepted =
                std::find(item->accepts.begin(), item->accepts.end(), words) != item->accepts.end();
            refusing.unless(
                accepted, field,
                item->said.empty() ? "Choose another answer to “" + item->label + "”" : item->said, clause);
        }
    }
}

void check_days(Refusing& refusing, const Act& act, const Asked& asked, const Filled& filled) {
    const auto noun = lower_first(asked.type.name);
    const auto day = today(act);
    refusing.unless(filled.happened_on.has_value(), "happened-on", "Say on which day it happened");
    if (filled.happened_on)
        refusing.unless(*filled.happened_on <= day, "happened-on",
                        "The " + noun + " cannot be after today, " + calendar::in_words(day));
    if (filled.known_on) {
        refusing.unless(*filled.known_on <= day, "known-on",
                        "The day we were told cannot be after today, " + calendar::in_words(day));
        refusing.unless(!filled.happened_on || *filled.happened_on <= *filled.known_on, "known-on",
                        "We cannot have been told before it happened");
    }
}

// We can work with a family before a birth, but not long before anybody could know of it. What happened to others before stands in papers
// and in the chronology, which are not asked.
constexpr std::chrono::days before_a_birth{300};

void check_birth(Refusing& refusing, const Child& child, const Asked& asked, const Filled& filled) {
    const auto& kind = asked.type.built_in;
    const bool is_of_the_child = kind == "case-note" || kind == "meeting"; // a visit answers for itself
    const auto born = child.born();
    if (!is_of_the_child || !born || !filled.happened_on)
        return;
    refusing.unless(*born - before_a_birth <= *filled.happened_on, "happened-on",
                    child.first_name() + " was born on " + calendar::in_words(*born) + ", long after this day. Put the day right, or the date of birth under Facts");
}

// Who decided stands in the decision; where nobody is named, whoever signs it decided.
void check_decider(Refusing& refusing, const Asked& asked, const Filled& filled) {
    const auto* answer = filled.form.find(policy::decider_item);
    const auto named = answer ? record::words_of(*answer) : std::string();
    const auto clause = asked.type.clauses.empty() ? std::string() : asked.type.clauses.front();
    const auto* is_asked = asked.type.item(policy::decider_item);
    const auto* words = is_asked && !is_asked->under.empty() ? asked.type.item(is_asked->under) : nullptr;
    refusing.unless(filled.only_decided_by.empty(), is_asked ? "item." + std::string(policy::decider_item) : std::string(),
                    !is_asked ? "This is decided by " + filled.only_decided_by + ", who signs it. Ask for it to be signed"
                    : words   ? "“" + words->label + "” is written by " + filled.only_decided_by +
                                  (named.empty() ? ". Say who wrote it, or ask them to sign it" : ". Choose who wrote it: “" + named + "” is not one here")
                    : named.empty() ? "Say who decided it. It is decided by " + filled.only_decided_by
                                  : "This is decided by " + filled.only_decided_by + ". Choose who decided it: “" + named + "” is not one here",
                    clause);
}

// What belongs to the child is given back on the day it came at the earliest.
void check_giving_back(Refusing& refusing, const Child& child, const Asked& asked, const Filled& filled) {
    const auto* kept = asked.type.is_like("given-back") && filled.belongs_to ? child.find(*filled.belongs_to) : nullptr;
    if (kept && filled.happened_on)
        refusing.unless(kept->day() <= *filled.happened_on, "happened-on",
                        "It came to us on " + calendar::in_words(kept->day()) + ". It cannot have been given back before that day");
}

void check_lateness(Refusing& refusing, const Child& child, const Filled& filled) {
    if (filled.late == Late::No)
        return;
    refusing.unless(filled.why_late && !is_blank(filled.why_late->reason), "late.reason",
                    "Say why this is late");
    refusing.unless(filled.why_late && !is_blank(filled.why_late->kept_safe), "late.kept-safe",
                    "Say what kept " + child.first_name() + " safe meanwhile");
}

void check_kept(Refusing& refusing, const Filled& filled) {
    for (const auto& finding : filled.hard) {
        const auto has_reason = std::any_of(filled.kept.begin(), filled.kept.end(), [&](const auto& kept) {
            return kept.category == finding.category && kept.words == finding.words && !is_blank(kept.reason);
        });
        refusing.unless(has_reason, finding.field, finding.category == "repeated-text" ? "Say that “" + finding.words + "” is still true, change it, or take it out"
                                                                                       : "Say why you keep “" + finding.words + "”");
    }
}

} // namespace

const std::vector<std::string>& not_yet_reasons() {
    static const std::vector<std::string> reasons{
        "it could seriously harm the child or someone else",
        "it would show who someone is, who has not agreed",
        "it could spoil a crime enquiry",
    };
    return reasons;
}

bool shows_views(const record::Form& form) {
    return std::any_of(form.answers.begin(), form.answers.end(), [](const record::Answer& answer) {
        return answer.part == "what-you-told-me" && std::holds_alternative<record::Files>(answer.value) && has_words(answer.value);
    });
}

bool is_answered(const record::Answer* answer) { return answer && has_words(answer->value); }

Refusals refusals_of(const Act& act, const Child& child, const Asked& asked, const Filled& filled) {
    Refusing refusing;
    check_items(refusing, child, asked, filled.form);
    check_days(refusing, act, asked, filled);
    check_birth(refusing, child, asked, filled);
    check_giving_back(refusing, child, asked, filled);
    refusing.unless(filled.was_there == WasThere::Yes || !is_blank(filled.told_by), "told-by",
                    "Say who told you", "ROC-031");
    refusing.unless(filled.only_signed_by.empty(), "",
                    "This is signed by " + filled.only_signed_by + ". Ask to have it read before it is signed: they can finish and sign it from there", "LIQ-029");
    check_decider(refusing, asked, filled);
    check_lateness(refusing, child, filled);
    check_kept(refusing, filled);
    for (const auto& entry : filled.taken_back)
        refusing.unless(false, "speaks-of", entry + " is not for " + child.first_name() + " to read any more. Take its words out of the letter, then untick it below");
    if (filled.release)
        refusing.add(refusals_of(act, child, *filled.release));
    return refusing.all();
}

Writing signed_entry(const Act& act, const Child& child, record::Content content, const Filled& filled) {
    Writing writing{written(act, child.record, std::move(content))};
    auto& said = writing.front().said;
    if (filled.written_by && filled.written_by->worker != act.author.worker) {
        said.recorded_by = *filled.written_by;
        said.finished_by = act.author;
    }
    said.happened_on = filled.happened_on;
    said.happened_at = filled.happened_at;
    said.known_on = filled.known_on;
    if (filled.was_there == WasThere::No)
        said.told_by = trim(filled.told_by);
    if (filled.release)
        writing.push_back(written(act, child.record, release_of(writing.front().id, *filled.release), 1));
    return writing;
}

} // namespace lifestory::casework
