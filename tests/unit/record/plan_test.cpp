#include "record/plan.h"

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
    document.form = {std::move(type), "Plan", std::move(answers)};
    document.belongs_to = about;
    story.entry.content = document;
    return story;
}

Answer goals() { return {"goals", "What we want to change", "decision", "rows", Rows{{{"You sleep well", "You lie awake", "4, Tilly"}, {"You see Mum"}}}}; }

Answer actions(std::vector<Action> all) { return {"actions", "What will be done", "what-happens-next", "actions", Actions{std::move(all)}}; }

Child with(std::vector<StoryEntry> story) {
    Child child;
    child.story = std::move(story);
    return child;
}

TEST(Plan, that_is_newest_by_its_day_stands_first) {
    auto child = with({entry("written-plan", 9, {}), entry("case-note", 22, {}), entry("written-plan", 21, {})});
    auto plans = plans_in(child);
    ASSERT_EQ(plans.size(), 2u);
    EXPECT_EQ(plans.front()->day(), *day_of(2026, 12, 21));
}

TEST(Plan, tells_its_goals_also_where_a_row_is_short) {
    auto plan = entry("written-plan", 9, {goals()});
    EXPECT_EQ(goals_in(plan), (std::vector<Goal>{{"You sleep well", "You lie awake", "4, Tilly"}, {"You see Mum", "", ""}}));
}

TEST(Plan, has_its_own_actions_and_later_ones_that_name_a_goal_and_no_others) {
    auto child = with({entry("case-note", 1, {actions({{"Before the plan", "", {}, "You sleep well"}})}),
                       entry("written-plan", 9, {goals(), actions({{"Fit a lock", "Nan", {}, "You sleep well"}, {"Write to school", "Priya", {}, ""}})}),
                       entry("case-note", 22, {actions({{"Buy a lamp", "Mum", {}, "You sleep well"}, {"Ring the dentist", "Mum", {}, ""}})})});
    auto all = actions_for(child, child.story[1]);
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].action.what, "Fit a lock");
    EXPECT_EQ(all[1].action.what, "Write to school");
    EXPECT_EQ(all[2].action.what, "Buy a lamp");
    EXPECT_EQ(all[2].from, &child.story[2]);
}

TEST(PlannedAction, is_done_when_the_newest_word_of_it_says_so) {
    auto plan = entry("written-plan", 9, {actions({{"Fit a lock", "Nan", {}, ""}, {"Write to school", "Priya", {}, ""}})});
    auto outcome = [&](unsigned day, std::uint32_t place, bool done, const char* words) {
        return entry(std::string(outcome_type), day, outcome_form(place, done, words).answers, plan.entry.id);
    };
    auto child = with({plan, outcome(10, 2, true, "Written on Monday."), outcome(11, 2, false, "It came back."), outcome(12, 1, true, "It is fitted.")});
    auto all = actions_in(child, child.story[0]);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_TRUE(all[0].is_done());
    EXPECT_EQ(all[0].what_happened(), "It is fitted.");
    EXPECT_FALSE(all[1].is_done());
    EXPECT_EQ(all[1].what_happened(), "It came back.");
}

TEST(PlannedAction, whose_words_were_closed_is_not_told_again) {
    auto plan = entry("written-plan", 9, {goals(), actions({{"Fit a lock at 4 Mill Row", "Nan", {}, ""}})});
    Closing closing;
    closing.sentence.entry = plan.entry.id;
    closing.sentence.item = "actions";
    Beside<Closing> beside;
    beside.what = closing;
    plan.closings.push_back(beside);
    auto child = with({plan});
    EXPECT_TRUE(actions_in(child, child.story[0]).empty());
    EXPECT_EQ(goals_in(child.story[0]).size(), 2u);
}

} // namespace

} // namespace lifestory::record
