// A pack's words and acronyms as the rules by which the prose room reads a draft.
#pragma once

#include "policy/obligation.h"
#include "policy/pack.h"
#include "prose/reader.h"

namespace lifestory::policy {

prose::WordingRules wording_of(const Pack& pack);

// Whether signing asks why such words are kept: the packs say of which, among those that may hurt or are another child's.
bool asks_reason(const Pack& pack, prose::Category category);

// Made ready once for each book, when it is first asked for; from any thread.
const prose::Reader& wording_of(const RuleBook& book);

} // namespace lifestory::policy
