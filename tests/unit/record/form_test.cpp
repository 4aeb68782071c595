#include <gtest/gtest.h>

#include "unit/record/samples.h"

using namespace lifestory::record;

TEST(Form, finds_answers_by_their_item) {
    const auto form = samples::visit_form();
    EXPECT_EQ(form.seen(), Seen::Alone);
    EXPECT_EQ(form.chosen("purpose"), std::vector<std::string>{"plan visit"});
    EXPECT_EQ(form.text("school-place"), "Asked on 9 December 2026.");
    EXPECT_EQ(form.text("people"), "");
    EXPECT_EQ(form.find("nothing"), nullptr);
    EXPECT_FALSE(Form{}.seen());
}

TEST(Form, prints_each_answer_in_words) {
    const auto form = samples::visit_form();
    const auto words = [&](const char* item) { return words_of(*form.find(item)); };
    EXPECT_EQ(words("child-views"), "Nan's is quiet. I sleep.");
    EXPECT_EQ(words("bedroom-seen"), "Yes");
    EXPECT_EQ(words("agreed-on"), "25 November 2026");
    EXPECT_EQ(words("people"), "Maureen Barrow, nan");
    EXPECT_EQ(words("seen"), "seen alone");
    EXPECT_EQ(words("considered"), "A visit at school. Why not: You said you would rather be at home.");
    EXPECT_EQ(words("next"), "Ask about art club, Priya Anand, by 5 January 2027");
    EXPECT_EQ(words("routine"), "Monday, school\nSaturday, seeing Mum");
    EXPECT_EQ(words("school-place"), "Not known. Asked on 9 December 2026.");
    EXPECT_EQ(words_of(Answer{"people", "", "", "people", People{{}, true}}), "Nobody else");
}

TEST(Form, spells_how_a_child_was_seen_as_the_packs_do) {
    for (const auto seen : {Seen::NotSeen, Seen::WithOthers, Seen::Alone, Seen::BabyAwake})
        EXPECT_EQ(seen_of(word_of(seen)), seen);
    EXPECT_FALSE(seen_of("glimpsed"));
}

TEST(Kinds, say_in_which_stream_they_stand_and_what_they_stand_beside) {
    std::map<StreamKind, int> count;
    for (const auto& content : samples::one_of_every_kind())
        ++count[stream_of(content)];
    EXPECT_EQ(count[StreamKind::Authority], 7);
    EXPECT_EQ(count[StreamKind::Family], 4);
    EXPECT_EQ(count[StreamKind::Looks], 1);
    EXPECT_EQ(
        about_of(Content(Correction{samples::maths_sentence(samples::id_at(7)), "", "", {}, {}, false})),
        samples::id_at(7));
    EXPECT_EQ(about_of(Content(Comment{samples::id_at(6), "", true})), samples::id_at(6));
    EXPECT_FALSE(about_of(Content(Visit{})));
    EXPECT_FALSE(is_signed_work(Content(Meeting{{}, {}, true, {}, {}, {}})));
    EXPECT_TRUE(is_signed_work(Content(Meeting{})));
}
