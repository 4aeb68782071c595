// How people say who was there and why something was decided; and what only sounds like it.
#include <gtest/gtest.h>

#include "reading.h"

namespace lifestory::prose {

namespace {

About about_dexter() {
    About about;
    about.child = "Dexter";
    about.full_name = "Dexter Quill";
    about.people = {{"Mina Sharrow", "social worker"}, {"Joan Quill", "mum"}, {"Rafe Quill", "dad"}, {"Lowell Bright", "teacher"}};
    return about;
}

bool lacks(Missing item, const std::string& text, std::string_view type, const About& about = about_dexter()) {
    auto all = missing_from(text, small_reader(), about, {"child-voice", "how-views-obtained", "who-was-present", "reason-for-decision", "decision-maker", "next-step"}, type);
    return std::find(all.begin(), all.end(), item) != all.end();
}

} // namespace

TEST(WhoWasPresent, is_said_in_many_ways) {
    for (const std::string sentence : {"It was just the two of us.", "Nobody else was there.", "There was no one else.", "Mum stayed in the room.", "Round the table were Mina Sharrow and Lowell Bright.",
                                       "Mr Bright sat in.", "The three of us talked it through.", "I saw you by yourself.", "We had a one to one.", "I spoke to you in private.", "Lowell Bright joined us.",
                                       "Dad dialled in from work.", "I saw you on your own.", "Mum was in the room with us."})
        EXPECT_FALSE(lacks(Missing::WhoWasPresent, "We talked about school. " + sentence, "core-group")) << sentence;
}

TEST(WhoWasPresent, is_not_said_by_words_about_rooms_and_people) {
    for (const std::string sentence : {"The plan is going well.", "Mum put a lamp in the room.", "Nothing else has changed.", "You did it all by yourself.", "Two of your books are lost.", "The teacher sat in a chair at the show.",
                                       "You like the private garden.", "You are one to watch."})
        EXPECT_TRUE(lacks(Missing::WhoWasPresent, "School is better now. " + sentence, "core-group")) << sentence;
}

TEST(WhoWasPresent, is_said_of_a_visit_by_who_was_in) {
    for (const std::string sentence : {"Mum and Dad were in.", "It was your dad, you and I in the kitchen.", "There were Mum, Dad and me."})
        EXPECT_FALSE(lacks(Missing::WhoWasPresent, "I called at ten. " + sentence, "visit")) << sentence;
    for (const std::string sentence : {"I visited you.", "Mum was out.", "There were crumbs on the floor."})
        EXPECT_TRUE(lacks(Missing::WhoWasPresent, "I called at ten. " + sentence, "visit")) << sentence;
}

TEST(ChildVoice, is_what_a_named_baby_did) {
    About baby;
    baby.full_name = "Baby Corey Hallam";
    baby.child = "Corey";
    EXPECT_TRUE(lacks(Missing::ChildVoice, "I called on Friday. The bottles were clean.", "visit", baby));
    EXPECT_FALSE(lacks(Missing::ChildVoice, "I called on Friday. You looked at my beads and reached for them.", "visit", baby));
    EXPECT_FALSE(lacks(Missing::HowViewsObtained, "I called on Friday. You looked at my beads and reached for them.", "visit", baby));
    baby.full_name = "Baby Hallam"; // not born yet
    EXPECT_FALSE(lacks(Missing::ChildVoice, "I called on Friday. The cot is up.", "visit", baby));
}

TEST(HowViewsObtained, is_told_where_the_child_does_two_things_in_one_sentence) {
    EXPECT_FALSE(lacks(Missing::HowViewsObtained, "You came to the telephone and told me that you want to go.", "phone-call"));
    EXPECT_TRUE(lacks(Missing::ChildVoice, "I rang you and told Mum.", "phone-call"));
}

TEST(NextStep, is_what_somebody_will_do_and_not_how_old_you_will_be) {
    for (const std::string sentence : {"I am coming to you tonight.", "Mum is taking you on Friday.", "You can see Mum again on 3 January."})
        EXPECT_FALSE(lacks(Missing::NextStep, sentence, "visit")) << sentence;
    for (const std::string sentence : {"You will be sixteen.", "I was coming down with a cold.", "You can swim."})
        EXPECT_TRUE(lacks(Missing::NextStep, sentence, "visit")) << sentence;
}

TEST(DecisionMaker, is_asked_for_where_a_decision_is_only_told) {
    for (const std::string sentence : {"The decision is to end the plan.", "A joint visit is to take place.", "It has been decided that you will stay."})
        EXPECT_TRUE(lacks(Missing::DecisionMaker, sentence, "managers-analysis")) << sentence;
    EXPECT_FALSE(lacks(Missing::DecisionMaker, "It was agreed by all of us to go on with the plan.", "managers-analysis"));
}

TEST(WhoWasPresent, is_said_by_what_the_meeting_was) {
    EXPECT_FALSE(lacks(Missing::WhoWasPresent, "At the core group on 12 March were Joan Quill, Mina Sharrow and me.", "core-group"));
    EXPECT_TRUE(lacks(Missing::WhoWasPresent, "At the core group on 12 March Joan said that Rafe and Mina were late.", "core-group"));
    EXPECT_TRUE(lacks(Missing::WhoWasPresent, "In the meeting we said that Mina Sharrow would ring.", "core-group"));
}

TEST(HowViewsObtained, is_plain_where_the_child_was_only_seen) {
    EXPECT_FALSE(lacks(Missing::HowViewsObtained, "You laughed every time.", "core-group"));
    EXPECT_TRUE(lacks(Missing::HowViewsObtained, "You laughed. You want a dog.", "core-group"));
}

TEST(NextStep, is_what_somebody_is_charged_with) {
    EXPECT_FALSE(lacks(Missing::NextStep, "You must be seen every week by Mina.", "visit"));
    EXPECT_TRUE(lacks(Missing::NextStep, "You must be kind.", "visit"));
}

TEST(ReasonForDecision, is_given_in_many_ways) {
    for (const std::string sentence : {"I decided that you will stay at Nan's so that you are near school.", "Dad hit you, which is why I decided that you will stay at Nan's.", "I decided that you will stay at Nan's. That's why your bags are there.",
                                       "The reason being your safety, I decided this.", "After Dad hurt you I decided that you will stay at Nan's.", "Based on what you told me, I decided that you will stay.",
                                       "Having heard from your school, I decided on a new plan.", "I decided to come weekly in case things get worse.", "I decided this to avoid a second move.", "Now that Mum is home I decided to end the plan.",
                                       "I decided to end the plan, since nobody was hurt.", "I decided on a break on the grounds of safety.", "I decided that you will stay. We chose this so that you can rest."})
        EXPECT_FALSE(lacks(Missing::ReasonForDecision, sentence, "visit")) << sentence;
}

TEST(ReasonForDecision, is_not_given_by_when_or_by_a_question) {
    for (const std::string sentence : {"After the meeting I decided that you will stay at Nan's.", "I decided that you will stay at Nan's. You asked why.", "I decided that you will stay at Nan's. I told Mum why.",
                                       "I decided that you will stay at Nan's from Monday.", "After tea I decided it.", "I decided this at the case conference.", "Now I decided that you will stay."})
        EXPECT_TRUE(lacks(Missing::ReasonForDecision, sentence, "visit")) << sentence;
}

TEST(ReasonForDecision, is_not_asked_for_when_people_only_agree_to_meet) {
    EXPECT_FALSE(lacks(Missing::ReasonForDecision, "We all agreed to meet again on 9 May.", "core-group"));
    EXPECT_TRUE(lacks(Missing::ReasonForDecision, "We all agreed to end the plan.", "core-group"));
    EXPECT_FALSE(lacks(Missing::ReasonForDecision, "There will be a decision by Friday.", "core-group"));
    EXPECT_FALSE(lacks(Missing::ReasonForDecision, "NFA. Decision by Mina Sharrow, as nobody was hurt.", "referral"));
}

} // namespace lifestory::prose
