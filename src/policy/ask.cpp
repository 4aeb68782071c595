#include "policy/ask.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "policy/agreed.h"

namespace lifestory::policy {

namespace {

using calendar::Count;
using calendar::Day;
using calendar::Instant;

std::vector<std::string> values_of(const Facts& facts, std::string_view name) {
    std::vector<std::string> values;
    for (const auto& [key, value] : facts)
        if (key == name)
            values.push_back(value);
    return values;
}

std::optional<std::string> value_of(const Facts& facts, std::string_view name) {
    auto all = values_of(facts, name);
    return all.empty() ? std::nullopt : std::optional(all.back());
}

bool meet(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    return std::ranges::any_of(left, [&](const auto& one) { return std::ranges::find(right, one) != right.end(); });
}

// What a fact says of one that a condition asks for.
enum class Says { Nothing, Holds, Contradicts };

Says worse(Says left, Says right) { return std::max(left, right); }

Says says(bool holds) { return holds ? Says::Holds : Says::Contradicts; }

struct Asking {
    const Pack& pack;
    const Facts& facts;
    Instant at;
    Day day = calendar::london_day(at);

    std::string setting(std::string_view id) const {
        auto given = value_of(facts, fmt::format("setting.{}", id));
        return given ? *given : pack.setting(id, day);
    }

    std::optional<Count> count(const CountOf& of) const {
        if (of.count)
            return of.count;
        auto parsed = calendar::parse_count(setting(of.setting));
        return parsed ? std::optional(*parsed) : std::nullopt;
    }

    Says status(const Condition& condition) const {
        auto given = values_of(facts, "status");
        if (given.empty())
            return Says::Nothing;
        Says result = Says::Nothing;
        if (!condition.status.empty())
            result = worse(result, says(meet(given, condition.status)));
        if (!condition.not_status.empty())
            result = worse(result, says(!meet(given, condition.not_status)));
        return result;
    }

    Says among(std::string_view name, const std::vector<std::string>& asked) const {
        auto given = values_of(facts, name);
        if (given.empty() || asked.empty())
            return Says::Nothing;
        std::vector<std::string> wanted;
        for (const auto& one : asked)
            wanted.push_back(one.starts_with("setting ") ? setting(one.substr(8)) : one);
        return says(meet(given, wanted));
    }

    Says age(std::string_view name, const std::optional<Ages>& asked) const {
        auto given = value_of(facts, name);
        if (!given || !asked)
            return Says::Nothing;
        auto range = asked->setting.empty() ? *asked : parse_ages(setting(asked->setting)).value_or(Ages{});
        int years = 0;
        std::from_chars(given->data(), given->data() + given->size(), years);
        return says((!range.from || years >= *range.from) && (!range.below || years < *range.below));
    }

    Says values(std::string_view kind, const std::vector<Values>& asked) const {
        Says result = Says::Nothing;
        for (const auto& [id, wanted] : asked) {
            auto given = value_of(facts, fmt::format("{}.{}", kind, id));
            if (!given)
                continue;
            bool any = std::ranges::find(wanted, "any") != wanted.end() && *given != "none";
            result = worse(result, says(any || std::ranges::find(wanted, *given) != wanted.end()));
        }
        return result;
    }

    Says lasted(const Condition& condition) const {
        Says result = Says::Nothing;
        for (const auto& [id, needed] : condition.lasted) {
            auto given = value_of(facts, "lasted." + id);
            auto least = count(needed);
            auto length = given ? calendar::parse_count(*given) : calendar::parse_count("");
            if (length && least)
                result = worse(result, says(calendar::due_date({*length, at, calendar::Direction::After, {}}, pack.calendar_named("")).value().day >=
                                            calendar::due_date({*least, at, calendar::Direction::After, {}}, pack.calendar_named("")).value().day));
        }
        return result;
    }

    Says condition(const Condition& asked) const {
        Says result = status(asked);
        result = worse(result, among("ever", asked.ever));
        result = worse(result, among("area", asked.area));
        result = worse(result, among("team", asked.team));
        result = worse(result, among("has", asked.has));
        result = worse(result, age("age", asked.age));
        result = worse(result, age("age_at_death", asked.age_at_death));
        result = worse(result, values("item", asked.item));
        result = worse(result, values("detail", asked.detail));
        return worse(result, lasted(asked));
    }

    // Of several tables, the one that fits the facts best.
    Says conditions(const Conditions& asked) const {
        Says best = asked.empty() ? Says::Nothing : Says::Contradicts;
        bool holds = false;
        for (const auto& one : asked) {
            auto said = condition(one);
            holds = holds || said == Says::Holds;
            best = std::min(best, said);
        }
        return holds ? Says::Holds : best;
    }

    // The event that the count starts from: --at, unless a trigger is given by name.
    Instant event(const Trigger& trigger) const {
        auto given = value_of(facts, trigger.written());
        if (!given)
            return at;
        if (auto wall = calendar::parse_wall(*given))
            return calendar::instant_of(*wall);
        auto parsed = calendar::parse_day(*given);
        return parsed ? calendar::start_of(*parsed) : at;
    }

    Instant event(const std::vector<Trigger>& triggers, CountsFrom from) const {
        Instant chosen = at;
        bool first = true;
        for (const auto& trigger : triggers) {
            auto here = event(trigger);
            bool given = value_of(facts, trigger.written()).has_value();
            bool takes = from == CountsFrom::Latest ? here > chosen : from == CountsFrom::Earliest ? here < chosen : given;
            if (first || takes)
                chosen = here;
            first = false;
        }
        return chosen;
    }

    template <class Due>
    const Due& in_force(const Due& rule) const {
        const Due* held = &rule;
        for (const auto& changed : rule.changes)
            if (*changed.rule.since <= day)
                held = &changed;
        return *held;
    }

    bool out_of_time(const Rule& rule, const Rule& first) const {
        return (first.since && day < *first.since) || (rule.until && day > *rule.until);
    }
};

template <class Due>
calendar::DueOptions options_of(const Due& rule) {
    return {rule.including_the_day ? calendar::EventDay::IsDayOne : calendar::EventDay::NotCounted,
            rule.next_working_day_if_closed ? calendar::IfClosed::NextWorkingDay : calendar::IfClosed::Stays, rule.at};
}

std::string clauses_in_words(const Rule& rule) { return rule.clauses.empty() ? "" : fmt::format(" ({})", join(rule.clauses, ", ")); }

void count(RuleAnswer& answer, const Asking& asking, const Rule& rule, const calendar::Counting& counting, const std::string& calendar_name) {
    const auto& calendar = asking.pack.calendar_named(calendar_name);
    auto due = calendar::due_date(counting, calendar);
    if (!due) {
        answer.explanation = due.refusal().message + clauses_in_words(rule);
        return;
    }
    auto told = calendar::explain(counting, calendar);
    answer.due = *due;
    answer.steps = told.steps;
    answer.explanation = told.sentence + clauses_in_words(rule);
}

void fix(RuleAnswer& answer, const Rule& rule, Day day, std::string_view why) {
    answer.due = calendar::due_on(day);
    answer.explanation = fmt::format("{}; due {}{}", why, calendar::with_weekday(day), clauses_in_words(rule));
    answer.steps = {{day, calendar::Step::What::Due, 0, ""}};
}

// What was agreed for this child holds when it is sooner, never when it is later.
template <class Due>
void take_agreed(RuleAnswer& answer, const Asking& asking, const Due& rule, Instant event) {
    auto given = value_of(asking.facts, "agreed");
    if (!rule.agreed_in || !given)
        return;
    auto agreed = agreed_due(*given, event, options_of(rule), asking.pack.calendar_named(rule.calendar));
    if (agreed && (!answer.due || agreed->instant() < answer.due->instant())) {
        answer.due = *agreed;
        answer.steps.clear();
        answer.explanation = fmt::format("Agreed sooner: {}; due {}{}", *given, agreed->in_words(), clauses_in_words(rule.rule));
    }
}

void answer_timescale(RuleAnswer& answer, const Asking& asking, const Timescale& rule) {
    if (rule.on)
        return fix(answer, rule.rule, *rule.on, "A fixed day");
    bool after = !rule.after.empty();
    auto event = asking.event(after ? rule.after : rule.before, rule.counts_from);
    if (rule.limit)
        if (auto limit = asking.count(*rule.limit))
            count(answer, asking, rule.rule, {*limit, event, after ? calendar::Direction::After : calendar::Direction::Before, options_of(rule)}, rule.calendar);
    take_agreed(answer, asking, rule, event);
    if (!answer.due && answer.explanation.empty())
        answer.explanation = "Agreed for each child: give it as agreed=2026-09-25" + clauses_in_words(rule.rule);
}

void answer_frequency(RuleAnswer& answer, const Asking& asking, const Frequency& rule) {
    std::size_t done = 0;
    if (auto given = value_of(asking.facts, "done"))
        std::from_chars(given->data(), given->data() + given->size(), done);
    auto every = rule.every ? asking.count(*rule.every) : std::nullopt;
    if (done < rule.first.size())
        every = asking.count(rule.first[done]);
    if (every && every->unit == calendar::Unit::Once)
        answer.explanation = "Must be there while this holds: shown as missing, never late" + clauses_in_words(rule.rule);
    else if (every && every->unit == calendar::Unit::Times)
        answer.explanation = fmt::format("At least one in {} of {}; no day{}", every->number, rule.out_of ? rule.out_of->written() : "them",
                                         clauses_in_words(rule.rule));
    else if (every)
        count(answer, asking, rule.rule, {*every, asking.at, calendar::Direction::After, options_of(rule)}, rule.calendar);
    take_agreed(answer, asking, rule, asking.at);
    if (!answer.due && answer.explanation.empty())
        answer.explanation = "Agreed for each child: give it as agreed=\"6 weeks\"" + clauses_in_words(rule.rule);
}

// ---- which rule speaks

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

std::string instead_of_timescale(const Asking& asking, const Timescale& rule) {
    std::string found;
    for (const auto& other : asking.pack.timescales) {
        if (other.rule.id == rule.rule.id || !share(other.after, rule.after) || !share(other.what, rule.what))
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
    if (!rule.general)
        return "";
    for (const auto& other : asking.pack.timescales) {
        bool same_moments = follows(asking.pack, other.what, rule.what) && follows(asking.pack, other.after, rule.after);
        if (other.rule.id != rule.rule.id && same_moments && !other.when.empty() && asking.conditions(other.when) == Says::Holds)
            return other.rule.full_id();
    }
    return "";
}

std::string instead_of_frequency(const Asking& asking, const Frequency& rule) {
    for (const auto& other : asking.pack.frequencies)
        if (other.rule.id != rule.rule.id && share(other.what, rule.what) && asking.conditions(other.while_) == Says::Holds)
            return other.rule.full_id();
    return "";
}

void speak_not(RuleAnswer& answer, const Rule& rule, std::string instead) {
    answer.instead = std::move(instead);
    answer.explanation = fmt::format("{} does not apply with what is given{}{}", rule.full_id(),
                                     answer.instead.empty() ? "" : fmt::format("; {} speaks instead", answer.instead), clauses_in_words(rule));
}

RuleAnswer ask(const Asking& asking, const Timescale& first) {
    const auto& rule = asking.in_force(first);
    RuleAnswer answer;
    answer.rule = rule.rule.full_id();
    if (asking.out_of_time(rule.rule, first.rule) || asking.conditions(rule.when) == Says::Contradicts)
        speak_not(answer, rule.rule, instead_of_timescale(asking, rule));
    else if (auto other = steps_back_for(asking, rule); !other.empty())
        speak_not(answer, rule.rule, other);
    else
        answer_timescale(answer, asking, rule);
    return answer;
}

RuleAnswer ask(const Asking& asking, const Frequency& first) {
    const auto& rule = asking.in_force(first);
    RuleAnswer answer;
    answer.rule = rule.rule.full_id();
    if (asking.out_of_time(rule.rule, first.rule) || asking.conditions(rule.while_) == Says::Contradicts)
        speak_not(answer, rule.rule, instead_of_frequency(asking, rule));
    else
        answer_frequency(answer, asking, rule);
    return answer;
}

bool serves(const Rule& rule, std::string_view clause) { return std::ranges::find(rule.clauses, clause) != rule.clauses.end(); }

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

Refusal no_rule(const Pack& pack, std::string_view clause) {
    for (const auto& gone : pack.gone)
        if (std::ranges::find(gone.clauses, clause) != gone.clauses.end())
            return refuse("no-rule", fmt::format("{} has no due date in {}: {} was withdrawn or settled away ({}).", clause, pack.about.id, gone.full_id, gone.why));
    return refuse("no-rule", fmt::format("{} has no due date: no timescale or frequency of {} serves it. Look it up with lifestory clauses.", clause, pack.about.id));
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
    Asking asking{pack, facts, at};
    ClauseAnswer answer;
    answer.clause = std::string(clause);
    for (const auto& rule : pack.timescales)
        if (serves(rule.rule, clause))
            answer.rules.push_back(ask(asking, rule));
    for (const auto& rule : pack.frequencies)
        if (serves(rule.rule, clause))
            answer.rules.push_back(ask(asking, rule));
    if (answer.rules.empty())
        return no_rule(pack, clause);
    take_earliest(answer);
    return answer;
}

} // namespace lifestory::policy
