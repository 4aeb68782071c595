#include "access/rules.h"

#include "policy/pack.h"

namespace lifestory::access {

Rules rules_of(const policy::Pack& pack) {
    Rules rules{.roles = {}, .permissions = {}, .pack = pack.about.id, .version = pack.about.version, .digest = pack.digest};
    for (const auto& [id, role] : pack.roles)
        if (auto acts_as = role_of(role.acts_as))
            rules.roles.emplace(id, *acts_as);
    for (const auto& permission : pack.permissions)
        if (permission.when.empty())
            rules.permissions.push_back({permission.act, permission.on, permission.roles});
    return rules;
}

} // namespace lifestory::access
