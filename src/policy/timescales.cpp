// Timescales: due once, each time something happens.
#include <algorithm>

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
        auto occurrences = judging.life.of(trigger);
        if (rule.counts_from != CountsFrom::Each && occurrences.empty())
            return {};
        for (auto& occurrence : occurrences) {
            all.push_back({std::move(occurrence), &trigger});
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

bool is_fresh(const Judging& judging, const Timescale& rule, const Occurrence& planned, const Occurrence& candidate) {
    if (rule.fresh_within) {
        auto oldest = calendar::due_date({*rule.fresh_within, planned.at, Direction::Before, {}}, judging.calendar_named(rule.calendar));
        if (oldest && candidate.day < oldest->day)
            return false;
    }
    if (!rule.fresh_since)
        return true;
    const auto last = judging.life.of(*rule.fresh_since);
    auto before = std::ranges::find_if(last.rbegin(), last.rend(), [&](const auto& one) { return one.day < planned.day; });
    return before == last.rend() || candidate.day >= before->day;
}

// Before a moment the last up to it; after one the first on or after it.
const Occurrence* chosen(const Judging& judging, const Timescale& rule, const Occurrence& start, const std::vector<Occurrence>& all,
                         const std::string& to) {
    const Occurrence* found = nullptr;
    for (const auto& candidate : all) {
        bool reached = to.empty() || candidate.to == to;
        if (!reached || candidate.day > calendar::london_day(judging.now))
            continue;
        bool own = candidate.entry && candidate.entry == start.entry;
        if (!rule.before.empty()) {
            if (candidate.day <= start.day && is_fresh(judging, rule, start, candidate))
                found = &candidate;
        } else if (own || candidate.day > start.day || (candidate.day == start.day && !comes_before(candidate, start))) {
            return &candidate;
        }
    }
    return found;
}

void settle(Obligation& owed, const Judging& judging, const Timescale& rule, const Occurrence& start) {
    auto met = that_may_meet(judging, rule.what, start, rule.counts_when);
    auto away = that_may_meet(judging, rule.falls_away, start, {});
    std::erase_if(away, [&](const Occurrence& one) { return one.day < start.day || one.day > calendar::london_day(judging.now); });
    set_state(owed, judging, chosen(judging, rule, start, met, owed.to), away.empty() ? nullptr : &away.front());
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
    auto met = that_may_meet(judging, rule.what, day, rule.counts_when);
    set_state(owed, judging, met.empty() ? nullptr : &met.front(), nullptr);
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
    for (auto& owed : all) {
        auto same = std::ranges::find_if(left, [&](const Obligation& other) { return asks_the_same(pack, owed, other); });
        if (same == left.end()) {
            left.push_back(std::move(owed));
            continue;
        }
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
