// Copy and paste as its writer meets it, and the reading age, on the demonstration over HTTP: words that stand in an earlier entry, in
// another child's record, twice in one draft; a pasted e-mail cut to its message; each press, and what it takes to sign.
#include <gmock/gmock.h>

#include "acceptance/api_client.h"
#include "acceptance/drafting.h"
#include "base/text.h"

namespace lifestory::acceptance {

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string mug = "You showed me the mug you had painted at school for your nan. It is blue and it has a white bird on it.";
const std::string swan = "You rowed across the lake with your uncle on a windy Sunday morning. Two swans followed you all the way to the jetty.";

class SameWords : public Drafting {
protected:
    // What a save found of this category in a box.
    std::vector<JsonObject> found(const JsonObject& saved, std::string_view category, std::string_view box = "item.happened") {
        std::vector<JsonObject> list;
        for (const auto& one : saved.at("findings").as_array())
            if (text_in(one.as_object(), "category") == category && text_in(one.as_object(), "item") == box)
                list.push_back(one.as_object());
        return list;
    }

    Fields visit_saying(const std::string& happened) { return changed(whole_visit(), "item.happened", happened); }

    JsonObject save_saying(const Person& person, const std::string& draft, const std::string& happened) {
        return save(person, draft, over(draft_at(draft).version, visit_saying(happened)));
    }

    // Signed by this person; answers the address of the entry.
    std::string signed_visit(const Person& person, std::string_view child, const std::string& happened) {
        auto draft = begin_visit(person, changed(visit_saying(happened), "item.think", "I think this day did you good."), child);
        auto answer = press(person, draft + "/check", signature(draft_at(draft)));
        EXPECT_EQ(answer.status, 303) << answer.body;
        const auto now = draft_at(draft);
        EXPECT_TRUE(now.signed_as);
        return now.signed_as ? "/children/" + now.record->hex() + "/entries/" + now.signed_as->hex() : "";
    }

    Fields pressing(const std::string& draft, const std::string& then) {
        auto fields = signature(draft_at(draft));
        fields.add("then", then);
        return fields;
    }

    std::string happened_in(const std::string& draft) {
        auto fields = draft_at(draft).fields;
        return fields.contains("item.happened") ? fields.at("item.happened") : "";
    }
};

TEST_F(SameWords, OfAnEarlierEntryAreToldWithItsDayAndTheWayToItAndNeverRefused) {
    serve();
    auto priya = person("Priya Anand"), sam = person("Sam Okoro");
    auto entry = signed_visit(priya, "Tilly", mug);
    auto draft = begin_visit(priya, whole_visit());
    EXPECT_THAT(found(save_saying(priya, draft, "Today we went to the park and back again. " + mug), "repeated-text"), testing::SizeIs(1));
    auto all = found(save_saying(priya, draft, "Today we went to the park and back again. " + mug + " You smiled."), "repeated-text");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(text_in(all[0], "message"), "These 2 sentences stand in your visit of 22 December 2026. Still true today?");
    EXPECT_EQ(text_in(all[0], "words"), mug);
    EXPECT_EQ(text_in(all[0], "at"), entry);
    EXPECT_EQ(text_in(all[0], "press"), "Take out");
    EXPECT_EQ(text_in(all[0], "keep_words"), "Still true, leave in");
    auto by_sam = found(save_saying(sam, begin_visit(sam, whole_visit()), mug), "repeated-text");
    ASSERT_EQ(by_sam.size(), 1u);
    EXPECT_THAT(text_in(by_sam[0], "message"), HasSubstr("stand in Priya Anand's visit of 22 December 2026"));
    EXPECT_THAT(read(priya, draft + "/check").body, HasSubstr("These 2 sentences stand in your visit of 22 December 2026. Still true today?"));
    EXPECT_EQ(press(priya, draft + "/check", signature(draft_at(draft))).status, 303) << "a thing to look at refuses nothing";
}

TEST_F(SameWords, OfAnotherChildsRecordAreToldWhenThisWorkerWasShownThemAndConfirmedToBeSigned) {
    serve();
    auto sam = person("Sam Okoro");
    auto gareth = person("Gareth Holloway");
    auto entry = signed_visit(person("Priya Anand"), "Reece", swan);
    auto priya = person("Priya Anand"); // signed in again
    auto draft = begin_visit(priya, visit_saying(swan));
    EXPECT_THAT(found(save_saying(priya, draft, swan), "another-record"), IsEmpty()) << "she was not shown it since she signed in";
    ASSERT_EQ(read(priya, entry).status, 200);
    const auto entries = installation->ledger().size();
    auto all = found(save_saying(priya, draft, swan), "another-record");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(text_in(all[0], "message"), "These 2 sentences stand in Reece's record, in the visit of 22 December 2026. "
                                          "Does this belong in Tilly's record, and is it true today?");
    EXPECT_EQ(text_in(all[0], "at"), entry);
    EXPECT_TRUE(all[0].at("asks_reason").as_bool());
    EXPECT_EQ(installation->ledger().size(), entries) << "finding it opens nothing and notes no look";
    auto refused = press(priya, draft + "/check", signature(draft_at(draft)));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Say why you keep"));
    EXPECT_THAT(refused.body, HasSubstr("href=\"#keep-" + text_in(all[0], "id") + "\""));
    EXPECT_FALSE(draft_at(draft).signed_as);
    auto with_another_reason = signature(draft_at(draft));
    with_another_reason.add("keep-" + text_in(all[0], "id"), "own-word");
    EXPECT_EQ(press(priya, draft + "/check", with_another_reason).status, 422) << "that it belongs here is the one reason";
    auto confirmed = signature(draft_at(draft));
    confirmed.add("keep-" + text_in(all[0], "id"), "belongs");
    EXPECT_EQ(press(priya, draft + "/check", confirmed).status, 303);
    EXPECT_TRUE(draft_at(draft).signed_as);
}

TEST_F(SameWords, KeptAreReadByTheManagerWhoReadsTheDraftFirst) {
    serve();
    auto priya = person("Priya Anand");
    const std::string words = "You were naughty at Nan's, and then we drew a cat.";
    auto draft = begin_visit(priya, visit_saying(words));
    auto all = found(save_saying(priya, draft, words), "derogatory");
    ASSERT_EQ(all.size(), 1u);
    auto ask = signature(draft_at(draft));
    ask.add("then", "ask");
    ASSERT_EQ(press(priya, draft + "/check", ask).status, 303);
    auto gareth = person("Gareth Holloway");
    EXPECT_THAT(read(gareth, draft + "/return").body, testing::AllOf(HasSubstr("You were naughty"), Not(HasSubstr("kept these words"))));
    auto kept = over(draft_at(draft).version, visit_saying(words));
    kept.add("keep-" + text_in(all[0], "id"), "own-word");
    save(priya, draft, kept);
    EXPECT_THAT(read(gareth, draft + "/return").body, HasSubstr("Priya Anand kept these words:</p><ul class=\"govuk-list govuk-list--bullet\"><li>\"naughty\": It is the child&#39;s own word</li></ul>"));
}

TEST_F(SameWords, KeptInADraftAreAskedAnewWhenItIsSaidToBeAboutAnotherChild) {
    serve();
    auto entry = signed_visit(person("Priya Anand"), "Reece", swan);
    auto priya = person("Priya Anand");
    auto draft = begin_visit(priya, visit_saying(swan));
    ASSERT_EQ(read(priya, entry).status, 200);
    auto all = found(save_saying(priya, draft, swan), "another-record");
    ASSERT_EQ(all.size(), 1u);
    auto kept = over(draft_at(draft).version, visit_saying(swan));
    kept.add("keep-" + text_in(all[0], "id"), "belongs"); // in Tilly's record
    kept.add("child", child_named("Finn").hex());
    save(priya, draft, kept);
    ASSERT_EQ(draft_at(draft).record, child_named("Finn"));
    auto refused = press(priya, draft + "/check", signature(draft_at(draft)));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Say why you keep"));
    EXPECT_FALSE(draft_at(draft).signed_as);
}

TEST_F(SameWords, KeptAndThenClosedAreNotQuotedToTheManagerWhoReadsTheEntry) {
    serve();
    auto reeces = signed_visit(person("Priya Anand"), "Reece", swan);
    auto priya = person("Priya Anand");
    auto draft = begin_visit(priya, visit_saying(swan));
    ASSERT_EQ(read(priya, reeces).status, 200);
    auto all = found(save_saying(priya, draft, swan), "another-record");
    ASSERT_EQ(all.size(), 1u);
    auto confirmed = signature(draft_at(draft));
    confirmed.add("keep-" + text_in(all[0], "id"), "belongs");
    ASSERT_EQ(press(priya, draft + "/check", confirmed).status, 303);
    const auto entry = "/children/" + child_named("Tilly").hex() + "/entries/" + draft_at(draft).signed_as->hex();
    auto gareth = person("Gareth Holloway");
    const auto queue = door->waiting_for(*door->visitor(gareth.worker, "a session"), house->now());
    const auto turn = std::ranges::find(queue, *draft_at(draft).signed_as, &index::EntryRow::id) - queue.begin();
    const auto kept_words = [&] {
        auto page = read(gareth, "/team/sign-off?skip=" + std::to_string(turn)).body;
        return page.find("kept these words") != std::string::npos && page.find("You rowed across the lake") != std::string::npos;
    };
    std::set<std::string> called;
    ApiClient denise(*site, called);
    ASSERT_EQ(denise.sign_in("denise.achebe@northmere.example", app::demo::password()).status, 201);
    const auto was_quoted = kept_words();
    auto opened = denise.get(entry);
    for (const auto& one : opened.body.at("sentences").as_array())
        if (swan.find(text_in(one.as_object(), "words")) != std::string::npos) {
            auto closed = denise.post(entry + "/closing", {{"form", FormNumber::random().hex()}, {"sentence", text_in(one.as_object(), "sentence")},
                                                           {"why", "they are about someone else"}});
            EXPECT_EQ(closed.status, 201) << closed.text;
        }
    EXPECT_TRUE(was_quoted);
    EXPECT_FALSE(kept_words());
}

TEST_F(SameWords, OfARecordThatMayNotBeSeenAnyMoreNameNobody) {
    serve();
    auto priya = person("Priya Anand");
    auto entry = signed_visit(person("Priya Anand"), "Reece", swan);
    auto draft = begin_visit(priya, visit_saying(swan));
    const auto reece = child_named("Reece");
    ASSERT_EQ(read(priya, entry).status, 200);
    allocate("Priya Anand", reece, "conflict-of-interest");
    ASSERT_EQ(read(priya, entry).status, 404);
    auto saved = save_saying(priya, draft, swan);
    auto all = found(saved, "another-record");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(text_in(all[0], "message"), "These 2 sentences stand in another child's record. Does this belong in Tilly's record, and is it true today?");
    EXPECT_FALSE(all[0].contains("at"));
    EXPECT_THAT(to_text(saved.at("findings")), Not(HasSubstr(reece.hex())));
    EXPECT_THAT(to_text(saved.at("findings")), Not(HasSubstr("Reece")));
    EXPECT_THAT(read(priya, draft + "/check").body, HasSubstr("stand in another child&#39;s record"));
}

TEST_F(SameWords, OfAnEntryThatWasWrittenInErrorMayBeWrittenWhereTheyBelong) {
    serve();
    auto entry = signed_visit(person("Priya Anand"), "Reece", swan);
    auto priya = person("Priya Anand");
    ASSERT_EQ(read(priya, entry).status, 200);
    auto draft = begin_visit(priya, visit_saying(swan));
    EXPECT_EQ(found(save_saying(priya, draft, swan + " You laughed."), "another-record").size(), 1u);
    const Fields why{{"form_number", FormNumber::random().hex()}, {"why", "it is about another child"}};
    auto withdrawn = press(person("Gareth Holloway"), entry + "/withdrawal", why);
    ASSERT_EQ(withdrawn.status, 303) << withdrawn.body;
    EXPECT_THAT(found(save_saying(priya, draft, swan), "another-record"), IsEmpty());
}

TEST_F(SameWords, OfOnesOwnDraftAboutAnotherChildAreAnotherRecordsToo) {
    serve();
    auto priya = person("Priya Anand");
    begin_visit(person("Priya Anand"), visit_saying(swan), "Reece");
    auto all = found(save_saying(priya, begin_visit(priya, whole_visit()), swan), "another-record");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_THAT(text_in(all[0], "message"), HasSubstr("stand in your draft about Reece."));
}

TEST_F(SameWords, TwiceInOneDraftAreToldWhereTheyStandTheSecondTime) {
    serve();
    auto priya = person("Priya Anand");
    auto draft = begin_visit(priya, visit_saying(mug));
    auto fields = changed(visit_saying(mug), "item.think", "I think you are proud. " + mug.substr(0, mug.find(" It is")));
    auto all = found(save(priya, draft, over(1, fields)), "repeated-text", "item.think");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_THAT(text_in(all[0], "message"), HasSubstr("This sentence stands in “"));
    EXPECT_THAT(text_in(all[0], "message"), HasSubstr("too. Once is enough."));
}

TEST_F(SameWords, AreTakenOutByAPressOnThePageThatChecksAndPutBack) {
    serve();
    auto priya = person("Priya Anand");
    signed_visit(priya, "Tilly", mug);
    const auto words = "Today we went to the park and back again. " + mug + " You smiled.";
    auto draft = begin_visit(priya, visit_saying(words));
    auto all = found(save_saying(priya, draft, words), "repeated-text");
    ASSERT_EQ(all.size(), 1u);
    auto fields = pressing(draft, "press." + text_in(all[0], "id"));
    fields.add("release.warning", "It is about your mum.");
    auto pressed = press(priya, draft + "/check", fields);
    EXPECT_EQ(pressed.status, 303);
    EXPECT_EQ(happened_in(draft), "Today we went to the park and back again. You smiled.");
    EXPECT_EQ(draft_at(draft).fields.at("release.warning"), "It is about your mum.") << "what was typed on the page is kept";
    EXPECT_FALSE(draft_at(draft).signed_as);
    auto page = read(priya, std::string(pressed.headers.get("Location")));
    EXPECT_THAT(page.body, HasSubstr("Put them back"));
    const auto back = "put-back." + std::to_string(draft_at(draft).version - 1) + ".item.happened";
    EXPECT_THAT(page.body, HasSubstr("value=\"" + back + "\""));
    EXPECT_EQ(press(priya, draft + "/check", pressing(draft, back)).status, 303);
    EXPECT_EQ(happened_in(draft), words);
    save_saying(priya, draft, "Something else altogether was written here since then.");
    EXPECT_EQ(press(priya, draft + "/check", pressing(draft, back)).status, 303);
    EXPECT_EQ(happened_in(draft), "Something else altogether was written here since then.") << "nothing newer is written over";
}

TEST_F(SameWords, APastedEmailIsCutToItsMessageByAPressAndNeverByItself) {
    serve();
    auto priya = person("Priya Anand");
    const std::string email = "Helen Frost wrote to me today.\n\nFrom: Helen Frost <h.frost@oakbank.example>\nTo: Priya Anand\nSubject: Tilly\n\n"
                              "Tilly was sick twice this week.\n\nKind regards\nHelen Frost\nSchool Nurse";
    auto draft = begin_visit(priya, visit_saying(email));
    auto all = found(save_saying(priya, draft, email + "\n\n"), "pasted-email");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(text_in(all[0], "press"), "Show only the message");
    EXPECT_EQ(text_in(all[0], "instead"), "Tilly was sick twice this week.");
    EXPECT_THAT(happened_in(draft), HasSubstr("Kind regards"));
    EXPECT_EQ(press(priya, draft + "/check", pressing(draft, "press." + text_in(all[0], "id"))).status, 303);
    EXPECT_EQ(trim(happened_in(draft)), "Helen Frost wrote to me today.\n\nTilly was sick twice this week.");
}

TEST_F(SameWords, APastedEmailThatStaysWholeIsAskedWhyAndItsManagerReadsIt) {
    serve();
    auto priya = person("Priya Anand");
    const std::string email = "From: Helen Frost <h.frost@oakbank.example>\nTo: Priya Anand\nSubject: Tilly\n\nTilly was sick twice this week.\n\nKind regards\nHelen Frost";
    auto draft = begin_visit(priya, visit_saying(email));
    auto all = found(save_saying(priya, draft, email), "pasted-email");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_TRUE(all[0].at("asks_reason").as_bool());
    EXPECT_EQ(text_in(all[0], "keep"), "word-for-word");
    EXPECT_EQ(text_in(all[0], "at"), "/children/" + child_named("Tilly").hex() + "/documents/adding") << "where the e-mail itself is put in";
    auto refused = press(priya, draft + "/check", signature(draft_at(draft)));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Say why you keep"));
    EXPECT_FALSE(draft_at(draft).signed_as);
    auto confirmed = signature(draft_at(draft));
    confirmed.add("keep-" + text_in(all[0], "id"), "word-for-word");
    EXPECT_EQ(press(priya, draft + "/check", confirmed).status, 303);
    ASSERT_TRUE(draft_at(draft).signed_as);
    auto gareth = person("Gareth Holloway");
    const auto queue = door->waiting_for(*door->visitor(gareth.worker, "a session"), house->now());
    const auto turn = std::ranges::find(queue, *draft_at(draft).signed_as, &index::EntryRow::id) - queue.begin();
    EXPECT_THAT(read(gareth, "/team/sign-off?skip=" + std::to_string(turn)).body, HasSubstr("It has to stand word for word"));
}

TEST_F(SameWords, StandAmongTheFindingsOfTheInterfaceWithTheReadingAgeAndAreConfirmedInTheSignature) {
    serve();
    auto entry = signed_visit(person("Priya Anand"), "Reece", swan);
    std::set<std::string> called;
    ApiClient priya(*site, called);
    ASSERT_EQ(priya.sign_in("priya.anand@northmere.example", app::demo::password()).status, 201);
    ASSERT_EQ(priya.get(entry).status, 200);
    JsonObject fields;
    for (const auto& one : visit_saying(swan + " We talked about safeguarding, and about the way home by the canal."))
        fields[one.name] = one.value;
    const auto form = FormNumber::random().hex();
    auto begun = priya.post("/drafts", {{"form", form}, {"child", child_named("Tilly").hex()}, {"type", "visit"}, {"fields", fields}});
    ASSERT_EQ(begun.status, 201) << begun.text;
    const auto draft = "/drafts/" + text_in(begun.body, "draft");
    auto shown = priya.get(draft);
    std::string id;
    for (const auto& one : shown.body.at("findings").as_array())
        if (text_in(one.as_object(), "category") == "another-record") {
            id = text_in(one.as_object(), "finding");
            EXPECT_EQ(text_in(one.as_object(), "at"), entry);
            EXPECT_EQ(text_in(one.as_object(), "keep"), "belongs");
            EXPECT_TRUE(one.as_object().contains("instead"));
        }
    ASSERT_FALSE(id.empty()) << shown.text;
    const auto& age = shown.body.at("reading_age").as_object();
    EXPECT_GE(*number_in(age, "years"), 5);
    EXPECT_EQ(text_in(age.at("long_words").as_array().front().as_object(), "words"), "safeguarding");
    auto refused = priya.post(draft + "/signature", {{"form", form}, {"release", JsonObject{{"how", "together"}}}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.text, HasSubstr("\"/kept/" + id + "\""));
    auto confirmed = priya.post(draft + "/signature", {{"form", form}, {"release", JsonObject{{"how", "together"}}}, {"kept", JsonObject{{id, "belongs"}}}});
    EXPECT_EQ(confirmed.status, 201) << confirmed.text;
}

TEST_F(SameWords, TheReadingAgeStandsBesideTheWordsOnThePageThatChecksAndBeforeACopyIsGiven) {
    serve();
    auto priya = person("Priya Anand");
    const auto words = mug + " We talked about safeguarding. You told me about the long way home by the canal, and about the dog who waits for you there.";
    auto draft = begin_visit(priya, visit_saying(words));
    auto told = save_saying(priya, draft, words + " Then I left.").at("reading_age").as_object();
    EXPECT_THAT(text_in(told, "line"), testing::MatchesRegex("Reading age about [0-9]+\\."));
    EXPECT_THAT(text_in(told, "hard"), HasSubstr("1 long word"));
    EXPECT_EQ(text_in(told.at("places").as_array().front().as_object(), "words"), "safeguarding");
    EXPECT_THAT(read(priya, draft).body, HasSubstr(text_in(told, "line")));
    EXPECT_THAT(read(priya, draft + "/check").body, HasSubstr(text_in(told, "line")));
    ASSERT_EQ(press(priya, draft + "/check", signature(draft_at(draft))).status, 303);
    const auto now = draft_at(draft);
    const auto entry = "/children/" + now.record->hex() + "/entries/" + now.signed_as->hex();
    EXPECT_THAT(read(priya, entry).body, Not(HasSubstr("Reading age"))) << "nothing is said of what is signed";
    EXPECT_THAT(read(person("Gareth Holloway"), entry + "/sharing").body, HasSubstr("Reading age about"));
}

} // namespace
} // namespace lifestory::acceptance
