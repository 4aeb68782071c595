#include "record/plan.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::record {

namespace {

// Words that were closed are not told again.
bool is_open(const StoryEntry& story, std::string_view item) {
    return std::none_of(story.closings.begin(), story.closings.end(), [&](const auto& closing) { return closing.what.sentence.item == item; });
}

std::string cell(const std::vector<std::string>& row, std::size_t column) { return column < row.size() ? row[column] : std::string(); }

const StoryEntry* outcome_of(const Child& child, const StoryEntry& from, std::uint32_t place) {
    const StoryEntry* newest = nullptr;
    for (const auto& story : child.story) {
        const auto* document = std::get_if<Document>(&story.entry.content);
        const bool speaks_of_it = document && story.record_type() == outcome_type && document->belongs_to == from.entry.id &&
                                  document->form.text("place") == std::to_string(place) && !story.withdrawn();
        if (speaks_of_it && (!newest || newest->entry.recorded_at <= story.entry.recorded_at))
            newest = &story;
    }
    return newest;
}

bool serves_any(const Action& action, const std::vector<Goal>& goals) {
    return std::any_of(goals.begin(), goals.end(), [&](const auto& goal) { return goal.words == action.serves; });
}

} // namespace

bool PlannedAction::is_done() const {
    const auto* answer = outcome ? outcome->form()->find("done") : nullptr;
    const auto* said = answer ? std::get_if<YesNo>(&answer->value) : nullptr;
    return said && said->yes;
}

std::string PlannedAction::what_happened() const { return outcome && is_open(*outcome, "happened") ? outcome->form()->text("happened") : std::string(); }

std::vector<const StoryEntry*> plans_in(const Child& child) {
    std::vector<const StoryEntry*> all;
    for (const auto& story : child.story)
        if (story.record_type() == plan_type && story.form() && !story.withdrawn())
            all.push_back(&story);
    std::stable_sort(all.begin(), all.end(), [](const auto* left, const auto* right) {
        return std::pair(left->day(), left->entry.recorded_at) > std::pair(right->day(), right->entry.recorded_at);
    });
    return all;
}

std::vector<Goal> goals_in(const StoryEntry& plan) {
    std::vector<Goal> all;
    const auto* answer = plan.form() && is_open(plan, "goals") ? plan.form()->find("goals") : nullptr;
    const auto* rows = answer ? std::get_if<Rows>(&answer->value) : nullptr;
    if (rows)
        for (const auto& row : rows->rows)
            all.push_back({cell(row, 0), cell(row, 1), cell(row, 2)});
    return all;
}

std::vector<PlannedAction> actions_in(const Child& child, const StoryEntry& story) {
    std::vector<PlannedAction> all;
    std::uint32_t place = 0;
    if (story.form() && !story.withdrawn())
        for (const auto& answer : story.form()->answers)
            if (const auto* actions = std::get_if<Actions>(&answer.value))
                for (const auto& action : actions->actions)
                    if (++place; is_open(story, answer.item))
                        all.push_back({&story, place, action, outcome_of(child, story, place)});
    return all;
}

std::vector<PlannedAction> actions_for(const Child& child, const StoryEntry& plan) {
    auto all = actions_in(child, plan);
    const auto goals = goals_in(plan);
    for (const auto& story : child.story)
        if (story.day() >= plan.day() && story.entry.id != plan.entry.id && story.record_type() != plan_type)
            for (auto& action : actions_in(child, story))
                if (serves_any(action.action, goals))
                    all.push_back(std::move(action));
    return all;
}

std::vector<const StoryEntry*> serving(const Child& child, const StoryEntry& plan, const std::string& goal) {
    std::vector<const StoryEntry*> all;
    for (const auto& story : child.story) {
        if (!story.form() || story.withdrawn() || story.day() < plan.day())
            continue;
        const auto chosen = story.form()->chosen(serves_item);
        if (std::find(chosen.begin(), chosen.end(), goal) != chosen.end())
            all.push_back(&story);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto* left, const auto* right) { return left->day() > right->day(); });
    return all;
}

Form outcome_form(std::uint32_t place, bool done, const std::string& what_happened) {
    return {std::string(outcome_type),
            "What came of it",
            {{"place", "Which, of what was to happen", "about", "text", Text{std::to_string(place)}},
             {"done", "Was it done?", "what-happened", "yes-no", YesNo{done}},
             {"happened", "What happened", "what-happened", "prose", Text{what_happened}}}};
}

} // namespace lifestory::record
