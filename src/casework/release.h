// When a signed entry reaches the child, and giving somebody a copy of it (pages 6.6, 6.7; ROC-095 to 101).
#pragma once

#include "casework/sign.h"

namespace lifestory::casework {

Refusals refusals_of(const Act& act, const record::Child& child, const Releasing& releasing);
record::Release release_of(EntryId entry, const Releasing& releasing);

// Decides anew when the child reads an entry that is signed.
Result<Writing> release(const Act& act, const record::Child& child, EntryId entry,
                        const Releasing& releasing);

// "Given to": to whom, how, why, and the agreement or the reason why none was needed.
Result<Writing> give_a_copy(const Act& act, const record::Child& child, const record::SharingGiven& given);

} // namespace lifestory::casework
