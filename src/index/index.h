// The contract of the lists across children: random numbers, days, states and codes, and nothing that can be read.
// The ledger's store fills it in the transaction that appends an entry (index/project.h says with what); it can be
// dropped and made again from the ledger alone, and is then equal. What an entry says is the record room's.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/numbers.h"
#include "calendar/day.h"
#include "index/owed.h"
#include "ledger/ledger.h"

namespace lifestory::index {

using calendar::Day;
using calendar::Instant;

// Where an entry lives, what kind it is ("visit", the word in its JSON) and who signed it when.
struct EntryRow {
    EntryId id;
    RecordNumber record;
    EntryNumber number = 0;
    std::uint64_t place = 0; // in its stream, from 0
    std::string kind;
    WorkerNumber author;
    Instant recorded_at{};
    bool operator==(const EntryRow&) const = default;
};

struct ChildRow {
    RecordNumber child;
    RecordNumber family;
    PersonNumber person; // who the child is among the family's people
    bool operator==(const ChildRow&) const = default;
};

// One worker's time with one child; `until` is the last day of it. The same worker, relationship and first day
// said again replaces the row: that is how an allocation ends.
struct AllocationRow {
    RecordNumber record;
    WorkerNumber worker;
    std::string relationship; // "allocated-worker", "co-worker", ...
    Day from{};
    std::optional<Day> until;
    bool operator==(const AllocationRow&) const = default;
    bool holds_on(Day day) const { return from <= day && (!until || day <= *until); }
};

// A correction that somebody asked for and no manager has answered (by correcting, or by a comment on the asking).
struct CorrectionAskedRow {
    EntryRow asking;
    EntryId about; // the entry whose words should change
    bool operator==(const CorrectionAskedRow&) const = default;
};

// When a signed entry reaches the child, as it was last decided.
struct ReleaseRow {
    EntryId entry;
    RecordNumber record;
    std::string how; // "together", "now", "not-yet"
    WorkerNumber decided_by;
    std::optional<Day> on, look_again;
    bool operator==(const ReleaseRow&) const = default;
};

class Index {
public:
    virtual ~Index() = default;

    virtual std::optional<EntryRow> find(EntryId entry) const = 0;
    virtual std::vector<EntryRow> entries_of_kind(RecordNumber record, std::string_view kind) const = 0; // in order

    // All of these are in the order in which the streams were opened.
    virtual std::vector<RecordNumber> children() const = 0;
    virtual std::vector<RecordNumber> families() const = 0;
    virtual std::optional<RecordNumber> authority() const = 0; // absent on the first day
    virtual std::optional<RecordNumber> looks() const = 0;
    virtual std::vector<ChildRow> children_of(RecordNumber family) const = 0;
    virtual std::optional<ChildRow> family_of(RecordNumber child) const = 0;

    // Ended ones too: who works with a child on a day is AllocationRow::holds_on.
    virtual std::vector<AllocationRow> allocations_of(WorkerNumber worker) const = 0;
    virtual std::vector<AllocationRow> allocations_of(RecordNumber record) const = 0;

    // The entries that say who somebody is (a child opened, a basic detail, a person, a relationship), in the
    // ledger's order, from this entry number on: read these at start to hold the names in memory, and no others.
    virtual std::vector<EntryRow> naming_entries(EntryNumber from) const = 0;

    // Lists of work, longest waiting first; `authors` are the workers of a line of management, or one worker alone.
    virtual std::vector<EntryRow> waiting_for_a_manager(std::span<const WorkerNumber> authors) const = 0;
    virtual std::vector<CorrectionAskedRow> corrections_asked(std::span<const WorkerNumber> askers) const = 0;
    virtual std::vector<ReleaseRow> not_yet_released(std::span<const WorkerNumber> decided_by) const = 0;
    virtual std::optional<ReleaseRow> release_of(EntryId entry) const = 0;

    // The entries of the looks' stream that touch this record, in order: read them with Ledger::read_entry.
    virtual std::vector<EntryNumber> looks_at(RecordNumber record) const = 0;

    // Those that hold a look in an emergency, in order: few, however many the looks.
    virtual std::vector<EntryNumber> emergencies() const = 0;

    // What is owed (index/owed.h). Rows of one record are replaced as a whole; they need a folded record and a pack, so
    // access derives them (access/owing.h), and the store's rebuild leaves them alone. Open rows come by due date.
    virtual void replace_owed(std::span<const OwedOfRecord> records) = 0; // one transaction
    virtual void drop_owed() = 0;
    virtual std::optional<OwedStanding> owed_standing(RecordNumber record) const = 0;
    virtual std::vector<OwedStanding> owed_standings() const = 0;
    virtual std::optional<std::string> owed_outline(RecordNumber record) const = 0; // sealed; of an open record alone
    virtual std::vector<OwedRow> owed_of(RecordNumber record) const = 0; // met and given up too
    virtual std::vector<OwedRow> owed_open(RecordNumber record, Day until) const = 0; // due by then, and without a date
    virtual std::vector<KeptRow> owed_kept(std::chrono::year_month from, std::chrono::year_month to) const = 0; // both months too
    virtual std::vector<OwedRow> owed_open_between(Day from, Day to) const = 0; // of all records, due in these days
    virtual std::string dump_owed() const = 0; // every row and what can be derived of a standing; equal after access's rebuild

    virtual std::string dump() const = 0; // every row of every list, one canonical text; equal after the ledger's rebuild
};

} // namespace lifestory::index
