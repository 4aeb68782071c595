// The three-month letter over HTTP (pages.md 6.17), on the demonstration: what is gathered, [Use], what is kept with the signed
// letter, all letters as a book. And what must not be: words the child was not given, a line used twice, another worker's page.
#include <gmock/gmock.h>

#include "acceptance/at_browser.h"
#include "base/json.h"
#include "base/text.h"
#include "record/letter.h"
#include "web/pages/owed.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Letter : public AtTillys {
protected:
    Fields first_words(const std::string& letter) {
        return {{"form_number", FormNumber::random().hex()}, {"child", tilly.hex()}, {"type", "three-month-update"}, {"item.letter", letter},
                {"when.day", "23"}, {"when.month", "12"}, {"when.year", "2026"}};
    }

    // The path of the draft that this press led to.
    static std::string draft_of(const Response& response) { return std::string(split(std::string(response.headers.get("Location")), '#').front()); }

    // The [Use] beside the line that holds these words.
    static std::string use_of(const std::string& page, const std::string& words) {
        for (auto at = page.find("<button"); at != std::string::npos; at = page.find("<button", at + 1)) {
            auto whole = page.substr(at, page.find("</button>", at) - at);
            if (whole.find("name=\"use\"") != std::string::npos && whole.find(words) != std::string::npos)
                return split(whole.substr(whole.find("value=\"") + 7), '"').front();
        }
        return "";
    }

    desk::Draft draft_at(const std::string& path) { return *house->desk.draft(*DraftId::parse(path.substr(8))); }

    Response sign(const std::string& draft) {
        auto shown = draft_at(draft);
        return press(priya, draft + "/check", {{"form_number", shown.form.hex()}, {"version", std::to_string(shown.version)}, {"child", tilly.hex()},
                                               {"type", "three-month-update"}, {"release.how", "together"}, {"then", "sign"}});
    }

    Response hold_back(EntryId entry) {
        return press(priya, of_child("/entries/" + entry.hex() + "/release"),
                     {{"form_number", FormNumber::random().hex()}, {"release.how", "not-yet"}, {"release.reason", "it could seriously harm the child or someone else"},
                      {"release.look-again.day", "20"}, {"release.look-again.month", "1"}, {"release.look-again.year", "2027"}});
    }
};

TEST_F(Letter, OpensWithWhatTheChildWasGivenSinceTheLastOneEachWithItsEntry) {
    auto page = read(priya, of_child("/update"));
    EXPECT_EQ(page.status, 200);
    for (const auto* words : {"Since 4 October 2026", "Dear Tilly", "One page. What will she want to know at thirty?", "Ask Tilly and Nan what should be in it",
                              "What we promised, still open", "Ask about art club", "What you told us", "Nan&#39;s is quiet.", "What you did", "You made a cake with Mum.",
                              "Who you saw", "Maureen Barrow"})
        EXPECT_THAT(page.body, HasSubstr(words));
    EXPECT_LT(page.body.find("What we promised, still open"), page.body.find("What you told us"));
    EXPECT_THAT(page.body, HasSubstr(of_child("/entries/")));
    EXPECT_THAT(page.body, Not(HasSubstr("There is a problem")));
}

TEST_F(Letter, OneThatIsHeldBackIsNotInTheBookAndIsCountedThere) {
    auto all = record();
    const auto is_the_july_one = [](const auto& story) { return story.record_type() == record::letter_type && story.day() == *calendar::parse_day("2026-07-03"); };
    const auto letter = std::ranges::find_if(all.child->story, is_the_july_one);
    ASSERT_NE(letter, all.child->story.end());
    ASSERT_EQ(hold_back(letter->entry.id).status, 303);
    auto book = read(priya, of_child("/letters")).body;
    EXPECT_THAT(book, AllOf(HasSubstr("2 April 2026</h2>"), Not(HasSubstr("3 July 2026</h2>")), HasSubstr("4 October 2026</h2>")));
    EXPECT_THAT(book, HasSubstr("1 letter is not in it"));
    EXPECT_EQ(parse_json(read(priya, "/api/v1" + of_child("/letters")).body)->as_object().at("letters").as_array().size(), 2u);
}

TEST_F(Letter, WhatIsHeldBackFromTheChildIsNotGathered) {
    auto before = read(priya, of_child("/update"));
    auto held = record();
    const record::StoryEntry* visit = nullptr;
    for (const auto& story : held.child->story)
        if (story.day() == *calendar::parse_day("2026-11-25") && story.record_type() == "visit")
            visit = &story;
    ASSERT_TRUE(visit);
    ASSERT_THAT(before.body, HasSubstr("You made a cake with Mum."));
    ASSERT_EQ(hold_back(visit->entry.id).status, 303);
    auto after = read(priya, of_child("/update"));
    EXPECT_THAT(after.body, Not(HasSubstr("You made a cake with Mum.")));
    EXPECT_THAT(after.body, Not(HasSubstr(visit->entry.id.hex())));
}

TEST_F(Letter, UseKeepsWhatWasTypedPutsAStartingLineAndRemembersTheEntry) {
    auto empty = read(priya, of_child("/update"));
    auto code = use_of(empty.body, "Ask about art club");
    ASSERT_FALSE(code.empty());
    auto fields = first_words("Dear Tilly,");
    fields.add("use", code);
    auto used = press(priya, "/drafts", fields);
    ASSERT_EQ(used.status, 303) << used.body;
    EXPECT_THAT(std::string(used.headers.get("Location")), testing::EndsWith("#item.letter"));
    auto draft = draft_of(used);
    EXPECT_EQ(draft_at(draft).fields.at("item.letter"), "Dear Tilly,\n\nI promised to ask about art club, and ");
    EXPECT_FALSE(draft_at(draft).fields.at("speaks-of").empty());
    EXPECT_FALSE(draft_at(draft).fields.contains("use"));
    auto again = press(priya, "/drafts", fields); // pressed twice
    EXPECT_EQ(draft_of(again), draft);
    EXPECT_EQ(draft_at(draft).fields.at("item.letter"), "Dear Tilly,\n\nI promised to ask about art club, and ");
    EXPECT_THAT(read(priya, draft).body, HasSubstr("What this letter speaks of"));
}

TEST_F(Letter, UpdateGoesOnWithTheLetterThatThisWorkerBegan) {
    auto begun = draft_of(press(priya, "/drafts", first_words("Dear Tilly, half a letter.")));
    auto opened = read(priya, of_child("/update"));
    EXPECT_EQ(opened.status, 303);
    EXPECT_EQ(opened.headers.get("Location"), begun.substr(0, 40));
}

TEST_F(Letter, ALineThatIsNotThereIsNotUsed) {
    auto fields = first_words("Dear Tilly,");
    fields.add("use", "told.00000000000000000000000000000000.1");
    auto used = press(priya, "/drafts", fields);
    EXPECT_EQ(used.status, 303);
    EXPECT_THAT(std::string(used.headers.get("Location")), testing::EndsWith("#item.letter")) << "it was read as a press of [Use]";
    EXPECT_EQ(draft_at(draft_of(used)).fields.at("item.letter"), "Dear Tilly,");
    EXPECT_FALSE(draft_at(draft_of(used)).fields.contains("speaks-of"));
}

TEST_F(Letter, TwoEmptyWishesAreAThingToLookAtAndOneIsEnough) {
    auto draft = draft_of(press(priya, "/drafts", first_words("Dear Tilly, you told me that you sleep. I will see you on Tuesday.")));
    EXPECT_THAT(read(priya, draft).body, HasSubstr("What did Tilly want in it, and what did the family?"));
    auto version = std::to_string(draft_at(draft).version);
    auto fields = first_words("Dear Tilly, you told me that you sleep. I will see you on Tuesday.");
    fields.add("version", version);
    fields.add("item.child-wanted", "Tilly asked me to put in the boat.");
    press(priya, draft, fields);
    EXPECT_THAT(read(priya, draft).body, Not(HasSubstr("What did Tilly want in it, and what did the family?")));
}

TEST_F(Letter, SignedItMeetsWhatWasDueAndSaysWhatItSpeaksOf) {
    auto code = use_of(read(priya, of_child("/update")).body, "Ask about art club");
    auto fields = first_words("Dear Tilly,");
    fields.add("use", code);
    auto draft = draft_of(press(priya, "/drafts", fields));
    auto written = first_words("Dear Tilly,\n\nI promised to ask about art club, and I have not done that yet.");
    written.add("version", std::to_string(draft_at(draft).version));
    written.add("speaks-of", draft_at(draft).fields.at("speaks-of"));
    auto promise = "promise." + code.substr(8, 33) + code.substr(41);
    written.add(promise, "not done");
    press(priya, draft, written);
    auto signed_it = sign(draft);
    ASSERT_EQ(signed_it.status, 303) << signed_it.body;
    auto open = record();
    const auto* letter = record::letters_of(*open.child).back();
    const auto& document = std::get<record::Document>(letter->entry.content);
    ASSERT_EQ(document.speaks_of.size(), 1u);
    ASSERT_EQ(document.promises.size(), 1u);
    EXPECT_FALSE(document.promises.front().kept);
    auto page = read(priya, of_child("/entries/" + letter->entry.id.hex()));
    EXPECT_THAT(page.body, AllOf(HasSubstr("From 4 October 2026 to 23 December 2026"), HasSubstr("What this letter speaks of"),
                                 HasSubstr("/entries/" + document.speaks_of.front().hex()), HasSubstr("Ask about art club: not done")));
    EXPECT_THAT(read(priya, of_child("/entries/" + document.speaks_of.front().hex())).body, HasSubstr("three-month letter of 23 December 2026"));
    bool is_met = false;
    for (const auto& owed : web::pages::judge(*house, open).obligations)
        is_met |= owed.met_by == letter->entry.id && owed.rule == "frequency.three-month-update";
    EXPECT_TRUE(is_met);
    auto next = read(priya, of_child("/update"));
    EXPECT_THAT(next.body, AllOf(HasSubstr("Since 23 December 2026"), HasSubstr("Ask about art club")));
    EXPECT_THAT(next.body, Not(HasSubstr("You made a cake with Mum.")));
}

TEST_F(Letter, TheBookHoldsTheGivenLettersInOrderAndNothingOfOurs) {
    auto book = read(priya, of_child("/letters"));
    EXPECT_EQ(book.status, 200);
    EXPECT_THAT(book.body, AllOf(HasSubstr("Tilly&#39;s story so far"), HasSubstr("you have turned eleven"), HasSubstr("Darren has moved in"), HasSubstr("Millbrook High School")));
    EXPECT_LT(book.body.find("2 April 2026</h2>"), book.body.find("3 July 2026</h2>"));
    EXPECT_LT(book.body.find("3 July 2026</h2>"), book.body.find("4 October 2026</h2>"));
    EXPECT_THAT(book.body, Not(HasSubstr("Find a child")));
    EXPECT_THAT(book.body, HasSubstr("<title>My pages, Lifestory</title>"));
}

TEST_F(Letter, WhoIsNamedIsExplainedToTheChildAndLedToForWorkers) {
    auto draft = draft_of(press(priya, "/drafts", first_words("Dear Tilly, you live with Maureen, and you did maths with Reece. I will see you on Tuesday.")));
    ASSERT_EQ(sign(draft).status, 303);
    auto book = read(priya, of_child("/letters")).body;
    const auto newest = book.substr(book.rfind("<article"));
    EXPECT_THAT(newest, AllOf(HasSubstr("Who is in this letter"), HasSubstr("Maureen Barrow is your nan."), HasSubstr("Reece Barrow is your brother.")));
    EXPECT_THAT(newest, Not(HasSubstr("Kerry Barrow"))) << "she is not named in it";
    const auto* letter = record::letters_of(*record().child).back();
    auto entry = read(priya, of_child("/entries/" + letter->entry.id.hex())).body;
    const auto at = entry.find("Whom this letter names");
    ASSERT_NE(at, std::string::npos);
    EXPECT_THAT(entry.substr(at, 900), AllOf(HasSubstr("/people#person-"), HasSubstr("Maureen Barrow</a>, nan"), Not(HasSubstr("Kerry"))));
    EXPECT_THAT(book, AllOf(HasSubstr("Priya Anand has been your social worker since"))) << "of the letters that her name stands in";
}

TEST_F(Letter, AnotherWorkerGetsTheSameBytesAsForNoChild) {
    auto beth = person("Beth Rowntree");
    auto nothing = read(beth, "/children/" + RecordNumber::random().hex() + "/update");
    EXPECT_EQ(nothing.status, 404);
    EXPECT_EQ(read(beth, of_child("/update")), nothing);
    EXPECT_EQ(read(beth, of_child("/letters")), nothing);
    auto none = read(beth, "/api/v1/children/" + RecordNumber::random().hex() + "/update");
    EXPECT_EQ(read(beth, "/api/v1" + of_child("/update")), none);
    EXPECT_EQ(read(beth, "/api/v1" + of_child("/letters")), none);
}

TEST_F(Letter, TheSameAsJson) {
    auto gathered = parse_json(read(priya, "/api/v1" + of_child("/update")).body)->as_object();
    EXPECT_EQ(text_in(gathered, "since"), "2026-10-04");
    EXPECT_EQ(text_in(gathered.at("promises").as_array().front().as_object(), "state"), "not-said");
    EXPECT_GE(gathered.at("told").as_array().size(), 3u);
    auto letters = parse_json(read(priya, "/api/v1" + of_child("/letters")).body)->as_object().at("letters").as_array();
    ASSERT_EQ(letters.size(), 3u);
    EXPECT_EQ(text_in(letters.front().as_object(), "day"), "2026-04-02");
    EXPECT_EQ(text_in(letters.back().as_object(), "from"), "2026-07-03");
    EXPECT_EQ(letters.back().as_object().at("speaks_of").as_array().size(), 3u);
}

} // namespace

TEST_F(Letter, WordsOfAnEntryThatWasTakenBackSinceAreNotSigned) {
    auto used = press(priya, "/drafts", [&] {
        auto fields = first_words("Dear Tilly,");
        fields.add("use", use_of(read(priya, of_child("/update")).body, "You made a cake with Mum."));
        return fields;
    }());
    const auto draft = draft_of(used);
    const auto spoken = EntryId::parse(draft_at(draft).fields.at("speaks-of"));
    ASSERT_TRUE(spoken);
    ASSERT_EQ(hold_back(*spoken).status, 303);
    auto refused = press(priya, draft + "/check", {{"form_number", draft_at(draft).form.hex()}, {"version", std::to_string(draft_at(draft).version)}, {"child", tilly.hex()},
                                                   {"type", "three-month-update"}, {"release.how", "together"}, {"then", "sign"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("is not for Tilly to read any more. Take its words out of the letter"));
    EXPECT_FALSE(draft_at(draft).signed_as);
}

} // namespace lifestory::acceptance
