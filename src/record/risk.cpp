#include "record/risk.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::record {

namespace {

bool speaks_of_a_danger(const StoryEntry& story) { return story.form() && story.form()->find(danger_item) && !story.withdrawn(); }

bool was_taken_over(const Child& child, const StoryEntry& statement) {
    return std::any_of(child.story.begin(), child.story.end(), [&](const StoryEntry& newer) {
        const auto* document = std::get_if<Document>(&newer.entry.content);
        return document && document->belongs_to == statement.entry.id && speaks_of_a_danger(newer);
    });
}

bool is_over(const StoryEntry& statement) {
    const auto still = statement.form()->chosen("still");
    return !still.empty() && still.front() == "not any more";
}

std::string words_of_item(const StoryEntry& story, const std::string& item) { return story.form()->find(item) ? trim(words_now(story, item)) : std::string(); }

std::vector<PlannedAction> actions_about(const Child& child, const StoryEntry& statement, const std::string& needed) {
    auto all = actions_in(child, statement);
    const auto plans = plans_in(child);
    if (plans.empty() || needed.empty())
        return all;
    for (auto& action : actions_for(child, *plans.front()))
        if (action.from->entry.id != statement.entry.id && trim(action.action.serves) == needed)
            all.push_back(std::move(action));
    return all;
}

} // namespace

std::vector<Risk> risks_in(const Child& child) {
    std::vector<Risk> all;
    for (const auto& story : child.story)
        if (speaks_of_a_danger(story) && !is_over(story) && !was_taken_over(child, story)) {
            auto needed = words_of_item(story, "goal");
            auto actions = actions_about(child, story, needed);
            all.push_back({&story, words_of_item(story, std::string(danger_item)), needed, words_of_item(story, "scale"), words_of_item(story, "strengths"), std::move(actions)});
        }
    std::stable_sort(all.begin(), all.end(), [](const Risk& left, const Risk& right) { return left.said->day() > right.said->day(); });
    return all;
}

} // namespace lifestory::record
