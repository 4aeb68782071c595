// The plan that a child has now, made of what was signed: its goals, and what is to be done for each by whom and by when, with what was
// said since of how that went. A plan is written anew as a whole; the newest stands, and names the one before it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/child.h"

namespace lifestory::record {

inline constexpr std::string_view plan_type = "written-plan", outcome_type = "action-outcome";
inline constexpr std::string_view serves_item = "serves"; // of a visit, note or meeting: which goals it is for

struct Goal {
    std::string words, why, scale; // scale: "3", of 0 to 10, and by whom
    bool operator==(const Goal&) const = default;
};

// Something to be done, by its place among what its entry says will happen, from 1.
struct PlannedAction {
    const StoryEntry* from = nullptr;
    std::uint32_t place = 0;
    Action action;
    const StoryEntry* outcome = nullptr; // the newest that was said of it
    bool is_done() const;
    std::string what_happened() const;
};

std::vector<const StoryEntry*> plans_in(const Child& child); // that were not written in error, newest first
std::vector<Goal> goals_in(const StoryEntry& plan);
// Of the plan itself, and of what was written since that names one of its goals; in the order in which they were written.
std::vector<PlannedAction> actions_for(const Child& child, const StoryEntry& plan);
std::vector<PlannedAction> actions_in(const Child& child, const StoryEntry& story);

// What was written since the plan, and says that it serves this goal; newest first.
std::vector<const StoryEntry*> serving(const Child& child, const StoryEntry& plan, const std::string& goal);

Form outcome_form(std::uint32_t place, bool done, const std::string& what_happened);

} // namespace lifestory::record
