// Where two extended packs say different things: of one id, or of one thing under two ids (packs.md section 2).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "policy/read/layers.h"

namespace lifestory::policy {

// "'timescale.x' is not the same in north (times.toml:10) and south (times.toml:1); say which holds: ..."
std::string contradiction(const Entity& one, const Entity& other, const std::vector<std::string>& keys);

struct UnderOtherId {
    std::string kind;
    std::string dropped; // the id that a settlement puts aside; empty: nothing settles it, and `message` is the refusal
    std::string message; // else the settlement's reason
};

// Timescales of one `what` and trigger, frequencies of one `what` and `while`, with different limits, of packs that
// do not stand in one line.
std::vector<UnderOtherId> contradictions_under_other_ids(const Entities& entities, const RawPack& settling,
                                                         const std::function<bool(const std::string&, const std::string&)>& in_one_line);

} // namespace lifestory::policy
