#include "policy/wording.h"

namespace lifestory::policy {

prose::WordingRules wording_of(const Pack& pack) {
    prose::WordingRules rules;
    for (const auto& acronym : pack.acronyms) {
        if (acronym.known)
            rules.everyday_acronyms[acronym.rule.id] = true;
        else
            rules.acronyms[acronym.rule.id] = {acronym.rule.id, acronym.full, acronym.plain};
    }
    return rules;
}

} // namespace lifestory::policy
