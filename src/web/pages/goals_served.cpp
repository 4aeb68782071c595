#include "web/pages/goals_served.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/form_reading.h"

namespace lifestory::web::pages {

namespace {

std::vector<std::string> goals_being_written(const desk::Fields& fields) {
    std::vector<std::string> goals;
    for (int n = 1; n <= rows_in(fields, "item.goals"); ++n)
        if (auto goal = trim(field(fields, fmt::format("item.goals.{}.1", n))); !goal.empty())
            goals.push_back(goal);
    return goals;
}

} // namespace

std::vector<std::string> goals_to_serve(const AskedItem& asked) {
    const auto& view = asked.view;
    if (view.draft.record_type == record::plan_type)
        return goals_being_written(view.draft.fields);
    std::vector<std::string> goals;
    if (!view.open || (view.for_all && !asked.item.each_child))
        return goals;
    const auto plans = record::plans_in(*view.open->child);
    if (!plans.empty())
        for (const auto& goal : record::goals_in(*plans.front()))
            goals.push_back(goal.words);
    return goals;
}

std::vector<ThingFound> goals_that_hang(const DraftView& view) {
    const auto& fields = view.draft.fields;
    if (view.draft.record_type != record::plan_type)
        return {};
    std::set<std::string> served;
    for (int n = 1; n <= rows_in(fields, "item.actions"); ++n)
        if (!trim(field(fields, fmt::format("item.actions.{}.what", n))).empty())
            served.insert(field(fields, fmt::format("item.actions.{}.serves", n)));
    std::vector<ThingFound> found;
    const auto goals = goals_being_written(fields);
    for (int n = 1; n <= rows_in(fields, "item.actions"); ++n) {
        const auto row = fmt::format("item.actions.{}", n);
        const auto what = trim(field(fields, row + ".what")), serves = trim(field(fields, row + ".serves"));
        const auto by = read_day(fields, row + ".by");
        const auto at = url("/drafts/" + view.draft.draft.hex() + "#" + row + ".what");
        if (!what.empty() && !serves.empty() && std::ranges::find(goals, serves) == goals.end())
            found.push_back({fmt::format("action-{}", n), fmt::format("“{}” is for “{}”, which is no goal of this plan now. Choose the goal that it is for.", what, serves), at, "fit"});
        if (!what.empty() && by && *by && view.happened_on && **by < *view.happened_on)
            found.push_back({fmt::format("action-by-{}", n), fmt::format("“{}” was to be done by {}, before this plan. Give the day by which it will be done.", what, calendar::in_words(**by)), at, "fit"});
    }
    for (const auto& goal : goals)
        if (!served.contains(goal))
            found.push_back({fmt::format("goal-{}", found.size() + 1), fmt::format("Nobody does anything yet for “{}”. Say beside an action that it is for this goal, or add one.", goal),
                             url("/drafts/" + view.draft.draft.hex() + "#item.actions.1.what"), "fit"});
    return found;
}

Html goal_ticks(const AskedItem& asked) {
    Checkboxes boxes;
    boxes.name = boxes.id_prefix = name_of(asked);
    boxes.values = lines_of(field(asked.view.draft.fields, boxes.name));
    auto goals = goals_to_serve(asked);
    for (const auto& ticked : boxes.values) // of a plan that stood when it was begun
        if (std::ranges::find(goals, ticked) == goals.end())
            goals.push_back(ticked);
    if (goals.empty())
        return Html();
    for (const auto& goal : goals) {
        Choice choice;
        choice.words = choice.value = goal;
        boxes.choices.push_back(choice);
    }
    boxes.fieldset = Fieldset{{asked.item.label, "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    boxes.hint.words = help_beside(asked);
    boxes.error = error_at(asked.refusals, boxes.name);
    boxes.classes = "govuk-checkboxes--small";
    return checkboxes(boxes);
}

Html written_for(const access::OpenRecord& open, const record::StoryEntry& plan, const std::string& goal) {
    auto written = record::serving(*open.child, plan, goal);
    Html rows;
    for (const auto* story : written)
        rows += html("<li><a class=\"govuk-link\" href=\"{}\">{}, {}</a></li>", path("/children/{}/entries/{}", open.record.hex(), story->entry.id.hex()), capital(story->name()),
                     calendar::in_words(story->day()));
    return rows.empty() ? Html() : html("<ul class=\"govuk-list\">{}</ul>", rows);
}

} // namespace lifestory::web::pages
