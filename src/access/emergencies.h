// Records opened in an emergency: who, which, why, and for how long. The look that each one notes holds it for ever;
// this remembers what is still going on.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/numbers.h"
#include "calendar/day.h"
#include "record/entry.h"

namespace lifestory::access {

inline constexpr auto emergency_lasts = std::chrono::minutes(60);
inline constexpr auto emergencies_remembered = std::chrono::days(8); // managers read of the last seven

struct Emergency {
    WorkerNumber worker;
    std::string full_name;
    std::optional<RecordNumber> record; // none: nobody was found, or not to be opened so
    std::string why;
    calendar::Instant at{};
};

class Emergencies {
public:
    void learn(const record::Look& look); // passed over when it is of another kind
    std::optional<calendar::Instant> until(WorkerNumber worker, RecordNumber record) const;
    std::string why(WorkerNumber worker, RecordNumber record) const; // of the newest
    std::vector<RecordNumber> opened_by(WorkerNumber worker) const;  // at any time that is remembered
    std::vector<Emergency> since(calendar::Instant since) const;     // newest first

private:
    std::optional<Emergency> newest(WorkerNumber worker, RecordNumber record) const;

    mutable std::mutex m_mutex;
    std::vector<Emergency> m_all; // in the order in which they came
};

} // namespace lifestory::access
