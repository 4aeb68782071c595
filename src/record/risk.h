// What we are worried could happen to a child, one by one as it was written down, with what keeps the child safe from it already and what is
// done about it. A newer statement names the one whose place it takes; what it says is not worried about any more is over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/plan.h"

namespace lifestory::record {

inline constexpr std::string_view danger_item = "danger";

struct Risk {
    const StoryEntry* said = nullptr;
    std::string danger, needed, scale, strengths; // as they read now
    std::vector<PlannedAction> actions;           // its own, and those of the plan for a goal of the same words as `needed`
    bool has_neither() const { return strengths.empty() && actions.empty(); }
};

std::vector<Risk> risks_in(const Child& child); // those that stand, newest first

} // namespace lifestory::record
