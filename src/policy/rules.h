// The kinds of rule (packs.md section 4) as values, all names resolved and all layers joined. Record types, which
// forms are made of, are in record_type.h.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "policy/condition.h"

namespace lifestory::policy {

// What all rules share.
struct Rule {
    std::string kind, id;            // "timescale", "core-group-minutes"
    std::vector<std::string> clauses;
    Force force = Force::Must;
    std::optional<calendar::Day> since, until;
    std::string settled, why, note;
    bool firm = false;
    std::string pack, file;          // who wrote it (last), and where
    int line = 0;
    std::string as_written;          // of timescales and frequencies: its keys as one JSON object
    std::string full_id() const { return kind + "." + id; }
    bool operator==(const Rule&) const = default;
};

// Statuses are intervals of a child's life. Of `during` and `begins` one is said.
struct Status {
    Rule rule;
    std::string name;
    std::vector<std::string> also;
    std::string during;              // a record type that starts and ends
    std::vector<Trigger> begins, ends;
    Conditions when, ends_when;
    std::vector<std::string> by;
    std::optional<Trigger> renewed_at;
    std::optional<CountOf> lasts;
    bool operator==(const Status&) const = default;
};

// A restriction is a status with what it does.
struct RestrictionRule {
    Status status;
    std::vector<std::string> keeps, shuts_out, hides, tells;
    std::string covers = "record";   // or "entry"
    bool operator==(const RestrictionRule&) const = default;
};

enum class CountsFrom { Each, Earliest, Latest };

struct AgreedIn {
    std::string record_type, item;
    bool operator==(const AgreedIn&) const = default;
};

struct Timescale {
    Rule rule;
    std::string name;                   // what a list calls it; empty: the noun of what meets it
    std::vector<Trigger> what;
    Conditions counts_when;
    std::optional<CountOf> limit;
    std::optional<AgreedIn> agreed_in;
    std::vector<Trigger> after, before; // one of them, or `on`
    std::optional<calendar::Day> on;
    CountsFrom counts_from = CountsFrom::Each;
    Conditions when;
    std::vector<Trigger> falls_away;
    std::optional<calendar::Count> fresh_within;
    std::optional<Trigger> fresh_since;
    std::vector<std::string> to, owes;
    bool general = false;
    std::string about = "child", escalation;
    std::vector<std::string> when_late; // empty: reason and safety
    std::string calendar;
    bool including_the_day = false, next_working_day_if_closed = false;
    std::optional<std::chrono::minutes> at;
    std::vector<Timescale> changes;     // the whole rule as it is from rule.since of each; in order of day
    bool operator==(const Timescale&) const = default;
};

struct Frequency {
    Rule rule;
    std::string name;                   // what a list calls it; empty: the noun of what meets it
    std::vector<Trigger> what;
    Conditions counts_when;
    std::optional<CountOf> every;       // none: agreed_in alone
    std::optional<AgreedIn> agreed_in;
    std::vector<CountOf> first;
    std::vector<Trigger> starts, stops, never;
    std::optional<Trigger> out_of;
    std::string for_each;               // a record type
    std::vector<std::string> done_by, owes, to;
    Conditions while_;
    std::string about = "child", escalation;
    std::vector<std::string> when_late;
    std::string calendar;
    bool including_the_day = false, next_working_day_if_closed = false;
    std::optional<std::chrono::minutes> at;
    std::vector<Frequency> changes;
    bool operator==(const Frequency&) const = default;
};

enum class Written { InFull, InPart, NotToTheChild };
struct Audience {
    Rule rule;
    std::vector<std::string> records;   // types, or "any other" or "any"
    std::vector<std::string> area, items;
    Conditions when;
    Written written = Written::InFull;
    bool operator==(const Audience&) const = default;
};

struct Permission {
    Rule rule;
    std::string act, on;                // on: a record type, or "record"
    std::vector<std::string> roles, asked_by, tells;
    Conditions when;
    bool operator==(const Permission&) const = default;
};

struct Retention {
    Rule rule;
    CountOf keep;
    Trigger after;
    Conditions when;
    std::string instead_of;
    bool operator==(const Retention&) const = default;
};

struct Hold {
    Rule rule;
    std::string name;
    Conditions covers;
    std::vector<std::string> lifted_by;
    bool operator==(const Hold&) const = default;
};

struct Significance {
    Rule rule;
    std::vector<Trigger> what;
    Conditions when;
    std::string put;                    // always, offered, when ticked, never, off the story
    std::vector<std::string> leaves_out;
    std::string theme, line;
    std::optional<calendar::Count> group;
    bool operator==(const Significance&) const = default;
};

struct FindingRule {
    Rule rule;                          // its id is the category
    std::string where = "everywhere";   // everywhere, written to the child, chronology
    std::optional<int> reader_age, longest_sentence;
    bool operator==(const FindingRule&) const = default;
};

// Choices that come first for a child of whom this is true: of an age, or so long in care.
struct FittingWords {
    std::vector<std::string> say;
    Conditions when;
    bool operator==(const FittingWords&) const = default;
};

struct Word {
    Rule rule;                          // its id is the word or words
    std::string why;                    // jargon, institutional, hard-word, vague, stigma, blame, derogatory, opinion, term
    std::vector<std::string> also;      // more of the same family; all are patterns (prose/pattern.h)
    std::vector<std::string> better, fine_with, only_with;
    bool of_people = false;             // counts when it is said of a person
    bool borderline = false;            // counts in a sentence that is official in other ways too
    std::string means;                  // what it is, for a child with whom it is talked over; empty: it is not
    std::vector<FittingWords> fits;     // of what is talked over

    bool is_looked_for() const { return why != "term"; } // in drafts; a term is there to be talked over alone
    std::string said() const { return rule.id.starts_with('=') ? rule.id.substr(1) : rule.id; }
    bool operator==(const Word&) const = default;
};

struct Acronym {
    Rule rule;                          // its id is the acronym
    std::string full, plain;
    bool known = false;                 // everybody knows it: not a finding
    bool operator==(const Acronym&) const = default;
};

struct AuditRule {
    Rule rule;
    std::string record, about, how;
    std::vector<std::string> by;
    CountOf every;
    int picks = 1;
    Conditions from;
    bool operator==(const AuditRule&) const = default;
};

struct Measure {
    Rule rule;
    std::string shows;                  // kept, share, count, days, score, list
    std::vector<std::string> of, by;
    Conditions when, with;
    std::string from, to, item, target;
    std::optional<calendar::Count> over;
    bool operator==(const Measure&) const = default;
};

struct Reminder {
    Rule rule;
    std::string text, answer;
    std::vector<std::string> at;
    std::optional<calendar::Count> reaches_back; // how long before the event what it speaks of begins
    Conditions when;
    bool operator==(const Reminder&) const = default;
};

} // namespace lifestory::policy
