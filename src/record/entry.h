// What an entry says: who wrote it, judged by which pack, about when, and one of the closed kinds of content. All
// acts are entries, a correction or a reading too; nothing is ever changed.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/numbers.h"
#include "calendar/day.h"
#include "record/form.h"

namespace lifestory::record {

using calendar::Day;
using calendar::Instant;

// As they were that day (ROC-103).
struct Author {
    WorkerNumber worker;
    std::string full_name;
    std::string designation;
    std::string team;
    bool operator==(const Author&) const = default;
};

struct JudgedBy {
    std::string pack, version, digest;
    bool operator==(const JudgedBy&) const = default;
};

// A sentence's stored name: it is never found again by splitting. `item` is an item id; the bytes are of words_of().
struct Sentence {
    EntryId entry;
    std::string item;
    std::uint32_t begin = 0, end = 0;
    std::string words;
    bool operator==(const Sentence&) const = default;
};

// Why something is late and what kept the child safe meanwhile: asked once, kept with the entry (pages 7.3).
struct Lateness {
    std::string reason;
    std::string kept_safe;
    bool operator==(const Lateness&) const = default;
};

// A finding the writer kept, and why (pages 6.5).
struct Kept {
    std::string category, words, reason;
    bool operator==(const Kept&) const = default;
};

// ---- the authority's stream
struct Worker { WorkerNumber worker; std::string full_name, designation, role, telephone; TeamNumber team; bool working = true; bool operator==(const Worker&) const = default; };
struct Team { TeamNumber team; std::string name, area, telephone; bool operator==(const Team&) const = default; };
struct LineOfManagement { WorkerNumber worker; std::optional<WorkerNumber> manager; bool operator==(const LineOfManagement&) const = default; };
struct PackAccepted { std::string pack, version, digest; std::vector<std::pair<std::string, std::string>> files; bool operator==(const PackAccepted&) const = default; };
struct HolidayDeclared { Day day{}; std::string name; bool operator==(const HolidayDeclared&) const = default; };

// ---- a family's stream: people, relationships and households once, for all the children in it
struct FamilyOpened { std::string name; bool operator==(const FamilyOpened&) const = default; };
struct Person {
    PersonNumber person;
    std::string full_name, known_as, pronouns, telephone, note;
    std::optional<Day> born, died, expected;
    std::optional<RecordNumber> child; // the record, when this person is a child with one
    bool operator==(const Person&) const = default;
};
struct Relationship { // `from` is `kind` of `to`: "mum", "nan", "brother", "partner"
    PersonNumber from, to;
    std::string kind;
    std::optional<Day> since, until;
    bool parental_responsibility = false;
    std::string told_by;
    bool operator==(const Relationship&) const = default;
};
struct Household {
    std::string household; // an id within the family, "nans"
    std::string name;      // "Nan's"
    std::string address;
    std::vector<PersonNumber> members;
    std::optional<Day> since, until;
    bool operator==(const Household&) const = default;
};

// ---- a child's stream
struct ChildOpened { RecordNumber family; PersonNumber person; bool operator==(const ChildOpened&) const = default; };
// The child's basic detail: each fact with who said so and since when; a later one of the same name stands before it.
struct BasicDetail {
    std::string fact; // "name", "known-as", "born", "expected", "pronouns", "speech", "preferred-word", "about-me", ...
    std::string value;
    std::string instead_of; // for preferred-word: what not to say
    std::string said_by;
    std::optional<Day> since, until;
    bool operator==(const BasicDetail&) const = default;
};
struct Allocation { WorkerNumber worker; std::string full_name, relationship; Day from{}; std::optional<Day> until; bool operator==(const Allocation&) const = default; }; // relationship: allocated-worker, co-worker, ...
// An interval of the child's life that a record type names: involvement, placement, legal-status, a plan, an enquiry.
struct Episode { std::string episode; Form form; Day started{}; std::optional<Day> ended; bool operator==(const Episode&) const = default; }; // `episode`: 32 hex digits; the same number again ends or changes it
// The form-bearing kinds. `form.record_type` says which record type of the pack.
struct Visit { Form form; std::optional<Lateness> late; std::vector<Kept> kept; bool operator==(const Visit&) const = default; };
struct CaseNote { Form form; std::optional<Lateness> late; std::vector<Kept> kept; bool operator==(const CaseNote&) const = default; };
struct Meeting { Form form; std::optional<Day> planned_for; bool arranged_only = false; std::optional<Lateness> late; std::vector<Kept> kept; bool operator==(const Meeting&) const = default; };
struct Document { Form form; std::optional<EntryId> belongs_to; std::optional<Lateness> late; std::vector<Kept> kept; bool operator==(const Document&) const = default; }; // document, correspondence, summary, oversight, key decision, plan's text
struct ChildsView { View view; std::string about; bool operator==(const ChildsView&) const = default; };
struct Disagreement { std::optional<Sentence> sentence; EntryId entry; std::string whose, kind, words; bool operator==(const Disagreement&) const = default; }; // kind: right, does-not-agree, remembers-differently, adds, does-not-understand
struct Endorsement { EntryId entry; std::string comment; bool operator==(const Endorsement&) const = default; };
struct Comment { EntryId entry; std::string words; bool by_manager = true; bool operator==(const Comment&) const = default; };
struct Addition { EntryId entry; std::string words; bool operator==(const Addition&) const = default; };
struct CorrectionAsked { Sentence sentence; std::string right_words, why; bool operator==(const CorrectionAsked&) const = default; };
struct Correction { Sentence sentence; std::string right_words, why; std::optional<EntryId> asked; std::vector<std::string> tell; bool closes_old_words = false; bool operator==(const Correction&) const = default; };
struct Closing { Sentence sentence; std::string why; bool operator==(const Closing&) const = default; }; // closed to readers, not destroyed
struct Release { EntryId entry; std::string how; std::string not_yet_reason; std::optional<Day> on, look_again; std::string warning; bool operator==(const Release&) const = default; }; // how: together, now, not-yet
struct SharingGiven { EntryId entry; std::string to, how, why, agreement; Day on{}; bool operator==(const SharingGiven&) const = default; };
struct LatenessGiven { std::string item; Lateness why; bool operator==(const LatenessGiven&) const = default; }; // for a due item not yet met

// ---- the looks' stream
struct Look {
    WorkerNumber worker;
    std::string full_name, designation, why; // why: "works with Tilly", "manager", "duty"
    RecordNumber record;
    std::optional<EntryId> entry; // absent: the record as a whole
    std::string session;          // a hash, to tell one session's looks from another's
    Instant at{};
    bool operator==(const Look&) const = default;
};
struct Read { std::vector<Look> looks; bool operator==(const Read&) const = default; };

using Content = std::variant<Worker, Team, LineOfManagement, PackAccepted, HolidayDeclared, FamilyOpened, Person, Relationship,
                             Household, ChildOpened, BasicDetail, Allocation, Episode, Visit, CaseNote, Meeting, Document,
                             ChildsView, Disagreement, Endorsement, Comment, Addition, CorrectionAsked, Correction, Closing,
                             Release, SharingGiven, LatenessGiven, Read>;

// What every entry says beside its content.
struct Said {
    Author recorded_by;
    std::optional<Author> finished_by;   // "written by ..., finished by ..." (ROC-031)
    JudgedBy judged_by;
    std::optional<Day> happened_on;      // when it occurred
    std::optional<std::chrono::minutes> happened_at; // since midnight in London
    std::optional<Day> known_on;         // when we were told
    std::string told_by;                 // who knew it, full name and role; empty: the author was there
    bool operator==(const Said&) const = default;
};

struct Entry {
    EntryNumber number = 0;
    EntryId id;
    RecordNumber record;
    std::uint64_t place = 0;
    FormNumber form;
    Instant recorded_at{};
    Said said;
    Content content;
    bool operator==(const Entry&) const = default;
};

std::string kind_of(const Content& content);           // "visit", the word in the JSON
const Form* form_of(const Content& content);           // of the form-bearing kinds; else null

} // namespace lifestory::record
