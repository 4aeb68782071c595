// What one entry changes in the lists across children: a pure mapping, so that every store keeps the same lists. The
// store carries it out in the transaction that appends the entry, in the ledger's order.
#pragma once

#include <optional>
#include <vector>

#include "index/index.h"
#include "ledger/ledger.h"

namespace lifestory::index {

enum class StreamKind { Child, Family, Authority, Looks, Unknown };
enum class Naming { No, Yes }; // does the entry say who somebody is

struct Changes {
    StreamKind stream = StreamKind::Unknown;    // noted at the stream's first entry
    EntryRow entry;                             // added
    Naming naming = Naming::No;
    std::optional<ChildRow> child;              // added or replaced, by child
    std::optional<AllocationRow> allocation;    // added or replaced, by record, worker, relationship and first day
    std::optional<ReleaseRow> release;          // added or replaced, by entry
    bool waits_for_a_manager = false;           // the entry joins that list
    std::optional<EntryId> correction_about;    // the entry asks for a correction of this one
    std::vector<EntryId> answered;              // these wait no longer, neither for a manager nor for a correction
    std::vector<RecordNumber> looked_at;        // records that this entry of the looks' stream touches, each once
    bool holds_emergency = false;               // a record was opened in an emergency, or asked for so
    bool operator==(const Changes&) const = default;
};

// Content that cannot be read as an entry gets its place in the book and no more.
Changes changes_of(const ledger::OpenedEntry& opened);

} // namespace lifestory::index
