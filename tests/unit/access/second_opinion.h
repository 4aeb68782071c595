// Access decided a second time, slowly and plainly, from the hand-written tables: what decide.cpp must agree with.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "access/decide.h"

namespace lifestory::access {

struct Tables {
    std::map<std::pair<std::string, std::string>, std::set<std::string>> may; // role and relation: "open", "sign*"
    std::map<std::string, std::vector<std::string>> states;                   // state: answer, tells, roles, may
};
Tables read_tables(); // tests/unit/access/*.tsv

// Whether the marked word allows the act, by somebody who wrote what it is about or not.
bool grants(const std::set<std::string>& may, const std::string& act, bool wrote_it);

bool second_opinion(const Tables& tables, const Who& who, Act act, const What& what, const Facts& facts, Instant now);

std::vector<Role> all_roles();
std::vector<Act> all_acts();
std::vector<Relation> all_ties(); // all relations but the author

} // namespace lifestory::access
