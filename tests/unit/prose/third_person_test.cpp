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

namespace {

// A letter that speaks to Tilly all along, with one more passage in it.
Words in_letter(const std::string& passage) { return about("You told me about school. You showed me your room. You made me tea. " + passage); }

} // namespace

TEST(ThirdPerson, leaves_the_name_where_it_is_a_name) {
    for (const std::string passage : {"Your name is Tilly in this plan.", "You are known as Tilly at the club.", "Matilda is the name on your birth certificate.", "I wrote TILLY on the lid of your box.", "Your peg says Tilly.",
                                      "There is another Tilly in your class. She has red hair.", "Your dad named the boat Tilly after you. She sank.", "You played Tilly the Brave. She wins.", "Everybody clapped for Team Tilly.",
                                      "You made Tilly's Bakery out of a box.", "I am glad that you are my Tilly.", "Your nan's message was: Tilly is a star. You beamed."})
        EXPECT_EQ(in_letter(passage), Words{}) << passage;
}

TEST(ThirdPerson, leaves_titles_lists_and_labels_of_a_letter) {
    for (const std::string passage : {"This is Tilly's story, and you told it.", "For Tilly, with thanks. You were kind.", "Written for Tilly by Helen Frost. You read it.", "Keep going, Tilly.", "Goodnight, Tilly.", "That, Tilly, is why I wrote.",
                                      "Tilly - this is for you.", "At the meeting were Mum, Reece, Mr Kerr, Tilly and I."})
        EXPECT_EQ(in_letter(passage), Words{}) << passage;
    EXPECT_EQ(about("Tilly's core group, 9 October.\nYou sat by me."), Words{});
    EXPECT_EQ(in_letter("Mum, Reece and Tilly went out."), Words{"Tilly"});
    EXPECT_EQ(in_letter("I gave the letter to Tilly."), Words{"Tilly"});
}

TEST(ThirdPerson, knows_whose_mother_it_is) {
    EXPECT_EQ(in_letter("Tilly was cross. Tilly's mum came. She cried."), (Words{"Tilly", "Tilly"}));
    EXPECT_EQ(in_letter("Mrs Ash has a son. Her daughter Fay plays with you."), Words{});
    EXPECT_EQ(in_letter("Mum was tired. She shouted at her daughter."), Words{"daughter"});
    EXPECT_EQ(in_letter("Your mum was the child of a soldier."), Words{});
}

TEST(ThirdPerson, knows_who_is_meant_by_he_and_she) {
    auto others = about_tilly();
    others.child = "Tom";
    others.full_name = "Thomas Barrow";
    auto of_tom = [&](std::string_view text) { return found(Category::ThirdPerson, text, others); };
    EXPECT_EQ(of_tom("Tom ran off. Reece stayed by the door. Dad asked him about football and he shrugged."), Words{"Tom"}); // him: Reece
    EXPECT_EQ(of_tom("Tom ran off. Dad shouted at him."), (Words{"Tom", "him"}));                                           // nobody else
    EXPECT_EQ(about("Tilly was cross. Kerry is her mate."), (Words{"Tilly", "her"}));                                // Kerry is not her own
    EXPECT_EQ(about("Tilly and Kerry share a room. She has the top bunk."), Words{"Tilly"});                                // it may be either
    EXPECT_EQ(about("Tilly said that Kerry is the favourite. She has the big room."), Words{"Tilly"});
    EXPECT_EQ(about("Tilly is at school. The dog was sick. She had eaten a sock."), Words{"Tilly"});
    EXPECT_EQ(in_letter("Tilly was cross. My manager read it. She agreed with me."), Words{"Tilly"});
    EXPECT_EQ(in_letter("Tilly was cross. You played with Zuri. She won."), Words{"Tilly"});
}

TEST(ThirdPerson, leaves_a_word_of_every_day_that_is_a_name_too) {
    auto of = [](const std::string& name, const std::string& passage) {
        About who = about_tilly();
        who.child = name;
        who.full_name = name + " Barrow";
        return found(Category::ThirdPerson, "You told me about school. You showed me your room. You made me tea. " + passage, who);
    };
    EXPECT_EQ(of("Will", "Will that be all right, you asked."), Words{});
    EXPECT_EQ(of("May", "In early May you had measles."), Words{});
    EXPECT_EQ(of("Summer", "Summer holidays start soon."), Words{});
    EXPECT_EQ(of("Robin", "We saw a Robin."), Words{});
    EXPECT_EQ(of("Amber", "You chose the Amber card."), Words{});
    EXPECT_EQ(of("Will", "Will said that school is fine."), Words{"Will"});
    EXPECT_EQ(of("Summer", "Summer has a cold."), Words{"Summer"});
    EXPECT_EQ(about("You have a hamster called Child. Child escaped and he hid."), Words{});
}
