#include "policy/ask_others.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "policy/asking.h"

namespace lifestory::policy {

namespace {

using calendar::Direction;

RuleAnswer named(std::string rule) {
    RuleAnswer answer;
    answer.rule = std::move(rule);
    return answer;
}

constexpr calendar::Count same_day{1, calendar::Unit::SameDay};

void add_source(ClauseAnswer& answer, const Asking& asking, const About& about) {
    for (const auto& source : about.sources) {
        auto good_for = calendar::parse_count(source.printed_copy_valid);
        if (!has(source.clauses, answer.clause) || !good_for)
            continue;
        auto one = named("pack." + about.id);
        count_into(one, asking, source.clauses, {*good_for, asking.at, Direction::After, {}}, "");
        answer.rules.push_back(std::move(one));
    }
}

// What an escalation asks for is due by the end of the day on which it asks.
void add_escalation(ClauseAnswer& answer, const Asking& asking, const Escalation& escalation) {
    for (const auto& step : escalation.steps) {
        if (!has(escalation.rule.clauses, answer.clause) || step.asks.empty())
            continue;
        auto one = named(escalation.rule.full_id());
        count_into(one, asking, escalation.rule.clauses, {same_day, asking.at, Direction::After, {}}, "");
        one.explanation += fmt::format("; asked {}", step.at);
        answer.rules.push_back(std::move(one));
    }
}

// A reminder is answered when it is shown; one that reaches back says from when on.
void add_reminder(ClauseAnswer& answer, const Asking& asking, const Reminder& reminder) {
    if (!has(reminder.rule.clauses, answer.clause) || (reminder.answer.empty() && !reminder.reaches_back))
        return;
    auto one = named(reminder.rule.full_id());
    bool back = reminder.reaches_back.has_value();
    count_into(one, asking, reminder.rule.clauses,
               {back ? *reminder.reaches_back : same_day, asking.at, back ? Direction::Before : Direction::After, {}}, "");
    answer.rules.push_back(std::move(one));
}

void add_audit(ClauseAnswer& answer, const Asking& asking, const AuditRule& audit) {
    auto every = has(audit.rule.clauses, answer.clause) ? asking.count(audit.every) : std::nullopt;
    if (!every || !calendar::is_length_of_time(*every))
        return;
    auto one = named(audit.rule.full_id());
    count_into(one, asking, audit.rule.clauses, {*every, asking.at, Direction::After, {}}, "");
    answer.rules.push_back(std::move(one));
}

void add_hold(ClauseAnswer& answer, const Hold& hold) {
    if (!has(hold.rule.clauses, answer.clause))
        return;
    auto one = named(hold.rule.full_id());
    auto since = hold.rule.since ? " from " + calendar::in_words(*hold.rule.since) : "";
    auto until = hold.rule.until ? calendar::in_words(*hold.rule.until) : "lifted by: " + join(hold.lifted_by, ", ");
    one.explanation = fmt::format("Nothing is destroyed{} until {}; no day{}", since, until, in_brackets(hold.rule.clauses));
    answer.rules.push_back(std::move(one));
}

// Withdrawn: then it is said why.
void add_gone(ClauseAnswer& answer, const Pack& pack) {
    for (const auto& gone : pack.gone) {
        bool due = gone.full_id.starts_with("timescale.") || gone.full_id.starts_with("frequency.");
        if (!due || !has(gone.clauses, answer.clause))
            continue;
        auto one = named(gone.full_id);
        one.explanation = fmt::format("{} of {} does not hold here: {}{}", gone.full_id, gone.pack, gone.why, in_brackets({answer.clause}));
        answer.rules.push_back(std::move(one));
    }
}

// The id of a status by its id, name or another name for it.
std::string status_id(const Pack& pack, const std::string& said) {
    for (const auto& [id, status] : pack.statuses)
        if (id == said || status.name == said || has(status.also, said))
            return id;
    for (const auto& restriction : pack.restrictions)
        if (restriction.status.rule.id == said || restriction.status.name == said)
            return restriction.status.rule.id;
    return "";
}

std::vector<std::string> status_ids(const Pack& pack) {
    std::vector<std::string> all;
    for (const auto& [id, status] : pack.statuses)
        all.push_back(id);
    return all;
}

Refusal not_one(const std::string& name, const std::string& value, const std::vector<std::string>& known) {
    auto near = nearest(value, known);
    return refuse("bad-fact", fmt::format("'{}' is no {} of this pack{}. Give one of: {}.", value, name,
                                          near.empty() ? "" : fmt::format(" (did you mean '{}'?)", near), join(known, ", ")));
}

} // namespace

std::string in_brackets(const std::vector<std::string>& clauses) { return clauses.empty() ? "" : fmt::format(" ({})", join(clauses, ", ")); }

void count_into(RuleAnswer& answer, const Asking& asking, const std::vector<std::string>& clauses, const calendar::Counting& counting,
                const std::string& calendar_name) {
    const auto& calendar = asking.pack.calendar_named(calendar_name);
    auto due = calendar::due_date(counting, calendar);
    if (!due) {
        answer.explanation = due.refusal().message + in_brackets(clauses);
        return;
    }
    auto told = calendar::explain(counting, calendar);
    answer.due = *due;
    answer.steps = std::move(told.steps);
    answer.explanation = std::move(told.sentence) + in_brackets(clauses);
}

Result<Facts> sound_facts(const Pack& pack, const Facts& facts) {
    Facts sound = facts;
    for (auto& [name, value] : sound) {
        if (name == "status" || name == "ever") {
            auto id = status_id(pack, value);
            if (id.empty())
                return not_one("status", value, status_ids(pack));
            value = id;
        }
        if (name.starts_with("item.") || name.starts_with("detail."))
            value = value == "true" ? "yes" : value == "false" ? "no" : value;
        if (name.starts_with("setting.") && !pack.settings.contains(name.substr(8)))
            return refuse("bad-fact", fmt::format("There is no setting '{}' in this pack. Look it up with lifestory timescales.", name.substr(8)));
    }
    return sound;
}

void add_other_answers(ClauseAnswer& answer, const Asking& asking) {
    const auto& pack = asking.pack;
    add_source(answer, asking, pack.about);
    for (const auto& about : pack.extended)
        add_source(answer, asking, about);
    for (const auto& [id, escalation] : pack.escalations)
        add_escalation(answer, asking, escalation);
    for (const auto& reminder : pack.reminders)
        add_reminder(answer, asking, reminder);
    for (const auto& audit : pack.audits)
        add_audit(answer, asking, audit);
    for (const auto& hold : pack.holds)
        add_hold(answer, hold);
    if (answer.rules.empty())
        add_gone(answer, pack);
}

} // namespace lifestory::policy
