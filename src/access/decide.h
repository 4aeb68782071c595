// Who may do what, as one pure function: no store, no clock, nothing remembered. The door (door.h) gathers the facts,
// asks, and carries out the duties. A pack chooses only among what is allowed here at all.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/numbers.h"
#include "calendar/day.h"

namespace lifestory::access {

using calendar::Instant;

// The closed list of `acts_as` (packs.md section 5), and the two who are no workers.
enum class Role {
    Practitioner, SeniorPractitioner, TeamManager, ServiceManager, HeadOfService, ReviewingOfficer, ConferenceChair,
    BusinessSupport, Auditor, Administrator, Child, Parent,
};

enum class Act {
    Find, Open, Write, Sign, Endorse, Comment, Add, AskCorrection, Correct, Close, Release, Decide, AgreeRiskAlert,
    Change, Share, Send, Withhold, Transfer, Hold, Restrict, Destroy, Allocate, ReachDraft, SeeReadings, Answer,
    RunAccounts,
};

// What ties somebody to this record, on this day.
enum class Relation {
    AllocatedWorker, CoWorker, LineOfManagement, ReviewingOfficer, ConferenceChair, TeamsRecord, ListedForAudit,
    Author, TheChild, SharedWithParent,
};

// A small set of values of one enum.
template <class Value>
class SetOf {
public:
    constexpr SetOf() = default;
    constexpr SetOf(std::initializer_list<Value> values) {
        for (auto value : values)
            add(value);
    }
    constexpr void add(Value value) { m_bits |= bit(value); }
    constexpr bool has(Value value) const { return (m_bits & bit(value)) != 0; }
    constexpr bool is_empty() const { return m_bits == 0; }
    constexpr SetOf operator|(SetOf other) const { other.m_bits |= m_bits; return other; }
    bool operator==(const SetOf&) const = default;

private:
    static constexpr std::uint32_t bit(Value value) { return 1u << static_cast<unsigned>(value); }
    std::uint32_t m_bits = 0;
};

struct Who {
    WorkerNumber worker;
    Role role = Role::Practitioner;
    std::string pack_role; // "social-worker": what the pack calls it
    bool operator==(const Who&) const = default;
};

// A line of the pack: an act on a record type, on "entry" or on the whole "record" is for these roles or relationships.
struct Permission {
    std::string act, on;
    std::vector<std::string> roles;
    bool operator==(const Permission&) const = default;
};

// What the act is about, the nearest name first: a record type's id and what it is like, "entry", "record". The first
// of these of which the pack says anything decides.
struct What {
    std::vector<std::string> on = {"record"};
    bool operator==(const What&) const = default;
};

enum class Existence { Unknown, Destroyed, Kept };
enum class Restricted { No, OnItsList, NotOnItsList };

// As they are in the same moment as the answer.
struct Facts {
    Existence existence = Existence::Unknown;
    SetOf<Relation> relations;
    bool conflict_of_interest = false;      // named as family or friend
    Restricted restricted = Restricted::No;
    std::optional<Instant> emergency_until; // this worker opened it in an emergency
    std::optional<Instant> listed_until;    // of ListedForAudit
    const std::vector<Permission>* permissions = nullptr; // of the pack in force; none: what is usual
};

enum class Reason {
    // allowed
    WorksWith, Manages, HeadOfService, Reviews, Chairs, TeamsLetters, Audits, OwnRecord, WasShared, Duty, Emergency,
    RunsAccounts,
    // denied
    Unknown, Destroyed, Conflict, OutsideRestriction, NoRelation, NotForThisRole, PolicySaysOthers, NotTheAuthor,
};

// How much of the record the answer lets be seen.
enum class Sees { Nothing, NameAndTeam, Letters, Released, Shared, Everything };

enum class Duty {
    NoteTheLook,        // committed before the first byte leaves
    TellRecordsManager, // somebody tried, or opened it in an emergency
    TellLineManager,
    AskWhy,             // a reason is asked and kept
    SecondPerson,       // only together with somebody else who may
};

struct Decision {
    bool allowed = false;
    Reason reason = Reason::Unknown;
    Sees sees = Sees::Nothing;
    SetOf<Duty> duties;
    bool operator==(const Decision&) const = default;
};

Decision decide(const Who& who, Act act, const What& what, const Facts& facts, Instant now);

bool may_begin_a_record(Role role); // of a child whom nobody knows yet: there is no record to decide on

std::string_view name_of(Act act);           // "find", as packs write it
std::string_view name_of(Role role);         // "team-manager"
std::string_view name_of(Relation relation); // "line-of-management"
std::optional<Role> role_of(std::string_view acts_as);

} // namespace lifestory::access
