// What pages, the digest and the calendar feed are given of what is owed across children: read from the lists, with the
// state as it is now, and only of records that are the visitor's own work. The sum of a date is on the child's own page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/numbers.h"
#include "policy/obligation.h"

namespace lifestory::access {

// One due item of one child. `obligation` is whole but for `counting`; state and lateness are as of now.
struct OwedItem {
    RecordNumber record;
    std::string child, first_name;         // "Tilly Barrow", "Tilly"
    WorkerNumber allocated;                // the allocated worker today; zero: nobody
    std::vector<WorkerNumber> owed_by;     // who owes it today, by the rule's roles and relationships
    policy::Obligation obligation;
};

// One child of a caseload or line, without opening the record.
struct OwedChild {
    RecordNumber record;
    std::string child, first_name;
    std::optional<calendar::Day> born;
    WorkerNumber allocated;
    std::optional<calendar::Day> seen, seen_alone; // the latest day
    int late = 0, due_today = 0, this_week = 0;    // this_week: the seven days after today; `should` and `must` alone
    int missing = 0;                               // what must be there and is not; not seen alone in so many visits
};

// Of what was due in one month while this worker was allocated.
struct Kept {
    WorkerNumber worker;
    std::chrono::year_month month;
    int in_time = 0, late = 0;             // late: met late, or still open
};

} // namespace lifestory::access
