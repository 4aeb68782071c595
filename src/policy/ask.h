// "When would this be due?", asked of a clause with a few facts and no child: what `due --clause` prints (packs.md
// section 7). A fact that is not given is taken as the clause needs it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/due.h"
#include "policy/pack.h"

namespace lifestory::policy {

// Facts by name: "status", "age", "area", "item.significant", "lasted.placement", "agreed", "setting.visit-recorded",
// "done", "birthday.16", "looked-after.begins"; the same name may come several times.
using Facts = std::vector<std::pair<std::string, std::string>>;

Result<Facts> parse_facts(const std::vector<std::string>& given); // each "name=value"; refuses others ("bad-fact")

struct RuleAnswer {
    std::string rule;                      // "timescale.core-group-minutes"
    std::optional<calendar::DueDate> due;  // none: it does not speak, or counts no time
    std::string explanation;
    std::vector<calendar::Step> steps;
    std::string instead;                   // the rule that speaks instead, when a fact contradicts this one
    bool operator==(const RuleAnswer&) const = default;
};

struct ClauseAnswer {
    std::string clause;
    std::optional<calendar::DueDate> due;  // the earliest
    std::string explanation, instead;
    std::vector<RuleAnswer> rules;
    bool operator==(const ClauseAnswer&) const = default;
};

// Refuses a clause that the pack does not have ("no-clause") or that no timescale or frequency serves ("no-rule").
Result<ClauseAnswer> ask_due(const Pack& pack, std::string_view clause, calendar::Instant at, const Facts& facts);

} // namespace lifestory::policy
