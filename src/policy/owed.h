// What timescales.cpp and series.cpp share in making obligations: the entry of a rule in force, what meets it, and
// the state that follows. For the files of this room.
#pragma once

#include "policy/obligation.h"
#include "policy/occurrences.h"

namespace lifestory::policy {

// One child judged by one book, now.
struct Judging {
    const RuleBooks& books;
    const RuleBook& book;
    const Life& life;
    Instant now{};
    std::map<std::pair<std::string, std::size_t>, calendar::Calendar>& calendars; // those of the pack with so many holidays declared since
    bool in_force = true;                                 // judged by the book in force: also what no entry started
    const EntryId* asked_of = nullptr;                    // only what this entry starts is wanted

    const Pack& pack() const { return book.pack(); }
    bool is_asked(const Occurrence& start) const { return !asked_of || start.id == *asked_of; }
    const calendar::Calendar& calendar_named(const std::string& name, std::optional<Instant> closed_at = std::nullopt) const;

    // An entry is judged by the pack that it remembers; what no entry started, by the one in force when it closed, or now.
    bool is_judged_by_book(const Happening& entry) const;
    bool is_in_force(std::optional<Instant> closed_at) const;
};

// The rule as it was on a day: null when it was not in force.
template <class Due>
const Due* in_force_on(const Due& rule, Day day) {
    const Due* held = &rule;
    for (const auto& changed : rule.changes)
        if (*changed.rule.since <= day)
            held = &changed;
    bool begun = !rule.rule.since || *rule.rule.since <= day;
    return begun && (!held->rule.until || day <= *held->rule.until) ? held : nullptr;
}

template <class Due>
calendar::DueOptions due_options(const Due& rule) {
    return {rule.including_the_day ? calendar::EventDay::IsDayOne : calendar::EventDay::NotCounted,
            rule.next_working_day_if_closed ? calendar::IfClosed::NextWorkingDay : calendar::IfClosed::Stays, rule.at};
}

// What the rule itself says of what is owed.
template <class Due>
void take_rule(Obligation& owed, const Pack& pack, const Due& rule) {
    owed.clauses = rule.rule.clauses;
    owed.force = rule.rule.force;
    owed.pack = pack.about.id;
    owed.version = pack.about.version;
    owed.what = rule.what;
    owed.owes = rule.owes;
    owed.calendar = rule.calendar;
    owed.escalation = rule.escalation;
    owed.when_late = rule.when_late;
    const RecordType* type = rule.what.empty() ? nullptr : pack.record_type(rule.what.front().id);
    owed.name = !rule.name.empty() ? rule.name : type ? type->name : rule.what.empty() ? "" : rule.what.front().written();
}

// An obligation and the rule that owes it, in its version of that day; of two that were joined, both clauses. The rule's words
// are taken last, and only where they are wanted: most of the time of deriving would go into copying them.
struct Found {
    Obligation owed;
    const Timescale* timescale = nullptr;
    const Frequency* frequency = nullptr;
    std::vector<std::string> clauses{};
};

// An obligation with all but its due date, its state and the rule's words.
template <class Due>
Obligation begun(const Judging& judging, const Due& rule, const Occurrence& start, const Trigger* trigger, int turn) {
    Obligation owed;
    owed.rule = rule.rule.full_id();
    owed.id = obligation_id(start.id, owed.rule, turn);
    owed.pack_digest = judging.pack().digest;
    owed.force = rule.rule.force;
    owed.calendar = rule.calendar;
    owed.starting = start.id;
    owed.starting_type = start.entry ? start.entry->record_type : trigger ? trigger->written() : std::string();
    owed.starting_moment = trigger ? trigger->moment : std::string();
    owed.starts_on = start.day;
    owed.turn = turn;
    return owed;
}

// How it ended, if it did: met, or given up before that.
struct Ending {
    std::optional<Occurrence> met, away;
    std::string_view because = "fell away";
    std::optional<Instant> closed_at{};
};
Ending ended_by(std::optional<Occurrence> met, std::optional<Occurrence> away, std::string_view because);

// Counts from the occurrence, as everything was known at owed.closed_at; nothing is due where the calendar cannot count it.
void set_due(Obligation& owed, const Judging& judging, const calendar::Count& count, const Occurrence& start, calendar::Direction direction,
             const calendar::DueOptions& options);
void take_agreed(Obligation& owed, const Judging& judging, const AgreedIn& agreed, const Occurrence& start, const calendar::DueOptions& options);

// The same for a turn of a series: what was agreed before it began holds for it; what was agreed while it was open, from that day. What was
// met before does not move.
void take_agreed_in_series(Obligation& owed, const Judging& judging, const AgreedIn& agreed, const Occurrence& start, const Occurrence* met,
                           const calendar::DueOptions& options);
void set_state(Obligation& owed, const Judging& judging, const Ending& ending);

// What meets a trigger (packs.md section 3): the trigger's own entry, what names it, or the first on or after it;
// with `before`, the last up to it. `to`: only what reached this recipient.
enum class Search { FirstAfter, LastBefore };
struct Meeting {
    const std::vector<Trigger>& what;
    const Conditions& counts_when;
    Search search = Search::FirstAfter;
    std::string_view to{};
    std::optional<Day> no_older_than{};
};
std::optional<Occurrence> what_meets(const Judging& judging, const Meeting& asked, const Occurrence& start);

std::vector<Found> owed_by_timescales(const Judging& judging);
std::vector<Found> owed_in_series(const Judging& judging);

} // namespace lifestory::policy
