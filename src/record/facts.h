// A living fact over time: what it is now, and what it was before, each with its days. Folded from all that was said of it;
// nothing is overwritten. Which facts there are, and what each may be, is casework's (basic_record.h).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "record/child.h"

namespace lifestory::record {

// One value while it held. Points into the history.
struct FactSpell {
    const Beside<BasicDetail>* began = nullptr;
    const Beside<BasicDetail>* ended = nullptr; // what ended it or put it right; null: it holds
    std::optional<Day> since, until;            // until: the last day
    bool was_never_so = false;                  // put right: it did not change, it was wrong
    const std::string& value() const { return began->what.value; }
};

struct FactOverTime {
    std::vector<FactSpell> now;    // of several that hold at once, in the order in which they were said
    std::vector<FactSpell> before; // newest first
};

bool holds_several(std::string_view fact); // "need-code", "disability": more than one can hold at once
FactOverTime over_time(const History<BasicDetail>& history, Day today);
std::vector<std::string> values_now(const History<BasicDetail>& history, Day today);

} // namespace lifestory::record
