// What the readers of all kinds share: names looked up, triggers, conditions, people and counts read and checked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/pack.h"
#include "policy/read/fields.h"
#include "policy/read/keys.h"
#include "policy/read/layers.h"

namespace lifestory::policy {

struct Reading {
    Pack& pack;
    const Entities& entities;
    Problems& problems;

    bool has(std::string_view kind, std::string_view id) const;
    Names ids(std::string_view kind) const;
    bool is_status(std::string_view id) const; // a restriction is one too
    std::vector<const Entity*> all(std::string_view kind) const;
};

// The record types whose entry a condition judges; empty: any.
using Judged = std::vector<std::string>;

Rule read_rule(const Entity& entity, const Fields& fields, const Reading& reading);
std::vector<std::string> read_clauses(const Fields& fields, const Reading& reading, std::string_view key = "clause");
void known_as(const Fields& fields, std::string_view key, const Names& said, std::string_view kind, const Reading& reading);

std::optional<Trigger> read_trigger(const Fields& fields, std::string_view key, const std::string& said, const Reading& reading);
std::vector<Trigger> read_triggers(const Fields& fields, std::string_view key, const Reading& reading);
Conditions read_conditions(const Fields& fields, std::string_view key, const Judged& judged, const Reading& reading);
std::vector<std::string> read_people(const Fields& fields, std::string_view key, const Reading& reading);
std::optional<CountOf> read_count(const Fields& fields, std::string_view key, const Reading& reading);
CountOf count_of(const Fields& fields, std::string_view key, const std::string& said, const Reading& reading);
std::optional<Ages> parse_ages(std::string_view text);
Judged judged_by(const std::vector<Trigger>& triggers);

void read_vocabulary(const Reading& reading);  // clauses, settings, roles, areas, lists, calendars, escalations
void read_record_shells(const Reading& reading); // record types without what asks for statuses
void read_record_conditions(const Reading& reading);
void read_statuses(const Reading& reading);    // and restrictions
void read_times(const Reading& reading);       // timescales and frequencies
void read_other_rules(const Reading& reading);
void read_guidance(const Reading& reading);

} // namespace lifestory::policy
