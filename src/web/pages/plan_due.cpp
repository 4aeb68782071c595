#include "web/pages/plan_due.h"

#include <algorithm>

#include <fmt/format.h>

#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/plan.h"
#include "web/pages/risks.h"

namespace lifestory::web::pages {

namespace {

constexpr std::chrono::days look_ahead{7};

constexpr std::size_t most_looked_into = 200;

std::string due_state(const House& house, const ActionDue& due) {
    const auto by = *due.action.action.by;
    return fmt::format("{} {}", by < house.today() ? "late: was due on" : "due on", calendar::with_weekday(by));
}

// Managers are led to the plan; whether it was done is the worker's to say.
WorkRow row_in_line(const House& house, const ActionDue& due) {
    const auto& action = due.action.action;
    auto name = due.open->child->name();
    const auto* who = due.open->child->allocated_worker_on(house.today());
    auto way = html("<a class=\"govuk-link\" href=\"{}\">{}</a>", plan_path(due.open->record), possessive(due.open->child->first_name()) + " plan");
    return {html("{}, {}: {} ({})", name, action.what, action.who.empty() ? "nobody is named" : action.who, who ? who->full_name : "nobody works with them"), due_state(house, due), way};
}

WorkRow row_of(const House& house, const ActionDue& due) {
    const auto& action = due.action.action;
    auto name = due.open->child->first_name();
    auto way = html("<a class=\"govuk-link\" href=\"{}\">Say what happened<span class=\"govuk-visually-hidden\">: {}, {}</span></a>",
                    path_to(due), action.what, name);
    return {html("{}, {}: {}", name, action.what, action.who.empty() ? "nobody is named" : action.who), due_state(house, due), way};
}

} // namespace

std::vector<ActionDue> actions_due(std::span<const access::OpenRecord> records, calendar::Day until) {
    std::vector<ActionDue> all;
    for (const auto& open : records) {
        const auto plans = record::plans_in(*open.child);
        if (plans.empty() || open.decision.sees != access::Sees::Everything)
            continue;
        for (auto& action : record::actions_for(*open.child, *plans.front()))
            if (action.action.by && *action.action.by <= until && !action.is_done())
                all.push_back({&open, std::move(action)});
    }
    std::stable_sort(all.begin(), all.end(), [](const ActionDue& left, const ActionDue& right) { return *left.action.action.by < *right.action.action.by; });
    return all;
}

Url path_to(const ActionDue& due) {
    return path("/children/{}/plan/actions/{}/{}", due.open->record.hex(), due.action.from->entry.id.hex(), std::to_string(due.action.place));
}

Html planned_soon(const House& house, std::span<const access::OpenRecord> records) {
    WorkList list;
    list.title = "Of plans: late, or due this week";
    for (const auto& one : actions_due(records, house.today() + look_ahead))
        list.rows.push_back(row_of(house, one));
    return (list.rows.empty() ? Html() : work_list(list)) + risks_with_neither(records);
}

Html planned_in_line(const House& house, const Caller& caller, std::span<const RecordNumber> records) {
    WorkList list;
    list.title = "Of plans: late, or due this week";
    if (records.size() > most_looked_into)
        return html("<h2 class=\"govuk-heading-m\">{}</h2><p class=\"govuk-body\">These, and dangers with nothing beside them, stand on the page of each Team Manager, and on each worker's Home.</p>", list.title);
    const auto open = house.door.look_over(caller.visitor, records, house.now());
    for (const auto& one : actions_due(open, house.today() + look_ahead))
        list.rows.push_back(row_in_line(house, one));
    return (list.rows.empty() ? Html() : work_list(list)) + risks_with_neither(open);
}

} // namespace lifestory::web::pages
