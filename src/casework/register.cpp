#include "casework/register.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::casework {

namespace {

constexpr std::size_t most_letters = 200;

void check_length(Refusing& refusing, const std::string& text, std::string field) {
    refusing.unless(letters(text) <= most_letters, std::move(field), "Write at most 200 letters here");
}

} // namespace

Result<Writing> register_worker(const Act& act, RecordNumber authority, const record::Worker& worker) {
    Refusing refusing;
    refusing.unless(!is_blank(worker.full_name), "full-name", "Write the worker's full name", "ROC-103");
    refusing.unless(!is_blank(worker.designation), "designation", "Write what their job is called",
                    "ROC-103");
    refusing.unless(!is_blank(worker.role), "role", "Choose their role");
    check_length(refusing, worker.full_name, "full-name");
    check_length(refusing, worker.designation, "designation");
    check_length(refusing, worker.telephone, "telephone");
    if (refusing.has_any())
        return refusing.all();
    return Writing{written(act, authority, worker)};
}

Result<Writing> register_team(const Act& act, RecordNumber authority, const record::Team& team) {
    Refusing refusing;
    refusing.unless(!is_blank(team.name), "name", "Write the team's name");
    check_length(refusing, team.name, "name");
    check_length(refusing, team.area, "area");
    check_length(refusing, team.telephone, "telephone");
    if (refusing.has_any())
        return refusing.all();
    return Writing{written(act, authority, team)};
}

Result<Writing> change_worker(const Act& act, const record::Authority& authority, const record::Worker& worker) {
    const auto* before = authority.worker(worker.worker);
    if (!before)
        return refuse("not-found", "Choose somebody who works here", "full-name");
    const bool is_own = act.author.worker == worker.worker;
    Refusing refusing;
    refusing.unless(!is_own || worker.role == before->role, "role", "Ask another administrator to change your own role");
    refusing.unless(!is_own || worker.working, "from", "Ask another administrator to say that you have left");
    auto writing = register_worker(act, authority.record, worker);
    if (!writing)
        refusing.add(writing.refusals());
    if (refusing.has_any())
        return refusing.all();
    writing->front().expected_place = authority.length;
    return writing;
}

Result<Writing> change_team(const Act& act, const record::Authority& authority, const record::Team& team) {
    if (!authority.team(team.team))
        return refuse("not-found", "Choose a team", "name");
    auto writing = TRY(register_team(act, authority.record, team));
    writing.front().expected_place = authority.length;
    return writing;
}

Result<Writing> leave(const Act& act, const record::Authority& authority, WorkerNumber worker) {
    const auto* before = authority.worker(worker);
    if (!before || !before->working)
        return refuse("not-found", "Choose somebody who works here", "from");
    auto left = *before;
    left.working = false;
    return change_worker(act, authority, left);
}

Result<Writing> holding_from(const Act& act, Result<Writing> writing, Day from) {
    if (from > today(act)) {
        Refusals refusals{refuse("from", "This day has not come yet. Write it down on the day, or give an earlier one", "from")};
        if (!writing)
            refusals.insert(refusals.begin(), writing.refusals().begin(), writing.refusals().end());
        return refusals;
    }
    if (writing)
        for (auto& one : *writing)
            one.said.happened_on = from;
    return writing;
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
