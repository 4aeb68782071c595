// What is said beside a signed entry: a manager agrees or comments, its author adds, the child or family
// answers. None of it changes a signed word, and a signed entry is never sent back.
#pragma once

#include "casework/act.h"
#include "record/child.h"

namespace lifestory::casework {

// "Agree", with or without a comment: once by each manager, and never of their own entry. What the policy has others agree to waits for
// them all the same, which is written down with it (`still_waits_for`, policy/who_agrees.h).
Result<Writing> endorse(const Act& act, const record::Child& child, const record::Endorsement& endorsement);

// By a manager, or by a colleague (then it is not shown as a manager's). On an asking for a correction it
// answers it. `still_waits_for`: who agrees to the entry and has not; a comment settles that for nobody.
Result<Writing> comment(const Act& act, const record::Child& child, EntryId entry, const std::string& words,
                        const std::string& still_waits_for = {});

// "Add what you left out": only the author, or who finished it.
Result<Writing> add_to(const Act& act, const record::Child& child, const record::Addition& addition);

// Written down for the child or a family member, in their words; beside one sentence or the whole entry.
Result<Writing> disagree(const Act& act, const record::Child& child,
                         const record::Disagreement& disagreement);

// Something the child or family said that is no answer to an entry.
Result<Writing> record_view(const Act& act, const record::Child& child, const record::ChildsView& view);

} // namespace lifestory::casework
