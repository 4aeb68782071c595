// Whether a draft tells of a decision, and whether it says why it was made and by whom.
#pragma once

#include "prose/draft.h"

namespace lifestory::prose {

enum class DecidedIn { Conversation, Meeting }; // in a visit or a call "we agreed" is about tea; in a meeting it is a decision

struct Decision {
    bool is_made = false, reason = false, maker = false;
    bool maker_if_listed = false; // "We all agreed": by those who were there, where it is said who was
};

Decision decision_in(const Draft& draft, DecidedIn of);

} // namespace lifestory::prose
