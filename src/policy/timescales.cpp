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

// Every trigger had come by then.
bool is_complete(const Judging& judging, const std::vector<Trigger>& triggers, const Occurrence& by) {
    return std::ranges::all_of(triggers, [&](const Trigger& trigger) {
        const auto& occurrences = judging.life.of(trigger);
        return !occurrences.empty() && occurrences.front().day <= by.day;
    });
}

// Each coming that made the triggers complete: who comes into care a second time, after turning sixteen, starts the clock anew.
std::vector<Start> latest_of(const Judging& judging, const std::vector<Trigger>& triggers) {
    std::vector<Start> all;
    for (const auto& trigger : triggers)
        for (const auto& occurrence : judging.life.of(trigger)) {
            bool same_day = std::ranges::any_of(all, [&](const Start& other) { return other.occurrence.day == occurrence.day; });
            if (!same_day && is_complete(judging, triggers, occurrence))
                all.push_back({occurrence, &trigger});
        }
    return all;
}

// The triggers as they came, or the earliest of their first coming, once all have come; or each that was the latest.
std::vector<Start> starts_of(const Judging& judging, const Timescale& rule, const std::vector<Trigger>& triggers) {
    if (rule.counts_from == CountsFrom::Latest)
        return latest_of(judging, triggers);
    std::vector<Start> all;
    for (const auto& trigger : triggers) {
        const auto& occurrences = judging.life.of(trigger);
        if (rule.counts_from == CountsFrom::Earliest && occurrences.empty())
            return {};
        for (const auto& occurrence : occurrences) {
            all.push_back({occurrence, &trigger});
            if (rule.counts_from == CountsFrom::Earliest)
                break;
        }
    }
    if (rule.counts_from == CountsFrom::Each || all.empty())
        return all;
    auto first = [](const Start& left, const Start& right) { return comes_before(left.occurrence, right.occurrence); };
    return {*std::ranges::min_element(all, first)};
}

// Another rule says when the same moments must follow: of a nearer type, or of the same type with a condition.
bool steps_back(const Judging& judging, const Timescale& general, const Start& start) {
    const RecordType* type = general.general && start.occurrence.entry ? judging.life.type_of(*start.occurrence.entry) : nullptr;
    if (!type)
        return false;
    for (const Timescale* other : judging.book.hung().nearer_than(general, type)) {
        auto held = in_force_on(*other, start.occurrence.day);
        if (!held)
            continue;
        for (const auto& trigger : held->after.empty() ? held->before : held->after) {
            bool speaks = trigger.moment == start.trigger->moment && type->is_like(trigger.id) &&
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

Ending ending_of(const Judging& judging, const Timescale& rule, const Occurrence& start, std::string_view to) {
    bool before = !rule.before.empty();
    auto oldest = before ? oldest_that_counts(judging, rule, start) : std::nullopt;
    auto met = what_meets(judging, {rule.what, rule.counts_when, before ? Search::LastBefore : Search::FirstAfter, to, oldest}, start);
    const Conditions always;
    auto away = rule.falls_away.empty() ? std::nullopt : what_meets(judging, {rule.falls_away, always}, start);
    return ended_by(std::move(met), std::move(away), "fell away");
}

// `withdrawn`: since when the start does not stand any more. What was met before then stays as it was.
void owe_to(std::vector<Found>& all, const Judging& judging, const Timescale& rule, const Start& start, std::size_t turn,
            std::optional<Instant> withdrawn) {
    auto to = rule.to.empty() ? std::string_view() : std::string_view(rule.to[turn]);
    auto ending = ending_of(judging, rule, start.occurrence, to);
    if (withdrawn && (!ending.closed_at || *ending.closed_at >= *withdrawn))
        ending = {std::nullopt, Occurrence{*withdrawn, calendar::london_day(*withdrawn), Known::ToTheMinute, nullptr, {}, {}, 0}, "withdrawn", withdrawn};
    if (!start.occurrence.entry && !judging.is_in_force(ending.closed_at))
        return;
    auto from = judging.life.as_known(start.occurrence, ending.closed_at);
    auto owed = begun(judging, rule, from, start.trigger, static_cast<int>(turn));
    owed.to = to;
    owed.closed_at = ending.closed_at;
    auto direction = rule.before.empty() ? Direction::After : Direction::Before;
    if (auto limit = rule.limit ? judging.pack().count(*rule.limit, from.day) : std::nullopt)
        set_due(owed, judging, *limit, from, direction, due_options(rule));
    if (rule.agreed_in)
        take_agreed(owed, judging, *rule.agreed_in, from, due_options(rule));
    if (!owed.due)
        return;
    set_state(owed, judging, ending);
    all.push_back({std::move(owed), &rule});
}

void owe(std::vector<Found>& all, const Judging& judging, const Timescale& first, const Start& start,
         std::optional<Instant> withdrawn = std::nullopt) {
    if (!judging.is_asked(start.occurrence))
        return;
    const Timescale* rule = in_force_on(first, start.occurrence.day);
    const auto* entry = start.occurrence.entry;
    if (!rule || (entry && !judging.is_judged_by_book(*entry)) || steps_back(judging, first, start) ||
        !holds(rule->when, AtMoment{&judging.life, start.occurrence.day, entry}))
        return;
    for (std::size_t turn = 0; turn < std::max<std::size_t>(1, rule->to.size()); ++turn)
        owe_to(all, judging, *rule, start, turn, withdrawn);
}

// What entries started that were withdrawn since, or moments that fell away when something was put right.
void owe_former(std::vector<Found>& all, const Judging& judging, const Timescale& rule, const std::vector<Trigger>& triggers) {
    for (const Happening* entry : judging.life.withdrawn())
        for (const auto& trigger : triggers)
            for (const auto& former : entry->former)
                if (trigger.thing == Thing::Record && former.moment.name == trigger.moment && judging.pack().is_like(entry->record_type, trigger.id))
                    owe(all, judging, rule, {occurrence_of(*entry, former.moment, judging.life.place_of(*entry)), &trigger}, former.until);
}

// A fixed day: met by what came last up to it, else by what comes first after. Of a rule that has had its time nothing is owed.
void owe_on(std::vector<Found>& all, const Judging& judging, const Timescale& rule) {
    auto today = calendar::london_day(judging.now);
    if (judging.asked_of || (rule.rule.since && today < *rule.rule.since) || (rule.rule.until && today > *rule.rule.until))
        return;
    Occurrence day{calendar::start_of(*rule.on), *rule.on, Known::ToTheDay, nullptr, {}, {}, 0};
    auto met = what_meets(judging, {rule.what, rule.counts_when, Search::LastBefore}, day);
    if (!met)
        met = what_meets(judging, {rule.what, rule.counts_when, Search::FirstAfter}, day);
    auto ending = ended_by(met, std::nullopt, "");
    if (!judging.is_in_force(ending.closed_at))
        return;
    auto owed = begun(judging, rule, day, nullptr, 0);
    owed.closed_at = ending.closed_at;
    owed.due = calendar::due_on(*rule.on);
    set_state(owed, judging, ending);
    all.push_back({std::move(owed), &rule});
}

// Two that ask the same of one entry, or the very same of anything, show as one, with the earlier date and both clauses.
bool asks_the_same(const Found& left, const Found& right, const RecordType& started) {
    const auto &one = *left.timescale, &other = *right.timescale;
    auto is_own = [&](const Timescale& rule) {
        return std::ranges::any_of(rule.what, [&](const Trigger& what) { return started.is_like(what.id); });
    };
    auto moment = [](const Timescale& rule) { return rule.what.empty() ? std::string_view() : std::string_view(rule.what.front().moment); };
    if (left.owed.to != right.owed.to || one.before.empty() != other.before.empty())
        return false;
    bool own = is_own(one) && is_own(other), same_moment = left.owed.starting_moment == right.owed.starting_moment;
    bool very_same = one.what == other.what && one.counts_when == other.counts_when;
    return very_same ? own || same_moment : own && same_moment && moment(one) == moment(other);
}

void join(Found& same, Found other) {
    auto clauses = same.clauses.empty() ? same.timescale->rule.clauses : std::move(same.clauses);
    for (const auto& clause : other.timescale->rule.clauses)
        if (std::ranges::find(clauses, clause) == clauses.end())
            clauses.push_back(clause);
    if (other.owed.due->instant() < same.owed.due->instant())
        same = std::move(other);
    same.clauses = std::move(clauses);
}

std::vector<Found> joined(const Judging& judging, std::vector<Found> all) {
    std::unordered_map<EntryId, std::vector<std::size_t>> by_entry;
    std::vector<Found> left;
    left.reserve(all.size());
    for (auto& found : all) {
        auto& places = by_entry[found.owed.starting];
        const RecordType* type = found.owed.starting.is_zero() || places.empty() ? nullptr : judging.pack().record_type(found.owed.starting_type);
        auto same = !type ? places.end() : std::ranges::find_if(places, [&](std::size_t other) { return asks_the_same(found, left[other], *type); });
        if (same != places.end()) {
            join(left[*same], std::move(found));
        } else {
            places.push_back(left.size());
            left.push_back(std::move(found));
        }
    }
    return left;
}

} // namespace

std::vector<Found> owed_by_timescales(const Judging& judging) {
    std::vector<Found> all;
    all.reserve(2 * judging.life.child().happenings.size() + 16);
    for (const Timescale* rule : judging.book.hung().timescales) {
        if (rule->on) {
            owe_on(all, judging, *rule);
            continue;
        }
        const auto& triggers = rule->after.empty() ? rule->before : rule->after;
        for (const auto& start : starts_of(judging, *rule, triggers))
            owe(all, judging, *rule, start);
        owe_former(all, judging, *rule, triggers);
    }
    return joined(judging, std::move(all));
}

} // namespace lifestory::policy
