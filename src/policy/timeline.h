// A child's life as rules see it: what happened when, without a word of prose. Made of a record by the rooms that know
// one; values only, so that a rule can be tried on an invented life.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/numbers.h"
#include "calendar/working_days.h"

namespace lifestory::policy {

using calendar::Day;
using calendar::Instant;

enum class Known { ToTheMinute, ToTheDay };

// One moment of an entry: "happened", "recorded", "seen-alone", "started", ...
struct Moment {
    std::string name;
    Instant at{};               // with ToTheDay: any instant of that day
    Known known = Known::ToTheDay;
    std::string to;             // of shared and distributed: the recipient ("chair", "family"); else empty
    bool operator==(const Moment&) const = default;
};

// A moment as it was said until it was put right or withdrawn: what was met before then stays counted from it.
struct Former {
    Moment moment;
    Instant until{};
    bool operator==(const Former&) const = default;
};

// An entry, or all entries of one episode (the first entry's id, the latest answers).
struct Happening {
    EntryId id;
    std::string record_type;
    std::vector<Moment> moments;
    std::map<std::string, std::vector<std::string>> items; // answered items: chosen values, a day, an interval; {} of prose
    std::optional<EntryId> belongs_to;
    std::vector<std::string> by;           // roles and relationships to the child of who wrote, saw or decided, that day
    std::string pack_digest;               // of the pack it was judged by; empty: the one in force
    std::vector<Former> former{};          // oldest first
    bool operator==(const Happening&) const = default;
    bool is_withdrawn() const { return moments.empty() && !former.empty(); }
};

// A bank holiday declared at short notice, and when: what was met before then does not move.
struct Declared {
    Day day{};
    std::string name;
    Instant at{};
    bool operator==(const Declared&) const = default;
};

struct AcceptedPack {
    Instant at{};
    std::string digest;
    bool operator==(const AcceptedPack&) const = default;
};

// A value and the days it held; no `to`: it still does. `to` is the first day on which it no longer holds.
struct Spell {
    std::string value;
    Day from{};
    std::optional<Day> to;
    EntryId entry;                         // what began it
    bool operator==(const Spell&) const = default;
    bool holds_on(Day day) const { return from <= day && (!to || day < *to); }
};

struct Timeline {
    std::optional<Day> born, died;
    std::optional<Day> brought_in;         // came here from another system on this day: what was due before, that system knows
    std::vector<Happening> happenings;     // in the order in which they were recorded
    std::vector<Spell> areas, teams;       // where the work is held
    std::map<std::string, std::vector<std::string>> details; // basic details as they are now
    std::vector<Declared> declared;                          // of the authority's stream, in order
    std::vector<AcceptedPack> accepted;                      // likewise; empty: the one in force alone
    bool operator==(const Timeline&) const = default;

    const Happening* find(const EntryId& id) const;
    std::string pack_at(Instant at) const; // the digest of the pack in force then; empty: not known
    std::vector<calendar::Holiday> declared_by(std::optional<Instant> closed_at) const; // none: all
};

} // namespace lifestory::policy
