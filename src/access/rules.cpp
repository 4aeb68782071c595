#include "access/rules.h"

#include "policy/pack.h"

namespace lifestory::access {

namespace {

// What comes and goes by post, and papers filed; not what is for the court alone.
bool is_letter(const policy::RecordType& type) {
    return (type.is_like("correspondence") || type.is_like("document")) && !type.is_like("court-document");
}

} // namespace

Rules rules_of(const policy::Pack& pack) {
    Rules rules{.roles = {}, .permissions = {}, .letters = {}, .pack = pack.about.id, .version = pack.about.version, .digest = pack.digest};
    for (const auto& [id, role] : pack.roles)
        if (auto acts_as = role_of(role.acts_as))
            rules.roles.emplace(id, *acts_as);
    for (const auto& permission : pack.permissions)
        if (permission.when.empty())
            rules.permissions.push_back({permission.act, permission.on, permission.roles});
    for (const auto& [id, type] : pack.record_types)
        if (is_letter(type))
            rules.letters.insert(id);
    return rules;
}

} // namespace lifestory::access
