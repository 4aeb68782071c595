// What came of something that was to be done: one document that names the entry and the place in it, and what is refused.
#include "casework/say_outcome.h"
#include "unit/casework/cast.h"

namespace lifestory::casework {

namespace {

using namespace cast;

// The record with a plan in which two things are to be done.
record::Child with_a_plan() {
    auto child = the_record();
    record::StoryEntry plan;
    plan.entry.id = EntryId::random();
    record::Document document;
    document.form = {std::string(record::plan_type), "Plan", {{"actions", "What will be done", "what-happens-next", "actions",
                                                               record::Actions{{{"Fit a lock", "Maureen Barrow", {}, ""}, {"Write to the school", "Priya Anand", {}, ""}}}}}};
    plan.entry.content = document;
    child.where[plan.entry.id] = child.story.size();
    child.story.push_back(plan);
    return child;
}

} // namespace

TEST(SayOutcome, is_one_document_that_names_the_entry_and_the_place) {
    const auto child = with_a_plan();
    const auto& plan = child.story.back();
    const auto writing = say_outcome(priya(), child, {plan.entry.id, 2, true, " The letter went on Monday. "});
    ASSERT_TRUE(writing);
    ASSERT_EQ(writing->size(), 1u);
    const auto& document = std::get<record::Document>(writing->front().content);
    EXPECT_EQ(document.belongs_to, plan.entry.id);
    EXPECT_EQ(document.form.text("place"), "2");
    EXPECT_EQ(document.form.text("happened"), "The letter went on Monday.");
}

TEST(SayOutcome, without_an_answer_or_words_is_refused_all_at_once) {
    const auto child = with_a_plan();
    const auto writing = say_outcome(priya(), child, {child.story.back().entry.id, 1, {}, " "});
    ASSERT_FALSE(writing);
    ASSERT_EQ(writing.refusals().size(), 2u);
    EXPECT_EQ(writing.refusals()[0].field, "done");
    EXPECT_EQ(writing.refusals()[1].field, "happened");
}

TEST(SayOutcome, of_what_is_not_in_the_record_is_refused) {
    const auto child = with_a_plan();
    EXPECT_FALSE(say_outcome(priya(), child, {child.story.back().entry.id, 3, true, "It was done."}));
    EXPECT_FALSE(say_outcome(priya(), child, {EntryId::random(), 1, true, "It was done."}));
}

} // namespace lifestory::casework
