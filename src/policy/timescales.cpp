// Timescales: due once, each time something happens.
#include <algorithm>
#include <unordered_map>

#include "calendar/london.h"
#include "policy/conditions.h"
#include "policy/hung.h"
#include "policy/owed.h"

namespace lifestory::policy {

namespace {

using calendar::Direction;

struct Start {
    Occurrence occurrence;
    const Trigger* trigger = nullptr;
};

// The triggers as they came, or the earliest or latest of their first coming, once all have come.
std::vector<Start> starts_of(const Judging& judging, const Timescale& rule, const std::vector<Trigger>& triggers) {
    std::vector<Start> all;
    for (const auto& trigger : triggers) {
        const auto& occurrences = judging.life.of(trigger);
        if (rule.counts_from != CountsFrom::Each && occurrences.empty())
            return {};
        for (const auto& occurrence : occurrences) {
            all.push_back({occurrence, &trigger});
            if (rule.counts_from != CountsFrom::Each)
                break;
        }
    }
    if (rule.counts_from == CountsFrom::Each || all.empty())
        return all;
    auto first = [](const Start& left, const Start& right) { return comes_before(left.occurrence, right.occurrence); };
    auto [earliest, latest] = std::ranges::minmax_element(all, first);
    return {rule.counts_from == CountsFrom::Earliest ? *earliest : *latest};
}

// Another rule says when the same moments must follow: of a nearer type, or of the same type with a condition.
bool steps_back(const Judging& judging, const Timescale& rule, const Start& start) {
    if (!rule.general || !start.occurrence.entry)
        return false;
    const auto& type = start.occurrence.entry->record_type;
    for (const Timescale* other : judging.book.hung().nearer_than(rule)) {
        auto held = in_force_on(*other, start.occurrence.day);
        if (!held)
            continue;
        for (const auto& trigger : held->after.empty() ? held->before : held->after) {
            bool speaks = trigger.moment == start.trigger->moment && judging.pack().is_like(type, trigger.id) &&
                          judging.pack().is_like(trigger.id, start.trigger->id);
            bool nearer = trigger.id != start.trigger->id;
            if (speaks && (nearer || !held->when.empty()) && holds(held->when, AtMoment{&judging.life, start.occurrence.day, start.occurrence.entry}))
                return true;
        }
    }
    return false;
}

// With `before`: from which day on something is fresh enough to count.
std::optional<Day> oldest_that_counts(const Judging& judging, const Timescale& rule, const Occurrence& planned) {
    std::optional<Day> oldest;
    if (rule.fresh_within)
        if (auto due = calendar::due_date({*rule.fresh_within, planned.at, Direction::Before, {}}, judging.calendar_named(rule.calendar)))
            oldest = due->day;
    if (rule.fresh_since)
        for (const auto& one : judging.life.of(*rule.fresh_since))
            if (one.day < planned.day)
                oldest = oldest ? std::max(*oldest, one.day) : one.day;
    return oldest;
}

void settle(Obligation& owed, const Judging& judging, const Timescale& rule, const Occurrence& start) {
    bool before = !rule.before.empty();
    auto oldest = before ? oldest_that_counts(judging, rule, start) : std::nullopt;
    auto met = what_meets(judging, {rule.what, rule.counts_when, before ? Search::LastBefore : Search::FirstAfter, owed.to, oldest}, start);
    const Conditions always;
    auto away = rule.falls_away.empty() ? std::nullopt : what_meets(judging, {rule.falls_away, always}, start);
    set_state(owed, judging, met ? &*met : nullptr, away ? &*away : nullptr);
}

void owe(std::vector<Obligation>& all, const Judging& judging, const Timescale& first, const Start& start) {
    const Timescale* rule = in_force_on(first, start.occurrence.day);
    if (!rule || !judging.is_judged_by_book(start.occurrence.entry) || steps_back(judging, *rule, start) ||
        !holds(rule->when, AtMoment{&judging.life, start.occurrence.day, start.occurrence.entry}))
        return;
    auto recipients = rule->to.empty() ? std::vector<std::string>{""} : rule->to;
    for (std::size_t turn = 0; turn < recipients.size(); ++turn) {
        auto owed = begun(judging, *rule, start.occurrence, start.trigger, static_cast<int>(turn));
        owed.to = recipients[turn];
        auto direction = rule->before.empty() ? Direction::After : Direction::Before;
        if (auto limit = rule->limit ? judging.pack().count(*rule->limit, start.occurrence.day) : std::nullopt)
            set_due(owed, judging, *limit, start.occurrence, direction, due_options(*rule));
        if (rule->agreed_in)
            take_agreed(owed, judging, *rule->agreed_in, start.occurrence, due_options(*rule));
        if (!owed.due)
            continue;
        settle(owed, judging, *rule, start.occurrence);
        all.push_back(std::move(owed));
    }
}

void owe_on(std::vector<Obligation>& all, const Judging& judging, const Timescale& rule) {
    Occurrence day{calendar::start_of(*rule.on), *rule.on, Known::ToTheDay, nullptr, {}, "", 0};
    auto owed = begun(judging, rule, day, nullptr, 0);
    owed.due = calendar::due_on(*rule.on);
    auto met = what_meets(judging, {rule.what, rule.counts_when, Search::LastBefore}, day);
    set_state(owed, judging, met ? &*met : nullptr, nullptr);
    all.push_back(std::move(owed));
}

// Two that ask the same of one entry show as one, with the earlier date and both clauses.
bool asks_the_same(const Pack& pack, const Obligation& left, const Obligation& right) {
    auto own = [&](const Obligation& owed) {
        return std::ranges::any_of(owed.what, [&](const Trigger& what) { return pack.is_like(owed.starting_type, what.id); });
    };
    auto moment = [](const Obligation& owed) { return owed.what.empty() ? "" : owed.what.front().moment; };
    return !left.starting.is_zero() && left.starting == right.starting && left.starting_moment == right.starting_moment &&
           left.to == right.to && moment(left) == moment(right) && own(left) && own(right);
}

std::vector<Obligation> joined(const Pack& pack, std::vector<Obligation> all) {
    std::vector<Obligation> left;
    std::unordered_map<EntryId, std::vector<std::size_t>> by_entry;
    for (auto& owed : all) {
        auto& places = by_entry[owed.starting];
        auto place = std::ranges::find_if(places, [&](std::size_t other) { return asks_the_same(pack, owed, left[other]); });
        if (place == places.end() || owed.starting.is_zero()) {
            places.push_back(left.size());
            left.push_back(std::move(owed));
            continue;
        }
        auto* same = &left[*place];
        auto clauses = same->clauses;
        for (const auto& clause : owed.clauses)
            if (std::ranges::find(clauses, clause) == clauses.end())
                clauses.push_back(clause);
        if (owed.due->instant() < same->due->instant())
            *same = std::move(owed);
        same->clauses = std::move(clauses);
    }
    return left;
}

} // namespace

std::vector<Obligation> owed_by_timescales(const Judging& judging) {
    std::vector<Obligation> all;
    for (const Timescale* rule : judging.book.hung().timescales) {
        if (rule->on) {
            if (judging.in_force)
                owe_on(all, judging, *rule);
            continue;
        }
        for (const auto& start : starts_of(judging, *rule, rule->after.empty() ? rule->before : rule->after))
            owe(all, judging, *rule, start);
    }
    return joined(judging.pack(), std::move(all));
}

} // namespace lifestory::policy
