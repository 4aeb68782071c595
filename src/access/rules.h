// What the door needs of the pack in force, as plain values: what each role acts as, and who is given which act.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "access/decide.h"

namespace lifestory::policy {
struct Pack;
}

namespace lifestory::access {

struct Rules {
    std::map<std::string, Role, std::less<>> roles; // "social-worker" acts as a practitioner
    std::vector<Permission> permissions;
    std::set<std::string, std::less<>> letters = {}; // the record types that a reader of the team's letters sees
    std::string pack, version, digest;
};

// Permissions with a condition are left out: they are asked where the act is carried out, of the child as it then is.
Rules rules_of(const policy::Pack& pack);

} // namespace lifestory::access
