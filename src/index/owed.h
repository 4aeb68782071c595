// What is owed across children, as rows: numbers, days and codes, nothing that can be read. A row says what derivation
// found in one record; what only the clock decides (due today, late) is decided when it is read. How an obligation is
// derived is the policy room's; who derives, and when, is access's (access/owing.h).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/numbers.h"
#include "policy/obligation.h"

namespace lifestory::index {

// One due item of one record.
struct OwedRow {
    RecordNumber record;
    policy::ObligationId id;
    std::string rule;        // "timescale.core-group-minutes"
    std::string pack_digest; // of the pack it was judged by
    std::string to;          // a recipient's code, when there is one tick for each
    int turn = 0;
    policy::Force force = policy::Force::Must;
    EntryId starting;        // zero where a birthday or the pack's own date starts it
    std::string starting_type, starting_moment;
    calendar::Day starts_on{};
    std::optional<calendar::DueDate> due; // none: of `every = "once"`, and of a share of visits
    policy::State state = policy::State::Upcoming; // Met, MetLate, NoLongerNeeded, Missing; Upcoming: the clock decides
    std::optional<EntryId> met_by;
    std::optional<calendar::Instant> met_at;
    int late_by_working_days = 0, late_by_hours = 0; // of MetLate
    std::string note;        // of a share of visits: "Not in the last 3; at least one in 3"; of what is given up: "fell away"
    WorkerNumber worker;     // of what is met: the allocated worker on the day it was due; else zero
    std::vector<WorkerNumber> owed_by; // of what is open: who owes it, as of the day it was derived
    bool operator==(const OwedRow&) const = default;

    bool is_open() const { return state == policy::State::Upcoming || state == policy::State::Missing; }
};

// What one record's rows were derived of, so that rows cut short by a crash, or older than the pack, are seen.
struct OwedStanding {
    RecordNumber record;
    std::uint64_t length = 0;         // entries of the child's stream
    std::string judged_by;            // digest of the pack in force, the holidays declared and where the teams are
    std::uint64_t authority = 0;      // entries of the authority's stream: who owes what is open follows them
    calendar::Day derived_on{};
    std::optional<calendar::Day> look_again; // the first day on which derivation could differ, nothing being added
    bool is_open = false;             // work is going on, or something is owed
    std::optional<calendar::Day> seen, seen_alone; // the latest day
    bool operator==(const OwedStanding&) const = default;
};

// How many of what was due in one month, while this worker was allocated, were met in time and met late.
struct KeptRow {
    WorkerNumber worker;
    std::chrono::year_month month;
    int in_time = 0, late = 0;
    bool operator==(const KeptRow&) const = default;
};

// All that is kept of one record; replaced as a whole.
struct OwedOfRecord {
    OwedStanding standing;
    std::vector<OwedRow> rows;
    std::optional<std::string> outline{}; // of an open record, sealed: what its entries say to rules (record/outline.h). None: as it is kept
};

std::vector<KeptRow> kept_of(const std::vector<OwedRow>& rows); // what was met, by month and worker in order; advice left out

} // namespace lifestory::index
