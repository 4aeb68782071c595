#include <gtest/gtest.h>

#include "reading.h"

using namespace lifestory::prose;

namespace {

Words about(std::string_view text) { return found(Category::ThirdPerson, text); }

} // namespace

TEST(ThirdPerson, finds_the_child_spoken_of_by_name_and_by_pronoun_once_a_sentence) {
    EXPECT_EQ(about("Tilly was in her room. She did not come down."), (Words{"Tilly", "She"}));
    EXPECT_EQ(about("Matilda is well. YP seen at school."), (Words{"Matilda", "YP"}));
    EXPECT_EQ(about("Mum said her daughter is well."), Words{"daughter"});
}

TEST(ThirdPerson, leaves_the_child_who_is_spoken_to) {
    for (auto text : {"Tilly, you were drawing when I came.", "Hello Tilly,\nI came to see you.", "I am proud of you, Tilly.", "We talked, Tilly, about what you want.", "It was good for you Tilly."})
        EXPECT_EQ(about(text), Words{}) << text;
}

TEST(ThirdPerson, knows_he_and_she_for_others) {
    EXPECT_EQ(about("Your mum Kerry was there. She was tired and she told you so."), Words{});
    EXPECT_EQ(about("You and Reece played. He lost, and he laughed."), Words{});
    EXPECT_EQ(about("I rang your doctor. She will see you on Monday."), Words{});
}

TEST(ThirdPerson, leaves_quotations_titles_and_those_present) {
    EXPECT_EQ(about("Your nan said, \"Tilly is a star.\" You laughed."), Words{});
    EXPECT_EQ(about("Tilly's Pathway Plan\nYou wrote this with me."), Words{});
    EXPECT_EQ(about("Present: Tilly, Helen Frost (social worker)\nYou sat by me."), Words{});
    EXPECT_EQ(about("When an adult does this to a child it is never the child's fault. You were brave."), Words{});
}

TEST(ThirdPerson, leaves_another_person_of_the_same_first_name) {
    EXPECT_EQ(about("You played with Tilly Marsh from your class."), Words{});
}

TEST(ThirdPerson, is_not_asked_of_what_is_not_written_to_the_child) {
    auto others = about_tilly();
    others.written_to = WrittenTo::Others;
    EXPECT_EQ(found(Category::ThirdPerson, "Tilly was in her room.", others), Words{});
}

TEST(ThirdPerson, knows_the_child_whose_name_is_misspelt) {
    EXPECT_EQ(about("Tily has grown an inch. She wants to stay here."), (Words{"Tily", "She"}));
    EXPECT_EQ(about("Your name was typed as Tily, and I have asked for it to be put right."), Words{});
}

TEST(ThirdPerson, leaves_the_child_who_is_called_to_within_a_sentence) {
    for (auto text : {"On the first day of frost, Tilly, somebody knocked on your door. You were asleep. You told me so.", "There were you, Tilly; your sister Ann; and me.", "Oh Tilly. That is rotten, and you said so.",
                      "Tilly, five people met by video about you.", "Update for Tilly, January to March.\nYou have grown."})
        EXPECT_EQ(about(text), Words{}) << text;
}
