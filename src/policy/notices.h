// Who is told that something is due, and when: the steps of the escalation that its rule names, counted for one
// obligation (packs.md, "escalation"). A pure function of the obligation, the pack and now; who the people are is in
// people.h, what is said to them on pages and in e-mails elsewhere.
#pragma once

#include <string>
#include <vector>

#include "policy/obligation.h"

namespace lifestory::policy {

struct Notice {
    ObligationId obligation;
    std::string step;              // as the pack writes it: "half", "1 working day before", "on the day", "late", "5 working days late"
    Instant at{};                  // told from then on
    std::vector<std::string> tell; // roles and relationships; "owner" is already replaced by those who owe it
    std::string asks;              // a record type asked of them by the end of that day, "discussion-with-manager"; empty: none
    bool is_late = false;          // told because it was not done in time
    bool operator==(const Notice&) const = default;
};

// Every step of the escalation, past and to come, in the order of time, as if the obligation stayed open. What is told before
// something is late comes on a working day, the one before rather than the one after. Steps that fall before the start are left out, and by
// force: `should` is told to those who owe it and their manager, `advice` never late. Empty: nothing due, or no escalation.
std::vector<Notice> steps_of(const Obligation& owed, const Pack& pack, const std::vector<calendar::Holiday>& declared);

// The steps that have come by now, of an obligation that is still open: the newest last.
std::vector<Notice> notices_of(const Obligation& owed, const Pack& pack, const std::vector<calendar::Holiday>& declared, Instant now);

// The escalation that speaks for a rule: its own, else the usual one of the pack that wrote it, else of what it extends. Null: none.
const Escalation* escalation_of(const Obligation& owed, const Pack& pack);

} // namespace lifestory::policy
