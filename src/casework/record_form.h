// Recording what is no visit: a note, a meeting held or arranged, a document. The built-in type that the
// pack's record type is like says which kind of entry it becomes.
#pragma once

#include "casework/sign.h"

namespace lifestory::casework {

Result<Writing> record_case_note(const Act& act, const record::Child& child, const Asked& asked,
                                 const Filled& filled);
Result<Writing> record_meeting(const Act& act, const record::Child& child, const Asked& asked,
                               const Filled& filled);
Result<Writing> record_document(const Act& act, const record::Child& child, const Asked& asked,
                                const Filled& filled, std::optional<EntryId> belongs_to);

// A meeting that is to be: nothing has happened, so only its day is asked.
Result<Writing> arrange_meeting(const Act& act, const record::Child& child, const record::Form& form,
                                Day planned_for);

// Any of the above, and a visit, by what the type is like: the one that a page of "anything else" calls.
Result<Writing> record_form(const Act& act, const record::Child& child, const Asked& asked,
                            const Filled& filled);

} // namespace lifestory::casework
