#include "access/emergencies.h"

#include <algorithm>
#include <iterator>

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

std::optional<Emergency> Emergencies::newest(WorkerNumber worker, RecordNumber record) const {
    std::lock_guard lock(m_mutex);
    auto found = std::find_if(m_all.rbegin(), m_all.rend(), [&](const Emergency& one) { return one.worker == worker && one.record == record; });
    return found == m_all.rend() ? std::nullopt : std::optional(*found);
}

std::optional<calendar::Instant> Emergencies::until(WorkerNumber worker, RecordNumber record) const {
    auto one = newest(worker, record);
    return one ? std::optional(one->at + emergency_lasts) : std::nullopt;
}

std::string Emergencies::why(WorkerNumber worker, RecordNumber record) const {
    auto one = newest(worker, record);
    return one ? one->why : std::string();
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
    std::copy_if(m_all.rbegin(), m_all.rend(), std::back_inserter(found), [&](const Emergency& one) { return one.at >= since; });
    return found;
}

} // namespace lifestory::access
