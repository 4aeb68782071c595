#include "index/owed.h"

#include <map>

namespace lifestory::index {

namespace {

std::chrono::year_month month_of(calendar::Day day) {
    std::chrono::year_month_day date(day);
    return date.year() / date.month();
}

} // namespace

std::vector<KeptRow> kept_of(const std::vector<OwedRow>& rows) {
    std::map<std::pair<std::chrono::year_month, WorkerNumber>, KeptRow> kept;
    for (const auto& row : rows) {
        bool is_met = row.state == policy::State::Met || row.state == policy::State::MetLate;
        if (!is_met || !row.due || row.force == policy::Force::Advice)
            continue;
        auto month = month_of(row.due->day);
        auto& one = kept.try_emplace({month, row.worker}, KeptRow{row.worker, month, 0, 0}).first->second;
        ++(row.state == policy::State::Met ? one.in_time : one.late);
    }
    std::vector<KeptRow> all;
    for (const auto& [key, one] : kept)
        all.push_back(one);
    return all;
}

} // namespace lifestory::index
