#include "policy/ask.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "policy/agreed.h"
#include "policy/ask_others.h"
#include "policy/asking.h"

namespace lifestory::policy {

namespace {

using calendar::Day;
using calendar::Direction;
using calendar::Instant;

template <class Due>
calendar::DueOptions options_of(const Due& rule) {
    return {rule.including_the_day ? calendar::EventDay::IsDayOne : calendar::EventDay::NotCounted,
            rule.next_working_day_if_closed ? calendar::IfClosed::NextWorkingDay : calendar::IfClosed::Stays, rule.at};
}

void fix(RuleAnswer& answer, const Rule& rule, Day day, std::string_view why) {
    answer.due = calendar::due_on(day);
    answer.explanation = fmt::format("{}; due {}{}", why, calendar::with_weekday(day), in_brackets(rule.clauses));
    answer.steps = {{day, calendar::Step::What::Due, 0, ""}};
}

// What was agreed for this child holds when it is sooner, never when it is later.
template <class Due>
void take_agreed(RuleAnswer& answer, const Asking& asking, const Due& rule, Instant event) {
    auto given = asking.given("agreed");
    if (!rule.agreed_in || !given)
        return;
    auto agreed = agreed_due(*given, event, options_of(rule), asking.pack.calendar_named(rule.calendar));
    if (agreed && (!answer.due || agreed->instant() < answer.due->instant())) {
        answer.due = *agreed;
        answer.steps.clear();
        answer.explanation = fmt::format("Agreed sooner: {}; due {}{}", *given, agreed->in_words(), in_brackets(rule.rule.clauses));
    }
}

void answer_timescale(RuleAnswer& answer, const Asking& asking, const Timescale& rule) {
    if (rule.on)
        return fix(answer, rule.rule, *rule.on, "A fixed day");
    bool after = !rule.after.empty();
    auto event = asking.event(after ? rule.after : rule.before, rule.counts_from);
    if (rule.limit)
        if (auto limit = asking.count(*rule.limit))
            count_into(answer, asking, rule.rule.clauses, {*limit, event, after ? Direction::After : Direction::Before, options_of(rule)}, rule.calendar);
    take_agreed(answer, asking, rule, event);
    if (!answer.due && answer.explanation.empty())
        answer.explanation = "Agreed for each child: give it as agreed=2026-09-25" + in_brackets(rule.rule.clauses);
}

// Once in one is each time, so on the day itself.
bool is_each_time(const calendar::Count& every) { return every.unit == calendar::Unit::Times && every.number == 1; }

void answer_frequency(RuleAnswer& answer, const Asking& asking, const Frequency& rule) {
    std::size_t done = 0;
    if (auto given = asking.given("done"))
        std::from_chars(given->data(), given->data() + given->size(), done);
    auto every = rule.every ? asking.count(*rule.every) : std::nullopt;
    if (done < rule.first.size())
        every = asking.count(rule.first[done]);
    if (every && is_each_time(*every))
        every = calendar::Count{1, calendar::Unit::SameDay};
    if (every && every->unit == calendar::Unit::Once)
        answer.explanation = "Must be there while this holds: shown as missing, never late" + in_brackets(rule.rule.clauses);
    else if (every && every->unit == calendar::Unit::Times)
        answer.explanation = fmt::format("At least one in {} of {}; no day{}", every->number, rule.out_of ? rule.out_of->written() : "them",
                                         in_brackets(rule.rule.clauses));
    else if (every)
        count_into(answer, asking, rule.rule.clauses, {*every, asking.at, Direction::After, options_of(rule)}, rule.calendar);
    take_agreed(answer, asking, rule, asking.at);
    if (!answer.due && answer.explanation.empty())
        answer.explanation = "Agreed for each child: give it as agreed=\"6 weeks\"" + in_brackets(rule.rule.clauses);
}

// ---- which rule speaks

template <class Due>
const Due& in_force(const Due& rule, Day day) {
    const Due* held = &rule;
    for (const auto& changed : rule.changes)
        if (*changed.rule.since <= day)
            held = &changed;
    return *held;
}

bool share(const std::vector<Trigger>& left, const std::vector<Trigger>& right) {
    return std::ranges::any_of(left, [&](const auto& one) { return std::ranges::find(right, one) != right.end(); });
}

// The same moments of a nearer type, or of the same type.
bool follows(const Pack& pack, const std::vector<Trigger>& near, const std::vector<Trigger>& far) {
    return std::ranges::any_of(near, [&](const Trigger& one) {
        return std::ranges::any_of(far, [&](const Trigger& other) {
            return one.thing == Thing::Record && other.thing == Thing::Record && one.moment == other.moment && pack.is_like(one.id, other.id);
        });
    });
}

std::string instead_of(const Asking& asking, const Timescale& rule) {
    std::string found;
    for (const auto& other : asking.pack.timescales) {
        bool same_clock = share(other.after, rule.after) || share(other.before, rule.before);
        if (other.rule.id == rule.rule.id || !same_clock || !share(other.what, rule.what))
            continue;
        auto said = asking.conditions(other.when);
        if (said == Says::Holds)
            return other.rule.full_id();
        if (said == Says::Nothing && other.when.empty() && found.empty())
            found = other.rule.full_id();
    }
    return found;
}

// A general rule steps back where the facts speak for a rule with a condition.
std::string steps_back_for(const Asking& asking, const Timescale& rule) {
    if (!rule.general || asking.facts.empty())
        return "";
    for (const auto& other : asking.pack.timescales) {
        bool same_moments = follows(asking.pack, other.what, rule.what) && follows(asking.pack, other.after, rule.after);
        if (other.rule.id != rule.rule.id && same_moments && !other.when.empty() && asking.conditions(other.when) == Says::Holds)
            return other.rule.full_id();
    }
    return "";
}

// Written as the other side of it: asks that what this one asks for does not hold.
bool is_other_side(const Frequency& other, const Frequency& rule) {
    return std::ranges::any_of(other.while_, [&](const Condition& far) {
        return std::ranges::any_of(rule.while_, [&](const Condition& near) { return meet(far.not_status, near.status) || meet(far.not_area, near.area); });
    });
}

std::string instead_of(const Asking& asking, const Frequency& rule) {
    std::string found;
    for (const auto& other : asking.pack.frequencies) {
        if (other.rule.id == rule.rule.id || !share(other.what, rule.what))
            continue;
        auto said = asking.conditions(other.while_);
        if (said == Says::Holds)
            return other.rule.full_id();
        if (said == Says::Nothing && is_other_side(other, rule))
            found = other.rule.full_id();
    }
    return found;
}

std::string steps_back_for(const Asking&, const Frequency&) { return ""; }

const Conditions& conditions_of(const Timescale& rule) { return rule.when; }
const Conditions& conditions_of(const Frequency& rule) { return rule.while_; }
void answer_as(RuleAnswer& answer, const Asking& asking, const Timescale& rule) { answer_timescale(answer, asking, rule); }
void answer_as(RuleAnswer& answer, const Asking& asking, const Frequency& rule) { answer_frequency(answer, asking, rule); }
std::optional<Day> fixed_day(const Timescale& rule) { return rule.on; }
std::optional<Day> fixed_day(const Frequency&) { return std::nullopt; }

void speak_not(RuleAnswer& answer, const Rule& rule, std::string instead) {
    answer.instead = std::move(instead);
    answer.explanation = fmt::format("{} does not apply with what is given{}{}", rule.full_id(),
                                     answer.instead.empty() ? "" : fmt::format("; {} speaks instead", answer.instead), in_brackets(rule.clauses));
}

// It holds for what begins within its days; the day is --at, or the fixed day itself.
bool is_out_of_time(RuleAnswer& answer, const Rule& rule, const Rule& first, Day day) {
    bool early = first.since && day < *first.since, late = rule.until && day > *rule.until;
    if (early)
        answer.explanation = fmt::format("{} holds for what begins from {}{}{}", rule.full_id(), calendar::in_words(*first.since),
                                         first.why.empty() ? "" : ": " + first.why, in_brackets(rule.clauses));
    else if (late)
        answer.explanation = fmt::format("{} held for what began up to {}{}", rule.full_id(), calendar::in_words(*rule.until), in_brackets(rule.clauses));
    return early || late;
}

template <class Due>
RuleAnswer ask(const Asking& asking, const Due& first) {
    const auto day = fixed_day(first).value_or(asking.day);
    const auto& rule = in_force(first, day);
    RuleAnswer answer;
    answer.rule = rule.rule.full_id();
    if (is_out_of_time(answer, rule.rule, first.rule, day))
        return answer;
    if (asking.conditions(conditions_of(rule)) == Says::Contradicts)
        speak_not(answer, rule.rule, instead_of(asking, rule));
    else if (auto other = steps_back_for(asking, rule); !other.empty())
        speak_not(answer, rule.rule, other);
    else
        answer_as(answer, asking, rule);
    return answer;
}

bool serves(const Rule& rule, std::string_view clause) { return std::ranges::find(rule.clauses, clause) != rule.clauses.end(); }

// The rule of the clause was settled away: the one that holds in its place answers, and says so.
template <class Rules>
void add_in_place(ClauseAnswer& answer, const Asking& asking, const Rules& rules, const Gone& gone) {
    for (const auto& rule : rules)
        if (rule.rule.full_id() == gone.full_id) {
            answer.rules.push_back(ask(asking, rule));
            answer.rules.back().explanation += fmt::format("; {} of {} does not hold here: {} ({})", gone.full_id, gone.pack, gone.why, answer.clause);
        }
}

void add_in_place(ClauseAnswer& answer, const Asking& asking) {
    for (const auto& gone : asking.pack.gone)
        if (answer.rules.empty() && std::ranges::find(gone.clauses, answer.clause) != gone.clauses.end()) {
            add_in_place(answer, asking, asking.pack.timescales, gone);
            add_in_place(answer, asking, asking.pack.frequencies, gone);
        }
}

void take_earliest(ClauseAnswer& answer) {
    for (const auto& rule : answer.rules)
        if (rule.due && (!answer.due || rule.due->instant() < answer.due->instant())) {
            answer.due = rule.due;
            answer.explanation = rule.explanation;
        }
    if (answer.due)
        return;
    answer.explanation = answer.rules.front().explanation;
    answer.instead = answer.rules.front().instead;
}

} // namespace

Result<Facts> parse_facts(const std::vector<std::string>& given) {
    Facts facts;
    const std::vector<std::string> names{"status", "age", "age_at_death", "area", "team", "ever", "has", "agreed", "done"};
    for (const auto& text : given) {
        auto equals = text.find('=');
        auto name = trim(text.substr(0, equals));
        bool known = std::ranges::find(names, name) != names.end() || (name.find('.') != std::string::npos && name.size() > 2);
        if (equals == std::string::npos || !known)
            return refuse("bad-fact", fmt::format("'{}' is not a fact. Give one as name=value, where the name is one of: {}, item.NAME, detail.NAME, "
                                                  "lasted.NAME, setting.NAME, birthday.NUMBER or a trigger.", text, join(names, ", ")));
        facts.emplace_back(name, trim(text.substr(equals + 1)));
    }
    return facts;
}

Result<ClauseAnswer> ask_due(const Pack& pack, std::string_view clause, Instant at, const Facts& facts) {
    if (!pack.clauses.contains(clause))
        return refuse("no-clause", fmt::format("There is no clause {} in {} or in what it extends.", clause, pack.about.id));
    auto sound = TRY(sound_facts(pack, facts));
    Asking asking{pack, sound, at};
    ClauseAnswer answer;
    answer.clause = std::string(clause);
    for (const auto& rule : pack.timescales)
        if (serves(rule.rule, clause))
            answer.rules.push_back(ask(asking, rule));
    for (const auto& rule : pack.frequencies)
        if (serves(rule.rule, clause))
            answer.rules.push_back(ask(asking, rule));
    add_in_place(answer, asking);
    add_other_answers(answer, asking);
    if (answer.rules.empty())
        return refuse("no-rule", fmt::format("{} has no due date: no timescale or frequency of {} serves it. Look it up with lifestory clauses.", clause,
                                             pack.about.id));
    take_earliest(answer);
    return answer;
}

} // namespace lifestory::policy
