// The rules of a pack that speak of one kind of subject (a child, a worker, a team, the authority), ready to be asked; each
// general rule knows the rules that may speak in its place.
#pragma once

#include <map>
#include <vector>

#include "policy/obligation.h"

namespace lifestory::policy {

struct RuleBook::Hung {
    const Pack* pack = nullptr;
    std::vector<const Timescale*> timescales;
    std::vector<const Frequency*> frequencies;
    std::map<std::string, std::vector<const Timescale*>> nearer; // by the general rule's id

    const std::vector<const Timescale*>& nearer_than(const Timescale& general) const;
};

} // namespace lifestory::policy
