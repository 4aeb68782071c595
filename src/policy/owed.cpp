#include "policy/owed.h"

#include <algorithm>

#include "calendar/london.h"
#include "policy/agreed.h"
#include "policy/conditions.h"

namespace lifestory::policy {

namespace {

// The types that a type must name one of, by what the trigger's type is like.
bool names_type(const Pack& pack, const std::string& what, const std::string& started) {
    const RecordType* type = pack.record_type(what);
    return type && std::ranges::any_of(type->belongs_to, [&](const auto& id) { return pack.is_like(started, id); });
}

bool may_meet(const Judging& judging, const Trigger& what, const Occurrence& start, const Occurrence& candidate) {
    bool named = start.entry && candidate.entry &&
                 (names_type(judging.pack(), what.id, start.entry->record_type) ||
                  names_type(judging.pack(), candidate.entry->record_type, start.entry->record_type));
    return !named || candidate.entry->belongs_to == start.entry->id;
}

// Everything but whether it comes at the right time.
bool fits(const Judging& judging, const Meeting& asked, const Occurrence& candidate) {
    return (asked.to.empty() || candidate.to == asked.to) && candidate.day <= calendar::london_day(judging.now) &&
           (!asked.no_older_than || candidate.day >= *asked.no_older_than) &&
           holds(asked.counts_when, AtMoment{&judging.life, candidate.day, candidate.entry});
}

std::optional<Occurrence> in_own_entry(const Judging& judging, const Meeting& asked, const Trigger& what, const Occurrence& start) {
    for (const auto& moment : start.entry->moments) {
        auto candidate = occurrence_of(*start.entry, moment, start.place);
        if (moment.name == what.moment && fits(judging, asked, candidate))
            return candidate;
    }
    return std::nullopt;
}

std::optional<Occurrence> first_after(const Judging& judging, const Meeting& asked, const Trigger& what, const Occurrence& start) {
    const auto& all = judging.life.of(what);
    auto from = std::ranges::lower_bound(all, start.day, {}, &Occurrence::day);
    for (; from != all.end(); ++from) {
        bool in_time = from->day > start.day || !comes_before(*from, start);
        if (in_time && may_meet(judging, what, start, *from) && fits(judging, asked, *from))
            return *from;
    }
    return std::nullopt;
}

std::optional<Occurrence> last_before(const Judging& judging, const Meeting& asked, const Trigger& what, const Occurrence& start) {
    const auto& all = judging.life.of(what);
    auto from = std::ranges::upper_bound(all, start.day, {}, &Occurrence::day);
    while (from != all.begin()) {
        --from;
        if (may_meet(judging, what, start, *from) && fits(judging, asked, *from))
            return *from;
    }
    return std::nullopt;
}

void count_lateness(Obligation& owed, const calendar::Calendar& calendar, Instant then) {
    owed.late_by = calendar::late_by(*owed.due, then, calendar);
    owed.late_by_working_days = calendar::working_days_late(*owed.due, then, calendar);
    if (owed.late_by_working_days == 0)
        owed.late_by_hours = static_cast<int>(std::chrono::ceil<std::chrono::hours>(then - owed.due->instant()).count());
}

// On the due day is in time, whatever is known of the hour.
bool is_past(const calendar::DueDate& due, const Occurrence& met) {
    if (due.minute && met.known == Known::ToTheMinute)
        return met.at > *due.minute;
    return met.day > due.day;
}

} // namespace

const calendar::Calendar& Judging::calendar_named(const std::string& name) const {
    if (life.child().declared.empty())
        return pack().calendar_named(name);
    auto found = calendars.find(name);
    if (found == calendars.end())
        found = calendars.emplace(name, calendar::with(pack().calendar_named(name), life.child().declared)).first;
    return found->second;
}

// An entry judged by a pack that is not at hand is judged by the one in force.
bool Judging::is_judged_by_book(const Happening* entry) const {
    return entry ? &books.of(entry->pack_digest) == &book : in_force;
}

bool is_own_entry(const Pack& pack, const Trigger& what, const Occurrence& start) {
    return start.entry && what.thing == Thing::Record && pack.is_like(start.entry->record_type, what.id);
}

std::optional<Occurrence> what_meets(const Judging& judging, const Meeting& asked, const Occurrence& start) {
    std::optional<Occurrence> best;
    for (const auto& what : asked.what) {
        auto found = is_own_entry(judging.pack(), what, start) ? in_own_entry(judging, asked, what, start)
                     : asked.search == Search::FirstAfter      ? first_after(judging, asked, what, start)
                                                               : last_before(judging, asked, what, start);
        if (!found)
            continue;
        bool better = !best || (asked.search == Search::FirstAfter ? comes_before(*found, *best) : comes_before(*best, *found));
        if (better)
            best = std::move(found);
    }
    return best;
}

void set_due(Obligation& owed, const Judging& judging, const calendar::Count& count, const Occurrence& start, calendar::Direction direction,
             const calendar::DueOptions& options) {
    Instant event = calendar::is_minutes(count) ? counted_instant(start) : start.at;
    calendar::Counting counting{count, event, direction, options};
    auto due = calendar::due_date(counting, judging.calendar_named(owed.calendar));
    if (!due)
        return;
    owed.due = *due;
    owed.counting = counting;
}

void take_agreed(Obligation& owed, const Judging& judging, const AgreedIn& agreed, const Occurrence& start, const calendar::DueOptions& options) {
    const std::vector<std::string>* said = nullptr;
    for (const Happening* entry : judging.life.like(agreed.record_type)) {
        bool own = start.entry && judging.pack().is_like(start.entry->record_type, agreed.record_type);
        auto found = entry->items.find(agreed.item);
        if (found != entry->items.end() && (!own || entry == start.entry))
            said = &found->second;
    }
    if (!said || said->empty())
        return;
    auto due = agreed_due(said->front(), start.at, options, judging.calendar_named(owed.calendar));
    if (due && (!owed.due || due->instant() < owed.due->instant())) {
        owed.due = *due;
        owed.counting = std::nullopt;
    }
}

void set_state(Obligation& owed, const Judging& judging, const Occurrence* met, const Occurrence* fell_away) {
    bool given_up = fell_away && (!met || comes_before(*fell_away, *met));
    if (met && !given_up) {
        owed.met_by = met->id;
        owed.met_at = met->at;
        bool late = owed.due && is_past(*owed.due, *met) && owed.force != Force::Advice;
        owed.state = late ? State::MetLate : State::Met;
        if (late)
            count_lateness(owed, judging.calendar_named(owed.calendar), met->at);
    } else if (given_up || (judging.life.child().died && *judging.life.child().died <= calendar::london_day(judging.now))) {
        owed.state = State::NoLongerNeeded;
    } else {
        set_now(owed, judging.calendar_named(owed.calendar), judging.now);
    }
}

void set_now(Obligation& owed, const calendar::Calendar& calendar, Instant now) {
    if (!owed.due || owed.force == Force::Advice) {
        owed.state = State::Upcoming;
    } else if (now >= owed.due->instant()) {
        owed.state = State::Late;
        count_lateness(owed, calendar, now);
    } else {
        owed.state = calendar::london_day(now) == owed.due->day ? State::DueToday : State::Upcoming;
    }
}

} // namespace lifestory::policy
