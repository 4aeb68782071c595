// The categories that ask what the record itself knows: names, dates, people, the child's own words, other children.
#include <gtest/gtest.h>

#include "reading.h"

using namespace lifestory::prose;
using lifestory::calendar::parse_day;

TEST(Misspelt, finds_a_known_name_in_another_spelling) {
    EXPECT_EQ(found(Category::MisspeltName, "I came to your nan Maurene's house with Hellen."), (Words{"Maurene", "Hellen"}));
    EXPECT_EQ(found(Category::MisspeltName, "Your nan Maureen and Reece were there. A girl called Helena played. You saw Kelly Marsh."), Words{});
}

TEST(Misspelt, finds_a_wrong_date_of_what_it_knows) {
    auto about = about_tilly();
    about.key_dates = {{"born", *parse_day("2015-03-14")}, {"moved to Nan's", *parse_day("2023-04-06")}};
    EXPECT_EQ(found(Category::MisspeltName, "You were born on 15 March 2015. You have lived here since 6 May 2023.", about), (Words{"15 March 2015", "6 May 2023"}));
    EXPECT_EQ(found(Category::MisspeltName, "You were born on 14 March 2015 and moved on 6th April. I will come on 7 April 2023.", about), Words{});
}

TEST(Misspelt, hears_how_a_name_sounds_and_knows_whose_surname_it_is) {
    EXPECT_EQ(found(Category::MisspeltName, "Your mum Kerri came. Kerry was glad. Helen Frosst rang you. Matlida, you sang."), (Words{"Kerri", "Frosst", "Matlida"}));
    EXPECT_EQ(found(Category::MisspeltName, "Your cousin Kerrie came with your mum Kerry. The Barrows went out. Your friend Rees won."), Words{});
}

TEST(Misspelt, hears_names_that_are_said_alike_and_share_few_letters) {
    auto about = about_tilly();
    about.people = {{"Sean Hale", "dad"}, {"Niamh Hale", "sister"}, {"Amelia Hale", "aunt"}, {"Dawn Hargreave", "teacher"}, {"Eva Cole", "social worker"}};
    EXPECT_EQ(found(Category::MisspeltName, "I rang Shaun Hale. Neve danced. Emelia cooked. Ms Hargreaves wrote to us.", about), (Words{"Shaun", "Neve", "Emelia", "Hargreaves"}));
    EXPECT_EQ(found(Category::MisspeltName, "Eva and Sean came. Your friend Neve and your cousin Ava were there. The Hargreaves and Wayne Hale went home.", about), Words{});
}

TEST(Misspelt, hears_irish_and_polish_names_as_they_are_said) {
    auto about = about_tilly();
    about.people = {{"Niamh Hale", "sister"}, {"Diarmuid Hale", "uncle"}, {"Krzysztof Hale", "dad"}, {"Sinead Cole", "teacher"}};
    EXPECT_EQ(found(Category::MisspeltName, "Neave danced. Uncle Dermot clapped. Kristof Hale sang. Ms Shinade Cole wrote to us.", about), (Words{"Neave", "Dermot", "Kristof", "Shinade"}));
    EXPECT_EQ(found(Category::MisspeltName, "Niamh's coat is red. Your friend Neave came, and her neighbour Dermot Hart.", about), Words{});
}

TEST(Misspelt, knows_what_a_judge_decided_for_later_from_a_day_to_come) {
    auto about = about_tilly();
    about.key_dates = {{"born", *parse_day("2015-03-14")}, {"court hearing", *parse_day("2026-02-12")}};
    EXPECT_EQ(found(Category::MisspeltName, "The judge decided on 21 February 2026 that you will stay with Nan. You will be twelve on 15 March.", about),
              (Words{"21 February 2026", "15 March"}));
    EXPECT_EQ(found(Category::MisspeltName, "On 21 April 2026 you will meet the judge. You will be twelve on 14 March. You will be at Nan's on 15 March.", about), Words{});
}

TEST(Misspelt, finds_a_birthday_told_in_other_ways) {
    auto about = about_tilly();
    about.key_dates = {{"born", *parse_day("2015-03-14")}};
    EXPECT_EQ(found(Category::MisspeltName, "Your birthday this year is on Saturday the 4th of March. You turned ten on 15 March. The 12th of March is your birthday.", about), (Words{"4th of March", "15 March", "12th of March"}));
    EXPECT_EQ(found(Category::MisspeltName, "Your birthday is on 14/3. Your birthday party is on 16 March. Reece has his birthday on 2 May.", about), Words{});
}

TEST(PreferredWord, finds_what_the_child_asked_us_not_to_say) {
    auto about = about_tilly();
    about.preferred = {{"placement", "Nan's"}, {"dad", "Shaun"}};
    auto text = "Your placement is long. Your dad rang. You began your work placement. Her dad is kind. You said \"dad\".";
    EXPECT_EQ(found(Category::PreferredWord, text, about), (Words{"placement", "dad"}));
    EXPECT_EQ(check("Your dad rang.", small_reader(), about).front().suggestion, "Shaun");
}

TEST(PreferredWord, is_found_written_together_and_apart) {
    auto about = about_tilly();
    about.preferred = {{"key worker", "Col"}};
    EXPECT_EQ(found(Category::PreferredWord, "Your key worker came. Your keyworkers are two. Your key-worker rang. The key works.", about), (Words{"key worker", "keyworkers", "key-worker"}));
}

TEST(NameOrRole, asks_for_a_name_where_somebody_spoke_or_will_act) {
    EXPECT_EQ(found(Category::NameOrRole, "The school nurse said you are well. D. Coyle rang you. Mrs P came to see you."), (Words{"The school nurse", "D. Coyle", "Mrs P"}));
    EXPECT_EQ(found(Category::NameOrRole, "You told your teacher about it. A nurse looked at you. My manager, Phil Dacre, agreed."), Words{});
    EXPECT_EQ(found(Category::NameOrRole, "The family support worker said hello to you. Sam Okoro will come."), Words{});
}

TEST(NameOrRole, asks_for_who_works_where_and_whose_guardian_it_is) {
    EXPECT_EQ(found(Category::NameOrRole, "Bev from the contact centre brought you home. The children's guardian met you."), (Words{"Bev", "The children's guardian"}));
    EXPECT_EQ(found(Category::NameOrRole, "Mo from the football club came to tea. Helen at the clinic is your social worker, Helen Frost."), Words{});
}

TEST(NameOrRole, lets_a_list_name_only_whom_it_names) {
    EXPECT_EQ(found(Category::NameOrRole, "Present: Kerry Barrow (mum), school nurse, Sam Okoro (family support worker). You told us how you are."), Words{"school nurse"});
    EXPECT_EQ(found(Category::NameOrRole, "Your job coach will ring you. With your OK, I rang your form tutor."), (Words{"Your job coach", "your form tutor"}));
}

TEST(NameOrRole, reads_a_list_of_people_nobody_of_whom_is_known) {
    EXPECT_EQ(found(Category::NameOrRole, "Present: Ruth Amos (school nurse), Piers Hind (social worker), Owen Leach (teacher). You told your teacher that you are glad."), Words{});
    EXPECT_EQ(found(Category::NameOrRole, "Present: school nurse, Piers Hind (social worker). You were glad."), Words{"school nurse"});
}

TEST(Hurtful, is_no_word_in_brackets_that_says_what_a_quoted_one_means) {
    EXPECT_EQ(found(Category::Derogatory, "Mum said he is \"idle\" (she means lazy). You were glad."), Words{});
    EXPECT_EQ(found(Category::Derogatory, "Mum said he is (as she does) lazy. You were glad."), Words{"lazy"});
}

TEST(OtherChild, finds_what_is_private_to_another_child) {
    EXPECT_EQ(found(Category::OtherChild, "Your friend Paige Whitham has been cutting herself.").size(), 1u);
    EXPECT_EQ(found(Category::OtherChild, "Reece has been wetting the bed.").size(), 1u);
    for (auto text : {"You and Reece built a den.", "Reece lives with your dad.", "Your friend Sam came for tea.", "Your mum has depression and takes tablets."})
        EXPECT_EQ(found(Category::OtherChild, text), Words{}) << text;
}

TEST(PastedEmail, finds_the_block_and_nothing_within_it) {
    auto text = "I rang you.\n\nFrom: Kim <kim@school.example>\nTo: Priya\nSubject: Tilly\n\nTilly refused PE today.\nKind regards\nKim\n\nYou told me why.";
    EXPECT_EQ(found(Category::PastedEmail, text).size(), 1u);
    EXPECT_EQ(check(text, small_reader(), about_tilly()).size(), 1u);
    EXPECT_EQ(found(Category::PastedEmail, "Kim sent me an e-mail to say you were ill.\nFrom: Kim rang at nine."), Words{});
}

TEST(HardSentence, counts_words_and_long_words_and_lets_lists_be) {
    std::string many;
    for (int i = 0; i < 36; ++i)
        many += "word ";
    EXPECT_EQ(found(Category::HardSentence, many + "end.").size(), 1u);
    EXPECT_EQ(found(Category::HardSentence, "It was an unsatisfactory communication concerning the administration of the accommodation and it was written by the people who then did it for all of us.").size(), 1u);
    EXPECT_EQ(found(Category::HardSentence, "We had cake, tea, buns, milk, jam, bread, soup, ham, eggs, beans, chips, peas, corn, rice, figs, plums, nuts, dates, pears, limes, grapes, leeks, kale, cress, mint, sage, thyme, dill, basil, chives, cloves, mace, salt, oil, and then ice, and fudge."), Words{});
}

TEST(Missing, is_read_from_the_words_of_a_record) {
    std::vector<std::string> expects{"child-voice", "how-views-obtained", "who-was-present", "reason-for-decision", "decision-maker", "next-step"};
    EXPECT_EQ(missing_from("I came to see you with your mum. You told me that you like art. I will come again on 3 May.", small_reader(), about_tilly(), expects, "visit"), std::vector<Missing>{});
    EXPECT_EQ(missing_from("Home visit. Mum present. House tidy.", small_reader(), about_tilly(), expects, "visit"), (std::vector{Missing::ChildVoice, Missing::NextStep}));
    EXPECT_EQ(missing_from("You told Helen that you are fine. It was decided that the plan ends. Helen will visit you.", small_reader(), about_tilly(), {"reason-for-decision", "decision-maker"}, "referral"),
              (std::vector{Missing::ReasonForDecision, Missing::DecisionMaker}));
}

TEST(Missing, is_not_taken_for_there_where_the_words_say_something_else) {
    std::vector<std::string> expects{"how-views-obtained", "who-was-present", "reason-for-decision"};
    auto all = std::vector{Missing::HowViewsObtained, Missing::WhoWasPresent, Missing::ReasonForDecision};
    EXPECT_EQ(missing_from("You want to stay here. Mum attended her clinic and you have your own room. I will see you on Friday. We agreed that you will stay on the plan.", small_reader(), about_tilly(), expects, "core-group"), all);
    EXPECT_EQ(missing_from("These people met: Helen Frost, Kerry Barrow and Sam Okoro. I asked you what you think, and you said that you want to stay. Helen decided that the plan goes on, as it helps you.", small_reader(), about_tilly(), expects, "core-group"), std::vector<Missing>{});
}
