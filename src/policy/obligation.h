// What is owed for a child: one obligation for each time that something started a timescale or a turn of a series,
// with its due date, how it was counted, and whether it was met. Derived from entries and packs alone, so a rebuild
// gives the same again.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/numbers.h"
#include "calendar/due.h"
#include "policy/pack.h"
#include "policy/statuses.h"
#include "policy/timeline.h"

namespace lifestory::policy {

using ObligationId = Number128<struct ObligationKind>;

// The first 128 bits of SHA-256 over the starting entry's 16 bytes, the rule's id and its turn in decimal.
ObligationId obligation_id(const EntryId& starting, std::string_view rule, int turn);

enum class State { Upcoming, DueToday, Late, Met, MetLate, NoLongerNeeded, Missing }; // Missing: of `every = "once"`
std::string in_words(State state); // "due today"

struct Obligation {
    ObligationId id;
    std::string rule;                  // "timescale.core-group-minutes"
    std::vector<std::string> clauses;
    Force force = Force::Must;
    std::string pack, version;         // by which it was judged
    std::vector<Trigger> what;         // what meets it
    std::string name;                  // the noun of the first: "Core group minutes"
    std::string to;                    // a recipient, when there is one tick for each
    std::vector<std::string> owes;
    EntryId starting;                  // zero where a birthday or the pack's own date starts it
    std::string starting_type;         // its record type; or "birthday.16", "looked-after"
    std::string starting_moment;
    Day starts_on{};
    int turn = 0;
    std::optional<calendar::DueDate> due; // none: of `every = "once"`, and of a share of visits
    std::optional<calendar::Counting> counting; // none: a fixed or agreed day
    std::string calendar;              // the pack's name for the calendar; empty: england-and-wales
    State state = State::Upcoming;
    std::optional<EntryId> met_by;
    std::optional<Instant> met_at;
    std::string late_by;               // when Late or MetLate: "2 working days"
    int late_by_working_days = 0;      // the same as numbers: of working days,
    int late_by_hours = 0;             // or of hours when less than one of them
    std::optional<Instant> closed_at;  // when it was met or given up: what is declared, accepted or put right later does not move it
    std::string because;               // of NoLongerNeeded: "fell away", "no longer holds", "withdrawn", "died"
    std::optional<Day> gone_on;        // and from which day on
    std::string note;                  // for a share of visits: "1 of the last 3 visits"
    std::string escalation;
    std::vector<std::string> when_late;
    std::string pack_digest;           // of the pack it was judged by
    bool operator==(const Obligation&) const = default;

    bool is_open() const { return state == State::Upcoming || state == State::DueToday || state == State::Late || state == State::Missing; }
    bool is_late() const { return state == State::Late || state == State::Missing; }
};

// Whose rules a book holds: those about a child (and family) are asked of a child's timeline, the others of that of a worker, a team or
// the authority (timeline_of_work.h).
enum class Subject { Child, Worker, Team, Authority };

// A pack with its rules hung on what triggers them, made once for each pack. Keeps a reference to the pack.
class RuleBook {
public:
    explicit RuleBook(const Pack& pack, Subject subject = Subject::Child);
    ~RuleBook();
    RuleBook(RuleBook&&) noexcept;
    RuleBook& operator=(RuleBook&&) noexcept;
    const Pack& pack() const;
    struct Hung;
    const Hung& hung() const { return *m_hung; }

private:
    std::unique_ptr<Hung> m_hung;
};

// The book in force, and those of earlier packs that entries remember, by digest.
struct RuleBooks {
    const RuleBook* in_force = nullptr;
    std::map<std::string, const RuleBook*> earlier;
    const RuleBook& of(const std::string& digest) const;
};

// Every interval of every status, by the pack in force; each status after those it asks for.
std::vector<Spell> statuses_of(const RuleBook& book, const Timeline& child, Instant now); // on a day: statuses_on, statuses.h

// Everything owed and met for this child, in the order of the due dates. `now` decides upcoming, today and late. What the rule
// says of it can be left out, and asked for with say_rule of those that are to be shown.
enum class RuleWords { Said, LeftOut };
std::vector<Obligation> obligations_of(const RuleBooks& books, const Timeline& child, Instant now, RuleWords words = RuleWords::Said);

// The first day after today on which obligations_of could differ although nothing is added: a birthday, a status or a planned
// day ahead, a rule that begins. None: nothing is ahead.
std::optional<Day> next_turning_day(const RuleBook& book, const Timeline& child, Instant now);

// For an obligation read back from a list: what its rule says of it (name, clauses, what, owes, ...), and its state as it is
// now, when only the clock decides (Upcoming, DueToday, Late).
void say_rule(Obligation& owed, const RuleBook& book);
void set_now(Obligation& owed, const calendar::Calendar& calendar, Instant now);

// The table of days and the sentence of page 6.19.
calendar::Explanation explained(const Obligation& obligation, const RuleBooks& books, const Timeline& child);

// What will be due once a record of this type is signed: for the page on which it is written (pages 6.5). `draft` is
// the entry as far as it is filled in.
std::vector<Obligation> obligations_of_draft(const RuleBooks& books, const Timeline& child, const Happening& draft, Instant now);

} // namespace lifestory::policy
