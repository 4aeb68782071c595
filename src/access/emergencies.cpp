#include "access/emergencies.h"

#include <algorithm>
#include <ranges>

namespace lifestory::access {

void Emergencies::learn(const record::Look& look) {
    auto running = until(look.worker, look.record);
    if (running && look.at < *running)
        return; // a look within the sixty minutes
    Emergency emergency{look.worker, look.full_name, look.record, {}, look.at};
    if (look.entry) {
        return; // the opening is noted for the record as a whole
    } else if (look.why.starts_with(record::emergency_begins)) {
        emergency.why = look.why.substr(record::emergency_begins.size());
    } else if (look.why.starts_with(record::emergency_not_opened)) {
        emergency.why = look.why.substr(record::emergency_not_opened.size());
        emergency.record.reset();
    } else {
        return;
    }
    std::lock_guard lock(m_mutex);
    m_all.push_back(std::move(emergency));
}

std::optional<calendar::Instant> Emergencies::until(WorkerNumber worker, RecordNumber record) const {
    std::lock_guard lock(m_mutex);
    for (const auto& one : m_all | std::views::reverse)
        if (one.worker == worker && one.record == record)
            return one.at + emergency_lasts;
    return std::nullopt;
}

std::string Emergencies::why(WorkerNumber worker, RecordNumber record) const {
    std::lock_guard lock(m_mutex);
    for (const auto& one : m_all | std::views::reverse)
        if (one.worker == worker && one.record == record)
            return one.why;
    return {};
}

std::vector<RecordNumber> Emergencies::opened_by(WorkerNumber worker) const {
    std::lock_guard lock(m_mutex);
    std::vector<RecordNumber> records;
    for (const auto& one : m_all)
        if (one.worker == worker && one.record)
            records.push_back(*one.record);
    return records;
}

std::vector<Emergency> Emergencies::since(calendar::Instant since) const {
    std::lock_guard lock(m_mutex);
    std::vector<Emergency> found;
    for (const auto& one : m_all | std::views::reverse)
        if (one.at >= since)
            found.push_back(one);
    return found;
}

} // namespace lifestory::access
