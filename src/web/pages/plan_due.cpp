#include "web/pages/plan_due.h"

#include <algorithm>

#include <fmt/format.h>

#include "web/html/components.h"

namespace lifestory::web::pages {

namespace {

constexpr std::chrono::days look_ahead{7};

WorkRow row_of(const House& house, const ActionDue& due) {
    const auto& action = due.action.action;
    auto name = due.open->child->first_name();
    auto state = fmt::format("{} {}", *action.by < house.today() ? "late: was due on" : "due on", calendar::with_weekday(*action.by));
    auto way = html("<a class=\"govuk-link\" href=\"{}\">Say what happened<span class=\"govuk-visually-hidden\">: {}, {}</span></a>",
                    path("/children/{}/plan/actions/{}/{}", due.open->record.hex(), due.action.from->entry.id.hex(), std::to_string(due.action.place)), action.what, name);
    return {html("{}, {}: {}", name, action.what, action.who.empty() ? "nobody is named" : action.who), state, way};
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

Html planned_soon(const House& house, std::span<const access::OpenRecord> records) {
    WorkList list;
    list.title = "Of plans: late, or due this week";
    for (const auto& one : actions_due(records, house.today() + look_ahead))
        list.rows.push_back(row_of(house, one));
    return list.rows.empty() ? Html() : work_list(list);
}

} // namespace lifestory::web::pages
