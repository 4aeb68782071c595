// A child's record as rules see it: the one place where kinds of entry become moments (packs.md section 3). A form
// that is only being written becomes a happening in the same way.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "policy/pack.h"
#include "policy/timeline.h"
#include "record/authority.h"
#include "record/child.h"

namespace lifestory::policy {

Timeline timeline_of(const record::Child& child, const record::Authority& authority, const Pack& pack);

// What a form will be once it is signed: its answers, and the day on which it happened.
Happening happening_of_draft(const record::Form& form, const EntryId& id, std::optional<Day> happened_on,
                             std::optional<std::chrono::minutes> happened_at, const std::vector<std::string>& by, const Pack& pack);

// Who wrote down one of the core group's meetings or was there, each meeting anew, and on which day.
std::vector<std::pair<WorkerNumber, Day>> core_group_of(const record::Child& child);

// Role and relationships to the child, as conditions and `done_by` ask for them: "social-worker", "allocated-worker".
std::vector<std::string> roles_on(const record::Child& child, const record::Authority& authority, const WorkerNumber& worker, Day day);

} // namespace lifestory::policy
