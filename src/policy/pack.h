// A policy pack, read, checked and joined with all that it extends: the values that every later room asks. Files are
// read in load.h; rules are judged in the files beside this one. Format: docs/formats/packs.md.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "calendar/working_days.h"
#include "policy/guidance.h"
#include "policy/record_type.h"
#include "policy/rules.h"

namespace lifestory::policy {

struct Clause {
    std::string id, pack, section, says;
    Force force = Force::Must;
    std::string doubt, outside;
    std::vector<std::string> shape;
    std::optional<calendar::Day> withdrawn;
    bool operator==(const Clause&) const = default;
};

struct Setting {
    Rule rule;
    std::string asks, type, value, chosen;
    std::vector<std::pair<calendar::Day, std::string>> changes; // the value from a day on, in order
    bool operator==(const Setting&) const = default;
};

struct Role {
    Rule rule;
    std::string name, acts_as;
    std::vector<std::string> also;
    bool operator==(const Role&) const = default;
};

struct Area {
    Rule rule;
    std::string name;
    std::vector<std::string> teams, also;
    bool operator==(const Area&) const = default;
};

struct ListOfChoices {
    Rule rule;
    std::vector<Choice> choices;
    bool operator==(const ListOfChoices&) const = default;
};

struct EscalationStep {
    std::string at;
    std::vector<std::string> tell;
    std::string asks;
    bool operator==(const EscalationStep&) const = default;
};
struct Escalation {
    Rule rule;
    std::vector<EscalationStep> steps;
    bool operator==(const Escalation&) const = default;
};

struct Source {
    std::string title, status, printed_copy_valid, kept_at;
    std::optional<calendar::Day> revised, adopted, launched, until;
    std::vector<std::string> links, clauses;
    bool operator==(const Source&) const = default;
};

// What [pack] says of itself.
struct About {
    std::string id, name, version, owner, escalation, corrects, why;
    calendar::Day since{};
    std::optional<calendar::Day> review_due;
    std::vector<std::string> extends, clause_prefixes, clauses, systems;
    std::vector<Source> sources;
    bool operator==(const About&) const = default;
};

// A rule that was withdrawn or settled away, and why: its clauses, where no other rule answers them, are outside.
struct Gone {
    std::string full_id, pack, why;
    std::vector<std::string> clauses;
    bool operator==(const Gone&) const = default;
};

struct PackFile {
    std::string path; // "ours/times.toml"
    std::string text;
    bool operator==(const PackFile&) const = default;
};

// Collections are in the order of the ids but for record types' items, which have their own.
struct Pack {
    About about;
    std::vector<About> extended;     // all of them, the farthest first
    std::string digest;              // SHA-256 over all texts, in hexadecimal
    std::vector<PackFile> files;     // its own and those of all it extends

    std::map<std::string, Clause, std::less<>> clauses;
    std::map<std::string, Setting, std::less<>> settings;
    std::map<std::string, Role, std::less<>> roles;
    std::map<std::string, Area, std::less<>> areas;
    std::map<std::string, ListOfChoices, std::less<>> lists;
    std::map<std::string, calendar::Calendar, std::less<>> calendars; // "england-and-wales" among them
    std::map<std::string, Escalation, std::less<>> escalations;
    std::map<std::string, RecordType, std::less<>> record_types;
    std::map<std::string, Rule, std::less<>> record_rules;             // of each record type
    std::map<std::string, Status, std::less<>> statuses;
    std::vector<std::string> statuses_in_order;                        // each after those it asks for
    std::vector<RestrictionRule> restrictions;
    std::vector<Timescale> timescales;
    std::vector<Frequency> frequencies;
    std::vector<Audience> audiences;
    std::vector<Permission> permissions;
    std::vector<Retention> retentions;
    std::vector<Hold> holds;
    std::vector<Significance> significances;
    std::vector<FindingRule> findings;
    std::vector<Word> words;
    std::vector<Acronym> acronyms;
    std::vector<AuditRule> audits;
    std::vector<Measure> measures;
    std::vector<Reminder> reminders;
    std::map<std::string, Guidance, std::less<>> guidance;
    std::vector<Gone> gone;

    const RecordType* record_type(std::string_view id) const;
    bool is_like(std::string_view type, std::string_view other) const; // "failed-visit" is like "visit" and "entry"
    const calendar::Calendar& calendar_named(std::string_view id) const; // "": england-and-wales
    std::optional<calendar::Count> count(const CountOf& of, calendar::Day on) const;
    std::string setting(std::string_view id, calendar::Day on) const;  // its value on that day; empty: none
    std::string acts_as(std::string_view role) const;                  // empty: no such role
    const Acronym* acronym(std::string_view letters) const;
};

// Reads the pack in `folder` and, from the folders beside it, those it extends. Refuses with every error at once:
// each message is the line "path:line: kind.id: what is wrong; what was expected", code "broken-pack".
Result<Pack> load(const std::filesystem::path& folder);

// The same from texts kept in a PackAccepted entry: `files` are PackFile, `id` the pack's.
Result<Pack> load_texts(const std::vector<PackFile>& files, std::string_view id);

} // namespace lifestory::policy
