#include <gtest/gtest.h>

#include "record/child.h"
#include "web/pages/entry_words.h"

using namespace lifestory;
using namespace lifestory::web::pages;

namespace {

const auto tilly = RecordNumber::random();
const auto visit = EntryId::random();
const std::string happened = "Today I came to see you. You are enjoying Maths.\nReece has a cold.";

record::Form visit_form() {
    record::Views views;
    views.views.push_back({"child", "", {}, "Nan's is quiet.", {"talking alone"}, "", {}});
    views.views.push_back({"Maureen Barrow", "nan", {}, "She sleeps now.", {}, "", {}});
    return {"visit", "Visit", {{"happened", "What happened", "what-happened", "prose", record::Text{happened}},
                               {"views", "What you told me", "what-you-told-me", "views", views}}};
}

record::Entry entry(std::uint64_t place, record::Content content, EntryId id) {
    record::Entry made;
    made.id = id;
    made.number = place + 1;
    made.record = tilly;
    made.place = place;
    made.recorded_at = *calendar::parse_utc("2026-12-15T10:00:00.000Z");
    made.said.recorded_by = {WorkerNumber::random(), "Gareth Holloway", "Team Manager", "Family Team North"};
    made.content = std::move(content);
    return made;
}

record::Child record_with(const std::vector<record::Content>& beside) {
    std::vector<record::Entry> entries{entry(0, record::Visit{visit_form(), {}, {}, {}}, visit)};
    for (const auto& content : beside)
        entries.push_back(entry(entries.size(), content, EntryId::random()));
    return record::fold_child(entries);
}

record::Sentence sentence(std::string_view item, std::string_view words) {
    for (const auto& answer : visit_form().answers)
        for (const auto& one : record::sentences_of(visit, answer))
            if (one.item == item && one.words == words)
                return one;
    return {};
}

bool has(const web::Html& html, std::string_view words) { return html.markup().find(words) != std::string::npos; }

} // namespace

TEST(EntryWords, an_entry_beside_which_nothing_stands_reads_as_it_was_signed) {
    auto child = record_with({});
    EXPECT_TRUE(words_of_items(child.story.front()).empty());
}

TEST(EntryWords, right_words_stand_in_place_with_the_number_of_their_note) {
    auto child = record_with({record::Correction{sentence("happened", "You are enjoying Maths."), "You are enjoying English.", "wrong subject", {}, {}, false}});
    auto words = words_of_items(child.story.front());
    ASSERT_EQ(words.size(), 1u);
    const auto& html = words.at("happened");
    EXPECT_TRUE(has(html, "You are enjoying English."));
    EXPECT_FALSE(has(html, "Maths"));
    EXPECT_TRUE(has(html, "href=\"#note-1\""));
    EXPECT_LT(html.markup().find("English"), html.markup().find("#note-1"));
}

TEST(EntryWords, closed_words_are_told_of_and_not_shown) {
    auto child = record_with({record::Closing{sentence("happened", "Reece has a cold."), "they are about someone else"}});
    const auto html = words_of_items(child.story.front()).at("happened");
    EXPECT_FALSE(has(html, "Reece"));
    EXPECT_TRUE(has(html, "Some words were closed on 15 December 2026 by Gareth Holloway because they are about someone else."));
}

TEST(EntryWords, each_voice_keeps_its_own_words_when_one_of_them_is_answered) {
    auto child = record_with({record::Disagreement{sentence("views", "She sleeps now."), visit, "child", "does-not-agree", "I do not."}});
    auto words = words_of_items(child.story.front());
    EXPECT_TRUE(has(words.at(view_key("views", 0)), "quiet"));
    EXPECT_FALSE(has(words.at(view_key("views", 0)), "note-1"));
    EXPECT_FALSE(has(words.at(view_key("views", 1)), "quiet"));
    EXPECT_TRUE(has(words.at(view_key("views", 1)), "#note-1"));
}

TEST(EntryWords, a_sentence_is_chosen_by_its_code_and_a_closed_one_is_not_offered) {
    auto child = record_with({record::Closing{sentence("happened", "Reece has a cold."), "they are about someone else"}});
    const auto& story = child.story.front();
    auto open = sentence("happened", "Today I came to see you.");
    EXPECT_EQ(sentence_of(story, code_of(open)), open);
    EXPECT_EQ(sentence_of(story, code_of(sentence("happened", "Reece has a cold."))), std::nullopt);
    EXPECT_EQ(sentence_of(story, "happened:0:3"), std::nullopt);
}

TEST(EntryWords, nouns_are_written_small_within_a_sentence) {
    EXPECT_EQ(within_a_sentence("Visit"), "visit");
    EXPECT_EQ(within_a_sentence("MASH enquiry"), "MASH enquiry");
    EXPECT_EQ(within_a_sentence(""), "");
}
