#include "web/pages/last_heard.h"

#include <gtest/gtest.h>

#include "calendar/london.h"

namespace lifestory::web::pages {

namespace {

using calendar::day_of;

const auto today = *day_of(2026, 12, 23);

record::Child tilly() {
    record::Child child;
    auto said = [&](const std::string& fact, const std::string& value) {
        record::Beside<record::BasicDetail> detail;
        detail.what.fact = fact;
        detail.what.value = value;
        child.facts[fact].said.push_back(detail);
    };
    said("name", "Matilda Barrow");
    said("known-as", "Tilly");
    return child;
}

record::StoryEntry note(unsigned day, std::vector<record::Answer> answers) {
    record::StoryEntry story;
    story.entry.id = EntryId::random();
    story.entry.said.happened_on = *day_of(2026, 12, day);
    story.entry.content = record::CaseNote{{"case-note", "Note", std::move(answers)}, {}, {}, {}};
    return story;
}

record::Answer views(const std::string& whose, const std::string& words) { return {"views", "Views", "what-you-told-me", "views", record::Views{{{whose, "", {}, words, {}, "", {}}}}}; }

record::Beside<record::SharingGiven> given(unsigned day, const std::string& to, const std::string& how) {
    record::Beside<record::SharingGiven> one;
    one.what.to = to;
    one.what.how = how;
    one.what.on = *day_of(2026, 12, day);
    return one;
}

TEST(LastHeard, is_the_newest_day_on_which_the_child_said_something) {
    auto child = tilly();
    child.story = {note(20, {views("child", "I sleep.")}), note(9, {views("child", "I draw.")}), note(22, {views("Kerry Barrow", "She sleeps.")})};
    EXPECT_EQ(last_heard(child, today).heard, *day_of(2026, 12, 20));
    EXPECT_EQ(last_heard_words(last_heard(child, today)), "Last heard on 20 December 2026. Nothing read together yet.");
}

TEST(LastHeard, counts_what_was_drawn_or_filmed_as_much_as_words) {
    auto child = tilly();
    child.story = {note(21, {{"shown", "A drawing", "what-you-told-me", "attachment", record::Files{{}, "in her folder"}}})};
    EXPECT_EQ(last_heard(child, today).heard, *day_of(2026, 12, 21));
}

TEST(LastHeard, is_not_a_paper_that_we_put_in) {
    auto child = tilly();
    child.story = {note(21, {{"kept", "The document", "about", "attachment", record::Files{{}, "in our cabinet"}}})};
    EXPECT_FALSE(last_heard(child, today).heard);
    EXPECT_EQ(last_heard_words(last_heard(child, today)), "Not heard yet. Nothing read together yet.");
}

TEST(LastHeard, was_read_together_when_it_was_read_out_to_the_child_and_to_nobody_else) {
    auto child = tilly();
    child.story = {note(1, {})};
    child.story[0].sharings = {given(9, "Tilly, at Nan's", "read out"), given(12, "Matilda Barrow", "by post"), given(14, "Kerry Barrow, Tilly's mum", "read out")};
    EXPECT_EQ(last_heard(child, today).read_together, *day_of(2026, 12, 9));
}

} // namespace

} // namespace lifestory::web::pages
