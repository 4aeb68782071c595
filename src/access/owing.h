// Keeps the lists of what is owed true: derives a record's obligations from its sealed entries and the packs, and puts
// them into the index as a whole. Whatever was cut short, or was derived by another pack, is seen and derived again; a record that cannot be read stops no other.
// What an obligation is, is the policy room's; who may see one is the door's.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "index/index.h"
#include "ledger/ledger.h"
#include "policy/obligation.h"
#include "record/child.h"

namespace lifestory::access {

struct Recounted {
    std::uint64_t records = 0, rows = 0;
    std::uint64_t unreadable = 0; // records left as they were, because they cannot be read
};

class Owing {
public:
    // All three outlive this.
    Owing(const ledger::Ledger& ledger, index::Index& index, const policy::RuleBooks& books);
    ~Owing();

    // One record that the caller has folded anyway; a millisecond.
    void derive(const record::Child& child, calendar::Instant now);

    // Those of these records whose rows are behind their stream, the pack, the holidays or the day.
    Recounted bring_up_to_date(std::span<const RecordNumber> records, calendar::Instant now);

    // All that is behind, on every core: what is open first, then what is closed. `Which::Open` leaves the closed out.
    enum class Which { Open, All };
    Recounted bring_up_to_date(Which which, calendar::Instant now);

    // Drops all rows and derives them again from the sealed entries, on every core, memory flat.
    Recounted rebuild(calendar::Instant now);

    const policy::RuleBooks& books() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lifestory::access
