// What a record ought to hold and does not, read from its words: the child's voice and how it came, who was there, reason and
// maker of a decision, what happens next. A page that has boxes for these asks its boxes instead (check.h).
#pragma once

#include <string>
#include <vector>

#include "prose/check.h"
#include "prose/draft.h"

namespace lifestory::prose {

enum class SayingIsEnough { No, Yes }; // in a visit, a call or family time "you told me" says how the views came

// Whether each thing is there, as far as words can tell.
Holds holds_in_words(const Draft& draft, SayingIsEnough saying);

} // namespace lifestory::prose
