// The facts on which access decides, gathered from the lists across children and the authority's stream: which record
// this is, and what ties this worker to it today.
#pragma once

#include <optional>

#include "access/decide.h"
#include "index/index.h"
#include "record/authority.h"

namespace lifestory::access {

inline constexpr std::string_view conflict_of_interest = "conflict-of-interest"; // an allocation's relationship

// Everything but the author of an entry, an emergency and the pack's permissions.
Facts facts_of(const Who& who, RecordNumber child, const index::Index& index, const record::Authority& authority, Instant now);

// Who works with this child today, and, where nobody does, who did last.
std::vector<index::AllocationRow> working_with(RecordNumber child, const index::Index& index, calendar::Day today);

} // namespace lifestory::access
