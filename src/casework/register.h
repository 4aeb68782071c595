// What is said once for the whole authority: workers, teams, lines of management, the pack in force,
// holidays.
#pragma once

#include "casework/act.h"
#include "record/authority.h"

namespace lifestory::casework {

Result<Writing> register_worker(const Act& act, RecordNumber authority, const record::Worker& worker);
Result<Writing> register_team(const Act& act, RecordNumber authority, const record::Team& team);

// Refuses a line that would run in a circle.
Result<Writing> set_line_of_management(const Act& act, const record::Authority& authority,
                                       const record::LineOfManagement& line);

// Refuses a text that differs from the accepted text of the same version: raise the version.
Result<Writing> accept_pack(const Act& act, const record::Authority& authority, RecordNumber stream,
                            const record::PackAccepted& pack);

Result<Writing> declare_holiday(const Act& act, const record::Authority& authority,
                                const record::HolidayDeclared& holiday);

} // namespace lifestory::casework
