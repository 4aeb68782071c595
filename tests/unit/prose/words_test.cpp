#include <gtest/gtest.h>

#include "prose/pattern.h"
#include "reading.h"

using namespace lifestory::prose;

TEST(Words, are_found_in_every_form) {
    EXPECT_EQ(found(Category::Blame, "She refused. He is refusing. You declined to come and talk."), (Words{"refused", "refusing", "declined to come and talk"}));
    EXPECT_EQ(found(Category::Jargon, "Your placements ended."), Words{"placements"});
}

TEST(Words, are_fine_in_another_meaning) {
    EXPECT_EQ(found(Category::Blame, "The refuse lorry woke you."), Words{});
    EXPECT_EQ(found(Category::Jargon, "You made eye contact and can contact me. Your work placement starts."), Words{});
    EXPECT_EQ(found(Category::Stigma, "Your shirt was clean. Her tests were clean. He refused."), Words{"clean"});
}

TEST(Words, that_hurt_are_left_when_quoted_denied_or_said_by_the_child) {
    EXPECT_EQ(found(Category::Derogatory, "He shouted \"you lazy girl\". You are not lazy. You told me that he called you useless."), Words{});
    EXPECT_EQ(found(Category::Derogatory, "Dad is lazy."), Words{"lazy"});
}

TEST(Words, that_hurt_are_marked_without_the_and_that_joins_another) {
    EXPECT_EQ(found(Category::Derogatory, "He was naughty and went upstairs. She was sarky and tired."), (Words{"naughty", "sarky"}));
}

TEST(Words, of_people_are_left_when_they_are_of_things) {
    EXPECT_EQ(found(Category::Derogatory, "Your filthy kit is in the bag. He was filthy."), Words{"filthy"});
}

TEST(Words, that_hurt_are_left_when_they_are_of_beasts_and_of_who_writes) {
    std::string letter;
    for (int i = 0; i < 20; ++i)
        letter += "You told me about your day. ";
    EXPECT_EQ(found(Category::Blame, letter + "Your dad brought the dinosaur. He refuses everything."), Words{});
    EXPECT_EQ(found(Category::Blame, letter + "Your dad came. He refuses everything."), Words{"refuses"});
    EXPECT_EQ(found(Category::Blame, "I refused to let it go."), Words{});
    EXPECT_EQ(found(Category::Derogatory, "It was non-lazy."), Words{});
}

TEST(Words, are_left_when_their_meaning_stands_beside_them) {
    EXPECT_EQ(found(Category::Jargon, "This meeting is called a core group. You came."), Words{});
    EXPECT_EQ(found(Category::Jargon, "We held a core group, which is the meeting about your plan."), Words{});
    EXPECT_EQ(found(Category::Jargon, "We held a core group."), Words{"core group"});
}

TEST(Words, of_the_office_are_offered_the_plainer_word_of_their_own_kin_alone) {
    const auto message = [](std::string_view text) {
        const auto findings = check(text, small_reader(), {});
        return findings.empty() ? std::string() : findings.front().message;
    };
    EXPECT_NE(message("You are in receipt of help.").find("Perhaps: gets."), std::string::npos);
    EXPECT_NE(message("Your receipts of help came.").find("Perhaps: gets."), std::string::npos);
    EXPECT_NE(message("That was considerable help.").find("worker's word"), std::string::npos);
    EXPECT_EQ(message("That was considerable help.").find("Perhaps"), std::string::npos);
}

TEST(Words, on_the_border_count_in_an_official_sentence_alone) {
    EXPECT_EQ(found(Category::Jargon, "It had an impact on you. I saw that you laughed. You were happy. You ate well. We played."), Words{});
    EXPECT_EQ(found(Category::Jargon, "The impact of the placement was seen."), (Words{"impact", "placement"}));
}

TEST(Words, of_opinion_are_left_when_somebody_owns_them) {
    EXPECT_EQ(found(Category::OpinionAsFact, "Dad obviously drinks."), Words{"obviously"});
    EXPECT_EQ(found(Category::OpinionAsFact, "I think that Dad will never stop. Dr Marsh said that he obviously drinks."), Words{});
}

TEST(Words, of_evidence_are_no_fault_of_style) {
    for (auto text : {"He hit you with a belt and you had a bruise on your arm.", "Your dad was drunk and he punched the door.", "She burned you on purpose, you told me."})
        EXPECT_EQ(check(text, small_reader(), {}).size(), 0u) << text;
}

TEST(Patterns, are_refused_when_nothing_can_be_found_by_them) {
    EXPECT_FALSE(patterns_of("<nonsense> word"));
    EXPECT_FALSE(patterns_of("* .."));
    EXPECT_FALSE(patterns_of("a||b"));
    EXPECT_EQ(patterns_of("very? poor")->size(), 2u);
}
