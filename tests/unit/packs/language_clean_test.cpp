// Sentences that a good letter to a child is made of, each with a word in it that looks like a slip: with the words of the packs
// none of them is marked for what it says.
#include <filesystem>

#include <gtest/gtest.h>

#include "policy/pack.h"
#include "policy/wording.h"
#include "prose/check.h"

using namespace lifestory;

namespace {

const prose::Reader& reader() {
    static const prose::Reader made(policy::wording_of(*policy::load(std::filesystem::path(SOURCE_FOLDER) / "packs/model")));
    return made;
}

prose::About about() {
    prose::About about;
    about.child = "Tilly";
    about.full_name = "Matilda Barrow";
    about.people = {{"Helen Frost", "social worker"}, {"Maureen Barrow", "nan"}, {"Kerry Barrow", "mum"}, {"Reece Barrow", "brother"}};
    return about;
}

constexpr const char* clean[] = {
    "You wore your welly boots and jumped in every puddle on the way to Nan's.",
    "Your mum cried when you gave her the card, and then she laughed.",
    "I was late because my car would not start, and I am sorry.",
    "You told me that you do not want to see your dad yet, and that is your choice.",
    "Nan showed me the photo of you in the school play.",
    "You were cross when the tablet ran out, so we played snap instead.",
    "Your dad hit you with a belt, and that is never your fault.",
    "We will go to the park again when it stops raining.",
    "You chose the blue paint for your bedroom.",
    "Mum did not come on Tuesday. She rang to say that her bus had broken down.",
    "You mumbled at first, and then you told me all about the hamster.",
    "I think that your mum finds mornings hard, and she told me so too.",
    "You have a new teacher and you like her a lot.",
    "Dad has not had a drink since June, and he has a card from his group to show it.",
    "Your nan has made a big pot of vegetable soup.",
    "You hid behind the sofa and jumped out at me.",
    "You were so tired that you fell asleep on the sofa with the cat.",
    "Your mum is in hospital. The doctors are looking after her and you can ring her tonight.",
    "You made up a story about a dragon who was afraid of the dark.",
    "Your work placement at the garage starts on Monday.",
    "You never stop talking about football, and I love hearing it.",
    "Your dad got a new job at the bakery, so he can see you on Saturdays.",
    "I could have told you sooner that I was changing jobs, and I am sorry that I did not.",
    "You had a big surprise at school, because your class won the cup.",
    "Nan said that she will always love you.",
    "You said that you felt silly when everybody looked at you.",
    "Your mum would like to take you to see the sea lions.",
    "Your social worker is Helen Frost. She will come on Friday after school.",
    "You can ring me any time, and I will ring you back the same day.",
    "The judge decided that you will live with Nan until you grow up, because she keeps you safe and you are happy there.",
    "He shouted at your mum and pushed her against the wall. You were on the stairs and you saw it.",
    "You and Reece had a row over the remote, and you sorted it out between you.",
    "You were worried about the test, but you got nine out of ten.",
    "Your tooth came out at tea time and you put it under your pillow.",
    "You wanted to stay up late for the match, and Nan let you.",
    "You laughed at me when I fell off the skateboard.",
    "It was very difficult for you to say goodbye, and you were brave.",
    "You and your mum made a cake. It fell apart and you ate it with a spoon.",
    "Your mum has diabetes, which means that she must check her blood before she eats.",
    "We looked at the stars and you knew the names of three of them.",
    "I do not know yet when you can go home. I will tell you as soon as I know.",
    "Your dad will not be at the meeting, because he is at work that day.",
    "You are good at maths and you want to be a vet.",
    "You have your own room now and the walls are green.",
    "Your mum brought you a birthday card with a robot on it.",
    "You did not want to go to school on Monday. You said that the bus was too loud.",
    "Nan does not have a car, so a taxi will bring you.",
    "You asked me to stop, and I stopped.",
};

} // namespace

TEST(LanguageOfAGoodLetter, is_left_alone) {
    for (auto text : clean)
        for (const auto& finding : prose::check(text, reader(), about()))
            ADD_FAILURE() << prose::word(finding.category) << " on \"" << std::string_view(text).substr(finding.begin, finding.end - finding.begin) << "\" in: " << text;
}

// Words that everybody uses count only beside another slip: here each sentence stands beside one.
TEST(LanguageOfAGoodLetter, is_left_alone_beside_a_slip_too) {
    const std::string slip = "Dad is feckless. ";
    for (auto text : clean)
        for (const auto& finding : prose::check(slip + text, reader(), about()))
            if (finding.begin >= slip.size() && finding.category != prose::Category::ThirdPerson)
                ADD_FAILURE() << prose::word(finding.category) << " on \"" << std::string_view(text).substr(finding.begin - slip.size(), finding.end - finding.begin) << "\" in: " << text;
}
