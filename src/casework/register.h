// What is said once for the whole authority: workers, teams, lines of management, the pack in force,
// holidays.
#pragma once

#include "casework/act.h"
#include "record/authority.h"

namespace lifestory::casework {

Result<Writing> register_worker(const Act& act, RecordNumber authority, const record::Worker& worker);
Result<Writing> register_team(const Act& act, RecordNumber authority, const record::Team& team);

// Said again of somebody who is registered, by somebody who knew how they stood. Nobody changes their own role or says of
// themselves that they have left: so there is always an administrator.
Result<Writing> change_worker(const Act& act, const record::Authority& authority, const record::Worker& worker);
Result<Writing> change_team(const Act& act, const record::Authority& authority, const record::Team& team);
Result<Writing> leave(const Act& act, const record::Authority& authority, WorkerNumber worker);

// What was written, holding from this day: today or before.
Result<Writing> holding_from(const Act& act, Result<Writing> writing, Day from);

// Refuses a line that would run in a circle.
Result<Writing> set_line_of_management(const Act& act, const record::Authority& authority,
                                       const record::LineOfManagement& line);

// Refuses a text that differs from the accepted text of the same version: raise the version.
Result<Writing> accept_pack(const Act& act, const record::Authority& authority, RecordNumber stream,
                            const record::PackAccepted& pack);

Result<Writing> declare_holiday(const Act& act, const record::Authority& authority,
                                const record::HolidayDeclared& holiday);

} // namespace lifestory::casework
