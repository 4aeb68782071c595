// A pack's words and acronyms as the rules by which the prose room reads a draft.
#pragma once

#include "policy/pack.h"
#include "prose/wording.h"

namespace lifestory::policy {

prose::WordingRules wording_of(const Pack& pack);

} // namespace lifestory::policy
