// What every act of a worker is given and gives back: who acts, as what, when, under which pack; and the
// entries to append. Acts are pure: they refuse with every reason at once, or say what to write; appending is
// for the caller.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "ledger/ledger.h"
#include "record/codec.h"

namespace lifestory::casework {

using calendar::Day;
using calendar::Instant;

// `acts_as` is the closed list of packs.md section 5 ("practitioner", "team-manager", "head-of-service",
// ...).
struct Act {
    record::Author author;
    std::string acts_as;
    record::JudgedBy judged_by;
    Instant now{};
    EntryId id; // random, of the act's first entry; the ids of any others are derived from it
};

Day today(const Act& act);
bool is_manager(const Act& act); // senior practitioner, team, service manager, Head of Service
bool is_team_manager(
    const Act& act); // who corrects (ROC-132): team manager, service manager, Head of Service
bool is_head_of_service(const Act& act); // who closes words

// One entry to append. `expected_place`: the act was decided on a record of that many entries and not on
// more.
struct Written {
    RecordNumber record;
    EntryId id;
    record::Said said;
    record::Content content;
    std::optional<std::uint64_t> expected_place;
    bool operator==(const Written&) const = default;
};
using Writing = std::vector<Written>;

// The entry that this act would write at this turn (0 is the act's own id).
Written written(const Act& act, RecordNumber record, record::Content content, unsigned turn = 0);
EntryId id_of(const Act& act, unsigned turn);

ledger::Append append_of(const Writing& writing, FormNumber form, Instant at);

// Gathers every refusal of an act.
class Refusing {
public:
    void unless(bool holds, std::string field, std::string message, std::string clause = {});
    void add(const Refusals& more);
    bool has_any() const { return !m_all.empty(); }
    const Refusals& all() const { return m_all; }

private:
    Refusals m_all;
};

} // namespace lifestory::casework
