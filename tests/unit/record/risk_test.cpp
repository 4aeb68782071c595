#include "record/risk.h"

#include <gtest/gtest.h>

#include "calendar/london.h"

namespace lifestory::record {

namespace {

using calendar::day_of;

StoryEntry entry(std::string type, unsigned day, std::vector<Answer> answers, std::optional<EntryId> about = {}) {
    StoryEntry story;
    story.entry.id = EntryId::random();
    story.entry.said.happened_on = *day_of(2026, 12, day);
    story.entry.recorded_at = calendar::start_of(*day_of(2026, 12, day));
    Document document;
    document.form = {std::move(type), "Danger", std::move(answers)};
    document.belongs_to = about;
    story.entry.content = document;
    return story;
}

Answer prose(std::string item, std::string words) { return {item, item, "what-i-think", "prose", Text{std::move(words)}}; }
Answer still(std::string said) { return {"still", "Still?", "what-i-think", "choice", Choices{{std::move(said)}}}; }
Answer actions(std::vector<Action> all) { return {"actions", "What we do", "what-happens-next", "actions", Actions{std::move(all)}}; }

Child with(std::vector<StoryEntry> story) {
    Child child;
    child.story = std::move(story);
    return child;
}

TEST(Risk, has_neither_as_long_as_no_strength_and_no_action_is_written_beside_it) {
    const auto child = with({entry("danger-statement", 1, {prose("danger", "He comes back.")}), entry("danger-statement", 2, {prose("danger", "You are alone."), prose("strengths", "Nan is there.")}),
                             entry("danger-statement", 3, {prose("danger", "You go hungry."), actions({{"Buy food", "Mum", {}, ""}})})});
    const auto risks = risks_in(child);
    ASSERT_EQ(risks.size(), 3u);
    EXPECT_EQ(risks[0].danger, "You go hungry.");
    EXPECT_FALSE(risks[0].has_neither());
    EXPECT_FALSE(risks[1].has_neither());
    EXPECT_TRUE(risks[2].has_neither());
}

TEST(Risk, has_the_actions_of_the_plan_for_its_goal_and_for_no_other) {
    const Answer goals{"goals", "Goals", "decision", "rows", Rows{{{"You are safe", ""}, {"You sleep", ""}}}};
    const auto child = with({entry("written-plan", 1, {goals, actions({{"Fit a lock", "Nan", {}, "You are safe"}, {"Buy a lamp", "Mum", {}, "You sleep"}})}),
                             entry("danger-statement", 2, {prose("danger", "He comes back."), prose("goal", "You are safe")})});
    const auto risks = risks_in(child);
    ASSERT_EQ(risks.size(), 1u);
    ASSERT_EQ(risks[0].actions.size(), 1u);
    EXPECT_EQ(risks[0].actions[0].action.what, "Fit a lock");
}

TEST(Risk, stands_until_a_newer_statement_names_it_and_not_beside_another_danger) {
    const auto first = entry("danger-statement", 1, {prose("danger", "He comes back.")});
    const auto child = with({first, entry("danger-statement", 2, {prose("danger", "You are alone.")}), entry("newer-danger-statement", 3, {prose("danger", "He rings you."), still("we are still worried")}, first.entry.id)});
    const auto risks = risks_in(child);
    ASSERT_EQ(risks.size(), 2u);
    EXPECT_EQ(risks[0].danger, "He rings you.");
    EXPECT_EQ(risks[1].danger, "You are alone.");
}

TEST(Risk, is_over_when_its_newest_statement_says_so) {
    const auto first = entry("danger-statement", 1, {prose("danger", "He comes back.")});
    EXPECT_TRUE(risks_in(with({first, entry("newer-danger-statement", 3, {prose("danger", "He has moved away."), still("not any more")}, first.entry.id)})).empty());
}

} // namespace

} // namespace lifestory::record
