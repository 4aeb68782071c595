// An invented life, written line by line in a case (docs/how-to/packs.md, "Cases"), and what is owed in it.
#pragma once

#include <string>
#include <vector>

#include "policy/read/fields.h"
#include "policy/obligation.h"

namespace lifestory::acceptance {

// "2026-09-01 placement started | until-18=yes | by allocated-worker"; a line that begins with "that" after its day adds a
// moment to the last entry of the type. Problems are told as failures of the test.
policy::Timeline life_of(const policy::Fields& asked);

// What the clause asks of this life now, in the order of the days: "2026-12-30 met late by 1 working day".
std::vector<std::string> owed_in(const policy::RuleBook& book, const policy::Timeline& life, const std::string& clause, calendar::Instant now);

// The same child and clause, once told on: "2027-01-05 late: owner, team-manager".
std::vector<std::string> told_in(const policy::RuleBook& book, const policy::Timeline& life, const std::string& clause, calendar::Instant now);

// What stands in the child's chronology by the clause's rules: "2026-12-22 key-decision always, what we decided".
std::vector<std::string> chronology_of(const policy::RuleBook& book, const policy::Timeline& life, const std::string& clause, calendar::Instant now);

} // namespace lifestory::acceptance
