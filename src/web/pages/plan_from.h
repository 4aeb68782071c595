// What a meeting agreed goes into the plan by a press: a next version begins, or the one being written grows, with its actions and its
// decision, each with where it was agreed. Nothing of it counts before somebody has read it and signed the plan.
#pragma once

#include "record/plan.h"
#include "web/http/router.h"
#include "web/pages/acting.h"
#include "web/pages/form_fields.h"

namespace lifestory::web::pages {

// What the next version begins with, of the plan that stands.
desk::Fields carried_on(const House& house, const record::Child& child, const record::StoryEntry& plan);

// The press, beside a meeting of which something was agreed that the plan does not hold yet. Empty: there is none, or this caller writes no plan.
Html press_into_plan(const House& house, const Caller& caller, const access::OpenRecord& open, const record::StoryEntry& meeting);

// What somebody writes next as this child's plan, with what the meeting agreed in it.
struct PlanWithAgreed {
    std::optional<desk::Draft> draft;          // that this caller is writing already
    desk::Fields before, after;                // the same: all of it stands there
    std::vector<record::PlannedAction> actions; // that the meeting agreed and no plan has

    std::string state() const; // changes with the plan that stands and with the draft
    std::string stands;        // the plan that stands, by its number
};
bool can_take_up(const House& house, const access::OpenRecord& open, const record::StoryEntry& meeting); // something of it is left for the plan, and this caller writes plans
PlanWithAgreed plan_with_agreed(const House& house, const Caller& caller, const access::OpenRecord& open, const record::StoryEntry& meeting);
Result<desk::Draft> keep_plan(const House& house, const Caller& caller, const access::OpenRecord& open, const PlanWithAgreed& plan, FormNumber form);

std::vector<http::Route> plan_from_routes(const House& house);

} // namespace lifestory::web::pages
