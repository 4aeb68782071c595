#include "policy/owed.h"

#include <algorithm>

#include "calendar/london.h"
#include "policy/agreed.h"
#include "policy/conditions.h"
#include "policy/who_gets.h"

namespace lifestory::policy {

namespace {

// The types that a type must name one of, by what the trigger's type is like.
bool names_type(const RecordType* what, const RecordType& started) {
    return what && std::ranges::any_of(what->belongs_to, [&](const auto& id) { return started.is_like(id); });
}

// What is searched for, from where.
struct Searched {
    const RecordType* what = nullptr;
    const RecordType* started = nullptr;
};

Searched searched(const Judging& judging, const Trigger& what, const Occurrence& start) {
    return {judging.pack().record_type(what.id), start.entry ? judging.life.type_of(*start.entry) : nullptr};
}

bool may_meet(const Judging& judging, const Searched& types, const Occurrence& start, const Occurrence& candidate) {
    if (!types.started || !candidate.entry || candidate.entry->belongs_to == start.entry->id)
        return true;
    return !names_type(types.what, *types.started) && !names_type(judging.life.type_of(*candidate.entry), *types.started);
}

// Everything but whether it comes at the right time.
bool fits(const Judging& judging, const Meeting& asked, const Occurrence& candidate) {
    return (asked.to.empty() || is_for(candidate.to, asked.to)) && candidate.day <= calendar::london_day(judging.now) &&
           (!asked.no_older_than || candidate.day >= *asked.no_older_than) &&
           holds(asked.counts_when, AtMoment{&judging.life, candidate.day, candidate.entry});
}

std::optional<Occurrence> in_own_entry(const Judging& judging, const Meeting& asked, const Trigger& what, const Occurrence& start) {
    auto fitting = [&](const Moment& moment) -> std::optional<Occurrence> {
        if (moment.name != what.moment)
            return std::nullopt;
        auto candidate = occurrence_of(*start.entry, moment, start.place);
        return fits(judging, asked, candidate) ? std::optional(candidate) : std::nullopt;
    };
    for (const auto& moment : start.entry->moments)
        if (auto found = fitting(moment))
            return found;
    if (start.entry->is_withdrawn())
        for (const auto& former : start.entry->former)
            if (auto found = fitting(former.moment))
                return found;
    return std::nullopt;
}

// What is written of an enquiry or an assessment stands apart from its days, and counts as its own.
std::optional<Occurrence> in_what_tells_of_it(const Judging& judging, const Meeting& asked, const Trigger& what, const Occurrence& start) {
    const auto& all = judging.life.of(what);
    auto found = std::ranges::find_if(all, [&](const Occurrence& candidate) {
        return candidate.entry && candidate.entry->belongs_to == start.entry->id && fits(judging, asked, candidate);
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<Occurrence> first_after(const Judging& judging, const Meeting& asked, const Trigger& what, const Occurrence& start) {
    const auto& all = judging.life.of(what);
    auto from = std::ranges::lower_bound(all, start.day, {}, &Occurrence::day);
    auto types = from == all.end() ? Searched{} : searched(judging, what, start);
    for (; from != all.end(); ++from) {
        bool in_time = from->day > start.day || !comes_before(*from, start);
        if (in_time && may_meet(judging, types, start, *from) && fits(judging, asked, *from))
            return *from;
    }
    return std::nullopt;
}

std::optional<Occurrence> last_before(const Judging& judging, const Meeting& asked, const Trigger& what, const Occurrence& start) {
    const auto& all = judging.life.of(what);
    auto from = std::ranges::upper_bound(all, start.day, {}, &Occurrence::day);
    auto types = from == all.begin() ? Searched{} : searched(judging, what, start);
    while (from != all.begin()) {
        --from;
        if (may_meet(judging, types, start, *from) && fits(judging, asked, *from))
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

const calendar::Calendar& Judging::calendar_named(const std::string& name, std::optional<Instant> closed_at) const {
    auto declared = life.child().declared.empty() ? std::vector<calendar::Holiday>{} : life.child().declared_by(closed_at);
    if (declared.empty())
        return pack().calendar_named(name);
    auto found = calendars.find({name, declared.size()});
    if (found == calendars.end())
        found = calendars.emplace(std::pair(name, declared.size()), calendar::with(pack().calendar_named(name), declared)).first;
    return found->second;
}

// An entry judged by a pack that is not at hand is judged by the one in force.
bool Judging::is_judged_by_book(const Happening& entry) const { return &books.of(entry.pack_digest) == &book; }

bool Judging::is_in_force(std::optional<Instant> closed_at) const {
    if (!closed_at || life.child().accepted.empty())
        return in_force;
    return &books.of(life.child().pack_at(*closed_at)) == &book;
}

Ending ended_by(std::optional<Occurrence> met, std::optional<Occurrence> away, std::string_view because) {
    // Closed once it stood in the record, not on the day that the record tells of.
    auto closed = [](const Occurrence& by) {
        Instant at = by.at;
        if (by.entry)
            for (const auto& moment : by.entry->moments)
                if (moment.name == "recorded")
                    at = std::max(at, moment.at);
        return at;
    };
    Ending ending{std::move(met), std::move(away), because, std::nullopt};
    if (ending.away && ending.met && !comes_before(*ending.away, *ending.met))
        ending.away.reset();
    if (ending.away)
        ending.met.reset();
    if (const auto& by = ending.met ? ending.met : ending.away)
        ending.closed_at = closed(*by);
    return ending;
}

std::optional<Occurrence> what_meets(const Judging& judging, const Meeting& asked, const Occurrence& start) {
    std::optional<Occurrence> best;
    const RecordType* started = start.entry ? judging.life.type_of(*start.entry) : nullptr;
    for (const auto& what : asked.what) {
        bool is_own = started && what.thing == Thing::Record && started->is_like(what.id);
        auto found = is_own ? in_own_entry(judging, asked, what, start)
                     : asked.search == Search::FirstAfter      ? first_after(judging, asked, what, start)
                                                               : last_before(judging, asked, what, start);
        if (is_own && !found)
            found = in_what_tells_of_it(judging, asked, what, start);
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
    auto due = calendar::due_date(counting, judging.calendar_named(owed.calendar, owed.closed_at));
    if (!due)
        return;
    owed.due = *due;
    owed.counting = counting;
}

void take_agreed(Obligation& owed, const Judging& judging, const AgreedIn& agreed, const Occurrence& start, const calendar::DueOptions& options) {
    const std::vector<std::string>* said = nullptr;
    const RecordType* started = start.entry ? judging.life.type_of(*start.entry) : nullptr;
    bool own = started && started->is_like(agreed.record_type);
    for (const Happening* entry : judging.life.like(agreed.record_type)) {
        auto found = entry->items.find(agreed.item);
        if (found != entry->items.end() && (!own || entry == start.entry || entry->belongs_to == start.entry->id))
            said = &found->second;
    }
    if (!said || said->empty())
        return;
    auto due = agreed_due(said->front(), start.at, options, judging.calendar_named(owed.calendar, owed.closed_at));
    if (due && (!owed.due || due->instant() < owed.due->instant())) {
        owed.due = *due;
        owed.counting = std::nullopt;
    }
}

void take_agreed_in_series(Obligation& owed, const Judging& judging, const AgreedIn& agreed, const Occurrence& start, const Occurrence* met,
                           const calendar::DueOptions& options) {
    std::optional<calendar::Counting> before, meanwhile;
    for (const Happening* entry : judging.life.like(agreed.record_type)) {
        auto said = entry->items.find(agreed.item);
        auto count = said == entry->items.end() || said->second.empty() ? calendar::parse_count("") : calendar::parse_count(said->second.front());
        if (!count || !calendar::is_length_of_time(*count) || entry->moments.empty())
            continue;
        auto on = occurrence_of(*entry, entry->moments.front(), judging.life.place_of(*entry));
        if (on.day <= start.day)
            before = calendar::Counting{*count, start.at, calendar::Direction::After, options};
        else if (!met || on.day <= met->day)
            meanwhile = calendar::Counting{*count, on.at, calendar::Direction::After, options};
    }
    for (const auto& counting : {before, meanwhile}) {
        if (!counting)
            continue;
        auto due = calendar::due_date(*counting, judging.calendar_named(owed.calendar));
        if (due && (!owed.due || due->instant() < owed.due->instant())) {
            owed.due = *due;
            owed.counting = *counting;
        }
    }
}

void set_state(Obligation& owed, const Judging& judging, const Ending& ending) {
    const auto& died = judging.life.child().died;
    const auto& brought_in = judging.life.child().brought_in;
    if (brought_in && owed.due && owed.due->day < *brought_in) { // whether it was done stands where the record was then
        owed.state = State::NoLongerNeeded;
        owed.because = "came from another system later";
        owed.gone_on = brought_in;
    } else if (ending.met) {
        owed.met_by = ending.met->id;
        owed.met_at = ending.met->at;
        bool late = owed.due && is_past(*owed.due, *ending.met) && owed.force != Force::Advice;
        owed.state = late ? State::MetLate : State::Met;
        if (late)
            count_lateness(owed, judging.calendar_named(owed.calendar, owed.closed_at), ending.met->at);
    } else if (ending.away) {
        owed.state = State::NoLongerNeeded;
        owed.because = ending.because;
        owed.gone_on = ending.away->day;
    } else if (died && *died <= calendar::london_day(judging.now)) {
        owed.state = State::NoLongerNeeded;
        owed.because = "died";
        owed.gone_on = died;
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
