#include "casework/register.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::casework {

Result<Writing> register_worker(const Act& act, RecordNumber authority, const record::Worker& worker) {
    Refusing refusing;
    refusing.unless(!is_blank(worker.full_name), "full-name", "Write the worker's full name", "ROC-103");
    refusing.unless(!is_blank(worker.designation), "designation", "Write what their job is called",
                    "ROC-103");
    refusing.unless(!is_blank(worker.role), "role", "Choose their role");
    if (refusing.has_any())
        return refusing.all();
    return Writing{written(act, authority, worker)};
}

Result<Writing> register_team(const Act& act, RecordNumber authority, const record::Team& team) {
    if (is_blank(team.name))
        return refuse("name", "Write the team's name", "name");
    return Writing{written(act, authority, team)};
}

Result<Writing> set_line_of_management(const Act& act, const record::Authority& authority,
                                       const record::LineOfManagement& line) {
    Refusing refusing;
    refusing.unless(authority.worker(line.worker) != nullptr, "worker", "Choose a worker");
    if (line.manager) {
        const auto above = authority.line_above(*line.manager);
        const bool circle =
            *line.manager == line.worker || std::find(above.begin(), above.end(), line.worker) != above.end();
        refusing.unless(authority.worker(*line.manager) != nullptr, "manager", "Choose a manager");
        refusing.unless(!circle, "manager", "Nobody can be above themselves; choose another manager");
    }
    if (refusing.has_any())
        return refusing.all();
    Writing writing{written(act, authority.record, line)};
    writing.front().expected_place = authority.length;
    return writing;
}

Result<Writing> accept_pack(const Act& act, const record::Authority& authority, RecordNumber stream,
                            const record::PackAccepted& pack) {
    for (const auto& before : authority.packs)
        if (before.what.pack == pack.pack && before.what.version == pack.version &&
            before.what.digest != pack.digest)
            return refuse("pack-changed",
                          "The pack's text differs from that of version " + pack.version +
                              " as it was accepted; raise its version",
                          "version");
    return Writing{written(act, stream, pack)};
}

Result<Writing> declare_holiday(const Act& act, const record::Authority& authority,
                                const record::HolidayDeclared& holiday) {
    Refusing refusing;
    refusing.unless(!is_blank(holiday.name), "name", "Say what the day is called");
    const auto same = std::any_of(authority.holidays.begin(), authority.holidays.end(),
                                  [&](const auto& each) { return each.what.day == holiday.day; });
    refusing.unless(!same, "day", "This day is a holiday already");
    if (refusing.has_any())
        return refusing.all();
    return Writing{written(act, authority.record, holiday)};
}

} // namespace lifestory::casework
