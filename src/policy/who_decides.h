// Who decides a kind of decision (packs.md, `decided_by` of a record type): whoever is named in it as deciding, else whoever signs it.
#pragma once

#include <string>
#include <string_view>

#include "policy/pack.h"
#include "record/authority.h"
#include "record/child.h"

namespace lifestory::policy {

inline constexpr std::string_view decider_item = "decided-by"; // of type worker, in every type that names who decides

// "a Team Manager", where whoever decided is none on that day; empty: they are, or the type names nobody. Somebody who is named by words
// alone is known by the full name of a worker.
std::string only_decided_by(const RecordType& type, const record::Form& form, const WorkerNumber& signer, const record::Child& child,
                            const record::Authority& authority, calendar::Day day, const Pack& pack);

} // namespace lifestory::policy
