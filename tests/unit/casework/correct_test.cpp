#include <gmock/gmock.h>

#include "base/text.h"
#include "casework/correct.h"
#include "casework/endorse.h"
#include "casework/release.h"
#include "unit/casework/cast.h"

using namespace lifestory;
using namespace lifestory::casework;
using namespace lifestory::casework::cast;
using testing::ElementsAre;

namespace {

Correction english(std::string right = "You are enjoying English.",
                   std::string why = "It was the wrong subject.") {
    return {maths(), std::move(right), std::move(why), std::nullopt, {"Kerry Barrow"}, false};
}

Child with(const Writing& writing) {
    auto child = the_record();
    for (const auto& one : writing) {
        Entry entry;
        entry.number = entry.place = child.length;
        entry.id = one.id;
        entry.record = one.record;
        entry.said = one.said;
        entry.content = one.content;
        apply(child, entry);
    }
    return child;
}

} // namespace

TEST(Correct, by_a_team_manager_keeps_both_versions) {
    const auto writing = correct(gareth(), the_record(), english());
    ASSERT_TRUE(writing.has_value());
    ASSERT_EQ(writing->size(), 1u);
    EXPECT_EQ(writing->front().expected_place, the_record().length);
    const auto child = with(*writing);
    const auto* visit = child.find(visit_of_9_december);
    EXPECT_EQ(words_now(*visit, "happened"), "Today I came to see you. You are enjoying English.");
    EXPECT_EQ(visit->form()->text("happened"), "Today I came to see you. You are enjoying Maths.");
}

TEST(Correct, does_not_exist_for_anybody_else) {
    const auto writing = correct(priya(), the_record(), english());
    EXPECT_EQ(writing.refusal().code, "not-found");
    EXPECT_EQ(correct(act_of(15, "Lena Hart", "Senior Practitioner", "senior-practitioner"), the_record(),
                      english())
                  .refusal()
                  .code,
              "not-found");
}

TEST(Correct, says_why_and_changes_something) {
    EXPECT_THAT(messages(correct(gareth(), the_record(), english("You are enjoying Maths. ", " "))),
                ElementsAre("The words are the same as before", "Say why"));
    EXPECT_THAT(messages(correct(gareth(), the_record(), english(" "))),
                ElementsAre("Write the right words"));
}

TEST(Correct, compares_with_the_words_that_stand_and_not_with_the_first) {
    const auto child = with(*correct(gareth(), the_record(), english()));
    EXPECT_THAT(messages(correct(gareth(), child, english())),
                ElementsAre("The words are the same as before"));
    EXPECT_TRUE(correct(gareth(), child, english("You are enjoying Maths.")).has_value());
}

TEST(Correct, holds_on_to_words_that_are_really_there) {
    auto wrong = english();
    wrong.sentence.words = "You are enjoying Latin.";
    EXPECT_THAT(messages(correct(gareth(), the_record(), wrong)), ElementsAre("Choose the sentence"));
    wrong = english();
    wrong.sentence.entry = number<EntryId>(1);
    EXPECT_THAT(messages(correct(gareth(), the_record(), wrong)), ElementsAre("Choose the sentence"));
}

TEST(Correct, does_not_tear_words_corrected_before) {
    const auto child = with(*correct(gareth(), the_record(), english()));
    auto half = english("enjoying Art.");
    half.sentence.begin += 8;
    half.sentence.words = half.sentence.words.substr(8);
    EXPECT_THAT(messages(correct(gareth(), child, half)),
                ElementsAre("Some of these words were corrected before; choose the same words as then"));
}

TEST(Correct, answers_an_asking_once) {
    auto asking =
        *ask_for_correction(priya(), the_record(), {maths(), "You are enjoying English.", "Wrong subject."});
    auto child = with(asking);
    auto answer = english();
    answer.asked = asking.front().id;
    auto by = gareth();
    by.id = number<EntryId>(201);
    auto all = asking;
    const auto corrected = *correct(by, child, answer);
    all.insert(all.end(), corrected.begin(), corrected.end());
    answer.right_words = "You are enjoying Art.";
    EXPECT_THAT(messages(correct(by, with(all), answer)),
                ElementsAre("This was answered already; look at the entry again"));
}

TEST(Close, is_a_head_of_services_and_once) {
    const std::vector words{maths()};
    const auto why = "They are about someone else.";
    EXPECT_EQ(close_words(gareth(), the_record(), words, why).refusal().code, "not-found");
    const auto writing = close_words(denise(), the_record(), words, why);
    ASSERT_TRUE(writing.has_value());
    EXPECT_THAT(messages(close_words(denise(), with(*writing), words, why)),
                ElementsAre("These words are closed already"));
    EXPECT_THAT(messages(close_words(denise(), the_record(), words, "")), ElementsAre("Say why"));
    EXPECT_THAT(messages(close_words(denise(), the_record(), {}, why)), ElementsAre("Choose the sentence"));
}

TEST(Close, closes_all_words_in_one_act_and_leaves_out_what_is_closed) {
    const auto first = *close_words(denise(), the_record(), std::vector{maths()}, "They are about someone else.");
    auto act = denise();
    act.id = number<EntryId>(202);
    const auto record = the_record();
    const auto& answers = record.find(visit_of_9_december)->form()->answers;
    const auto answer = std::find_if(answers.begin(), answers.end(), [](const auto& one) { return one.item == "happened"; });
    ASSERT_NE(answer, answers.end());
    const auto all = sentences_of(visit_of_9_december, *answer);
    const auto writing = close_words(act, with(first), all, "They are about someone else.");
    ASSERT_TRUE(writing.has_value());
    EXPECT_EQ(writing->size(), all.size() - 1);
    auto entries = first;
    entries.insert(entries.end(), writing->begin(), writing->end());
    EXPECT_EQ(trim(words_now(*with(entries).find(visit_of_9_december), "happened")), "");
}

TEST(Close, comes_with_the_correction_when_a_head_of_service_makes_it) {
    auto about_another = english();
    about_another.closes_old_words = true;
    EXPECT_EQ(correct(denise(), the_record(), about_another)->size(), 2u);
    EXPECT_EQ(correct(gareth(), the_record(), about_another)->size(), 1u);
}

TEST(AddTo, is_only_for_the_author) {
    const Addition addition{visit_of_9_december, "The cat is called Pickle."};
    EXPECT_TRUE(add_to(priya(), the_record(), addition).has_value());
    EXPECT_THAT(messages(add_to(gareth(), the_record(), {visit_of_9_december, ""})),
                ElementsAre("Only its author adds to an entry; ask for a correction, or comment",
                            "Write what you left out"));
}

TEST(Endorse, is_a_managers_and_not_of_their_own_entry) {
    const Endorsement agree{visit_of_9_december, ""};
    const auto writing = endorse(gareth(), the_record(), agree);
    ASSERT_TRUE(writing.has_value());
    EXPECT_THAT(messages(endorse(gareth(), with(*writing), agree)),
                ElementsAre("You agreed to this already; write a comment"));
    EXPECT_EQ(endorse(priya(), the_record(), agree).refusal().code, "not-found");
    auto promoted = priya();
    promoted.acts_as = "team-manager";
    EXPECT_THAT(messages(endorse(promoted, the_record(), agree)),
                ElementsAre("You wrote this; somebody else reads it as manager"));
    EXPECT_FALSE(endorse(gareth(), the_record(), {number<EntryId>(1), ""}).has_value());
}

TEST(Comment, shows_as_a_managers_only_when_it_is_one) {
    const auto by_gareth = comment(gareth(), the_record(), visit_of_9_december, " I agree. ");
    EXPECT_EQ(std::get<record::Comment>(by_gareth->front().content),
              (record::Comment{visit_of_9_december, "I agree.", true}));
    EXPECT_FALSE(std::get<record::Comment>(
                     comment(priya(), the_record(), visit_of_9_december, "Yes.")->front().content)
                     .by_manager);
    EXPECT_THAT(messages(comment(priya(), the_record(), visit_of_9_december, " ")),
                ElementsAre("Write your comment"));
}

TEST(Disagree, keeps_their_words_as_they_are) {
    const Disagreement said{maths(), visit_of_9_december, "child", "remembers-differently",
                            " its ENGLISH not maths!! "};
    const auto writing = disagree(priya(), the_record(), said);
    EXPECT_EQ(std::get<Disagreement>(writing->front().content).words, said.words);
    EXPECT_THAT(
        messages(disagree(priya(), the_record(), {std::nullopt, visit_of_9_december, "child", "adds", ""})),
        ElementsAre("Write their words"));
    EXPECT_TRUE(disagree(priya(), the_record(), {std::nullopt, visit_of_9_december, "child", "right", ""})
                    .has_value());
}

TEST(Release, of_a_signed_entry_can_be_decided_anew) {
    const auto later = Releasing{"not-yet", not_yet_reasons()[2], std::nullopt, day(2027, 1, 9), ""};
    EXPECT_TRUE(release(priya(), the_record(), visit_of_9_december, later).has_value());
    EXPECT_THAT(messages(release(priya(), the_record(), visit_of_9_december, Releasing{})),
                ElementsAre("Say when Tilly reads this"));
}

TEST(GiveACopy, says_to_whom_how_why_and_who_agreed) {
    EXPECT_EQ(
        messages(give_a_copy(priya(), the_record(), {visit_of_9_december, "", "", "", "", day(2026, 12, 24)}))
            .size(),
        5u);
    EXPECT_TRUE(give_a_copy(priya(), the_record(),
                            {visit_of_9_december, "Kerry Barrow", "by hand", "She is your mum.",
                             "Kerry agreed.", day(2026, 12, 23)})
                    .has_value());
    EXPECT_THAT(messages(give_a_copy(priya(), the_record(), {visit_of_9_december, "Kerry Barrow", "by hand", "She is your mum.", "Kerry agreed.", day(2026, 12, 8)})),
                ElementsAre("It is of 9 December 2026: nobody can have been given it before"));
}

TEST(TellOfCorrection, is_ticked_off_once_for_each_who_had_the_old_words) {
    auto child = with(*correct(gareth(), the_record(), english()));
    const auto correction = number<EntryId>(200); // the entry that gareth's act writes
    const ToldOfCorrection told{correction, "Kerry Barrow", "by telephone", day(2026, 12, 23)};
    const auto writing = tell_of_correction(priya(), child, told);
    ASSERT_TRUE(writing.has_value());
    const auto* visit = child.find(visit_of_9_december);
    EXPECT_FALSE(visit->is_told(visit->corrections.front(), "Kerry Barrow"));
    Entry entry;
    entry.number = entry.place = child.length;
    entry.id = number<EntryId>(201);
    entry.record = tilly;
    entry.content = writing->front().content;
    apply(child, entry);
    visit = child.find(visit_of_9_december);
    EXPECT_TRUE(visit->is_told(visit->corrections.front(), "Kerry Barrow"));
    EXPECT_THAT(messages(tell_of_correction(priya(), child, told).refusals()), ElementsAre("Kerry Barrow was told already"));
}

TEST(TellOfCorrection, refuses_whom_the_correction_does_not_name_and_a_day_that_is_to_come) {
    const auto child = with(*correct(gareth(), the_record(), english()));
    const auto correction = number<EntryId>(200);
    EXPECT_THAT(messages(tell_of_correction(priya(), child, {correction, "Darren Cole", "", day(2026, 12, 24)}).refusals()),
                ElementsAre("Choose who was told", "Say how", "The day cannot be after today, 23 December 2026"));
    EXPECT_EQ(tell_of_correction(priya(), child, {visit_of_9_december, "Kerry Barrow", "by hand", day(2026, 12, 23)}).refusal().code, "not-found");
}

TEST(PutDayRight, keeps_the_day_as_signed_and_shows_the_right_one) {
    const auto writing = put_day_right(gareth(), the_record(), visit_of_9_december, *calendar::parse_day("2026-12-08"), "It was the day before.");
    ASSERT_TRUE(writing.has_value());
    EXPECT_EQ(writing->front().expected_place, the_record().length);
    const auto child = with(*writing);
    const auto* visit = child.find(visit_of_9_december);
    EXPECT_EQ(visit->day(), *calendar::parse_day("2026-12-08"));
    EXPECT_EQ(visit->entry.said.happened_on, the_record().find(visit_of_9_december)->entry.said.happened_on);
}

TEST(PutDayRight, says_what_is_wrong_with_the_day) {
    const auto record = the_record();
    const auto today_of_the_visit = record.find(visit_of_9_december)->day();
    EXPECT_EQ(put_day_right(priya(), record, visit_of_9_december, today_of_the_visit, "x").refusal().code, "not-found");
    EXPECT_THAT(messages(put_day_right(gareth(), record, visit_of_9_december, *calendar::parse_day("2199-01-01"), "x")),
                ElementsAre("This day has not come yet; give the day on which it happened"));
    EXPECT_THAT(messages(put_day_right(gareth(), record, visit_of_9_december, today_of_the_visit, " ")),
                ElementsAre("The day is the same as before", "Say why"));
}

TEST(Withdraw, leaves_the_entry_readable_and_happens_once) {
    const auto writing = withdraw(gareth(), the_record(), visit_of_9_december, "It was another child.");
    ASSERT_TRUE(writing.has_value());
    const auto child = with(*writing);
    const auto* visit = child.find(visit_of_9_december);
    ASSERT_NE(visit->withdrawn(), nullptr);
    EXPECT_EQ(words_now(*visit, "happened"), words_now(*the_record().find(visit_of_9_december), "happened"));
    EXPECT_THAT(messages(withdraw(gareth(), child, visit_of_9_december, "Again.")), ElementsAre("This entry was withdrawn already"));
    EXPECT_EQ(withdraw(priya(), the_record(), visit_of_9_december, "x").refusal().code, "not-found");
}
