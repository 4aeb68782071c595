#include "casework/say_outcome.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::casework {

Result<Writing> say_outcome(const Act& act, const record::Child& child, const Outcome& outcome) {
    const auto* story = child.find(outcome.entry);
    const auto actions = story ? record::actions_in(child, *story) : std::vector<record::PlannedAction>();
    const bool is_there = std::any_of(actions.begin(), actions.end(), [&](const auto& one) { return one.place == outcome.place; });
    Refusing refusing;
    refusing.unless(is_there, "", "What was to be done is not in this record any more: go back to the plan");
    refusing.unless(outcome.done.has_value(), "done", "Say whether it was done");
    refusing.unless(!is_blank(outcome.what_happened), "happened", "Say what happened");
    if (refusing.has_any())
        return refusing.all();
    record::Document document;
    document.form = record::outcome_form(outcome.place, *outcome.done, trim(outcome.what_happened));
    document.belongs_to = outcome.entry;
    return Writing{written(act, child.record, document)};
}

} // namespace lifestory::casework
