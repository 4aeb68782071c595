#include "policy/guidance.h"

namespace lifestory::policy {

const GuidanceVersion* Guidance::on(calendar::Day day) const {
    const GuidanceVersion* found = nullptr;
    for (const auto& version : versions)
        if (version.since <= day)
            found = &version;
    return found;
}

} // namespace lifestory::policy
