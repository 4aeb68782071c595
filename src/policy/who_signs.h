// Who signs a kind of record (packs.md, `signed_by` and `written_by` of a record type).
#pragma once

#include <string>
#include <vector>

#include "policy/pack.h"

namespace lifestory::policy {

// "a Team Manager or a Service Manager", where none of these roles is asked for; empty: whoever has them signs. Whom `signed_by` names
// signs, else whom `written_by` names; somebody whose role acts as the one that is named is one. What is like a visit is signed by
// whoever made it: nobody else saw it.
std::string only_signed_by(const RecordType& type, const std::vector<std::string>& roles, const Pack& pack);

} // namespace lifestory::policy
