// The intervals in which a condition holds for a child. It is asked only on the days on which its answer may change. For the
// files of this room.
#pragma once

#include "policy/owed.h"

namespace lifestory::policy {

struct Interval {
    Day from{};
    std::optional<Day> to; // the first day on which it no longer holds
};

// The days on which the answer to a condition may change: statuses, birthdays, areas; and with the days of all entries. In order.
struct TurningDays {
    std::vector<Day> of_statuses, of_all;
};

TurningDays turning_days(const Judging& judging, Day today);

// Up to and with today, in order.
std::vector<Interval> intervals(const Judging& judging, const Conditions& asked, const TurningDays& turning, Day today);

} // namespace lifestory::policy
