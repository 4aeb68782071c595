// The ways back that a browser has: from the page that checks, after signing, and to a page that stayed open while its writer signed out in another
// window. And what must not be: words that are lost, or shown to somebody else.
#include <gmock/gmock.h>

#include "acceptance/drafting.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class GoingBack : public Drafting {
protected:
    void SetUp() override { serve(); }

    std::string visit_of(std::string_view child) { return "/children/" + child_named(child).hex() + "/visit"; }

    std::string led_to(const Person& who, const std::string& path) { return std::string(web::http::answer(*site, asked(who, path)).headers.get("Location")); }

    static std::string form_in(const std::string& address) { return address.substr(address.find("form=") + 5, 32); }

    Fields first_words(const std::string& form, std::string_view child, const std::string& words) {
        return {{"form_number", form}, {"version", "0"}, {"child", child_named(child).hex()}, {"type", "visit"}, {"item.happened", words}, {"then", "check"}};
    }

    // As a page posts that stayed open: with its own token, and with the cookie that the browser has by now.
    Response posted_late(const Person& writer, const Person* here, const std::string& path, Fields fields) {
        auto request = asked(here ? *here : writer, path);
        if (!here)
            request.cookies = {};
        request.method = web::http::Method::Post;
        request.headers = {{"content-type", "application/x-www-form-urlencoded"}, {"accept", m_accepts}};
        fields.add("csrf", writer.session.session.csrf);
        request.body = web::http::write_urlencoded(fields);
        return web::http::answer(*site, request);
    }

    void sign_out(const Person& who) { house->desk.end_session(who.session.session.hash, house->now()); }
};

TEST_F(GoingBack, FromTheCheckShowsTheWordsAsTheyWereSavedAndAnotherVisitIsEmpty) {
    auto priya = person("Priya Anand");
    const auto address = led_to(priya, visit_of("Tilly"));
    ASSERT_THAT(address, HasSubstr(visit_of("Tilly") + "?form="));
    EXPECT_THAT(read(priya, address).body, HasSubstr("name=\"form_number\" value=\"" + form_in(address) + "\"")) << "before the first word the address stays";
    auto checked = press(priya, "/drafts", first_words(form_in(address), "Tilly", "You showed me your mug."));
    const auto check = std::string(checked.headers.get("Location"));
    ASSERT_THAT(check, HasSubstr("/check"));
    const auto draft = check.substr(0, check.size() - 6);
    EXPECT_EQ(led_to(priya, address), draft);
    EXPECT_THAT(read(priya, draft).body, HasSubstr("You showed me your mug."));
    EXPECT_THAT(read(priya, visit_of("Tilly")).body, Not(HasSubstr("You showed me your mug.")));
    EXPECT_THAT(led_to(person("Beth Rowntree"), address), Not(HasSubstr(draft))) << "the number of a form says nothing to anybody else";
    auto note = led_to(priya, "/note?from=home");
    EXPECT_THAT(note, AllOf(HasSubstr("/note?from=home&form=")));
    ASSERT_TRUE(house->desk.put_away(draft_at(draft).draft, {"Not this one", {priya.worker, "Priya Anand"}, house->now()}));
    EXPECT_THAT(led_to(priya, address), AllOf(HasSubstr("?form="), Not(HasSubstr(form_in(address))))) << "of what was put away a new one begins";
}

TEST_F(GoingBack, AfterSigningLeadsToTheEntry) {
    auto priya = person("Priya Anand");
    auto draft = begin_visit(priya, whole_visit());
    ASSERT_EQ(press(priya, draft + "/check", signature(draft_at(draft))).status, 303);
    const auto entry = "/children/" + child_named("Tilly").hex() + "/entries/" + draft_at(draft).signed_as->hex();
    for (const auto* page : {"", "/check", "/preview"})
        EXPECT_EQ(led_to(priya, draft + page), entry) << page;
    EXPECT_EQ(read(person("Beth Rowntree"), draft + "/check").status, 404);
}

TEST_F(GoingBack, ToAPageThatStayedOpenWhileItsWriterSignedOutLosesNoWord) {
    auto priya = person("Priya Anand");
    const auto address = led_to(priya, visit_of("Tilly"));
    sign_out(priya);
    const auto before = installation->ledger().size();
    auto answer = posted_late(priya, nullptr, "/drafts", first_words(form_in(address), "Tilly", "You showed me your mug."));
    EXPECT_EQ(answer.status, 303);
    EXPECT_THAT(std::string(answer.headers.get("Location")), HasSubstr("/session?kept=10%3A40&then=%2Fdrafts%2F"));
    EXPECT_THAT(answer.body, Not(HasSubstr("mug")));
    auto again = person("Priya Anand");
    auto kept = house->desk.draft_of_form(*FormNumber::parse(form_in(address)));
    ASSERT_TRUE(kept);
    const auto draft = "/drafts/" + kept->draft.hex();
    EXPECT_THAT(read(again, draft).body, HasSubstr("You showed me your mug."));
    EXPECT_THAT(read(again, "/drafts").body, HasSubstr("You showed me your mug."));
    auto beth = person("Beth Rowntree");
    EXPECT_EQ(read(beth, draft).status, 404);
    EXPECT_THAT(read(beth, "/drafts").body, Not(HasSubstr("You showed me your mug.")));
    EXPECT_GE(installation->ledger().size(), before);
    auto more = posted_late(priya, nullptr, draft, over(kept->version, {{"item.happened", "You showed me your mug. It is blue."}}));
    EXPECT_EQ(more.status, 303);
    EXPECT_THAT(read(again, draft).body, HasSubstr("It is blue.")) << "written on after the first word";
}

TEST_F(GoingBack, ToAPageOfTheSessionBeforeSavesForItsWriterWhoeverIsSignedInByNow) {
    auto priya = person("Priya Anand");
    const auto first = led_to(priya, visit_of("Tilly")), second = led_to(priya, visit_of("Reece"));
    sign_out(priya);
    auto beth = person("Beth Rowntree");
    auto answer = posted_late(priya, &beth, "/drafts", first_words(form_in(first), "Tilly", "You showed me your mug."));
    EXPECT_EQ(answer.status, 303);
    EXPECT_THAT(std::string(answer.headers.get("Location")), AllOf(HasSubstr("/session?kept="), Not(HasSubstr("drafts")))) << "she is led to no draft of another";
    auto kept = house->desk.draft_of_form(*FormNumber::parse(form_in(first)));
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->owner.worker, priya.worker);
    auto again = person("Priya Anand");
    auto saved = posted_late(priya, &again, "/drafts", first_words(form_in(second), "Reece", "We walked the dog."));
    EXPECT_THAT(std::string(saved.headers.get("Location")), HasSubstr("/check")) << "signed in again she just goes on";
}

TEST_F(GoingBack, ToAPageTakesNoWordOfWhoDoesNotHoldItNorAnythingButADraft) {
    auto priya = person("Priya Anand");
    const auto address = led_to(priya, visit_of("Tilly"));
    auto draft = begin_visit(priya, whole_visit());
    const auto signed_before = draft_at(draft);
    sign_out(priya);
    auto forged = priya;
    forged.session.session.csrf.back() = forged.session.session.csrf.back() == 'a' ? 'b' : 'a';
    EXPECT_EQ(std::string(posted_late(forged, nullptr, "/drafts", first_words(form_in(address), "Tilly", "Not hers.")).headers.get("Location")), "/session");
    EXPECT_FALSE(house->desk.draft_of_form(*FormNumber::parse(form_in(address))));
    const auto strange = FormNumber::random();
    EXPECT_EQ(posted_late(priya, nullptr, "/drafts", first_words(strange.hex(), "Tilly", "A form that this session was never given.")).status, 404);
    EXPECT_FALSE(house->desk.draft_of_form(strange));
    EXPECT_EQ(std::string(posted_late(priya, nullptr, draft + "/check", signature(signed_before)).headers.get("Location")), "/session");
    EXPECT_FALSE(draft_at(draft).signed_as) << "nothing is signed by who is signed out";
    auto beth = person("Beth Rowntree");
    EXPECT_EQ(posted_late(priya, &beth, draft + "/check", signature(signed_before)).status, 404);
    EXPECT_FALSE(draft_at(draft).signed_as);
    house->clock = calendar::Clock::starting_at(house->now() + std::chrono::hours(25));
    EXPECT_EQ(std::string(posted_late(priya, nullptr, draft, over(signed_before.version, {{"item.happened", "A day later."}})).headers.get("Location")), "/session");
    EXPECT_EQ(draft_at(draft).version, signed_before.version);
}

class Reading : public Drafting {
protected:
    void SetUp() override { serve(); }
};

TEST_F(Reading, ADraftThatCameBackStandsFirstOnHomeWithTheWords) {
    auto priya = person("Priya Anand"), gareth = person("Gareth Holloway");
    auto first = begin_visit(priya, {{"item.happened", "You showed me your mug."}});
    press(priya, first, over(1, {{"item.happened", "You showed me your mug."}, {"then", "ask"}}));
    begin_visit(priya, {{"item.happened", "We walked the dog."}}, "Reece");
    ASSERT_EQ(press(gareth, first + "/return", {{"form_number", FormNumber::random().hex()}, {"change.what-happened", "Say who else was there."}}).status, 303);
    begin_visit(priya, {{"item.happened", "You read to me."}}, "Finn");
    for (const auto* page : {"/", "/drafts"}) {
        const auto body = read(priya, page).body;
        EXPECT_THAT(body, AllOf(HasSubstr("Gareth Holloway sent this back on 23 December 2026. What happened: “Say who else was there.”"), HasSubstr("You read to me."))) << page;
        EXPECT_LT(body.find("You showed me your mug."), body.find("You read to me.")) << page;
        EXPECT_LT(body.find("You showed me your mug."), body.find("We walked the dog.")) << page;
    }
}

TEST_F(Reading, FirstOfAKeyDecisionDiscussionIsAskedOfWhomThePolicyHasSignIt) {
    auto priya = person("Priya Anand");
    auto begun = save(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", child_named("Tilly").hex()}, {"type", "key-decision-discussion"},
                                         {"item.impact-statement", "You stay at Nan's."}});
    const auto draft = text_in(begun, "save");
    EXPECT_THAT(read(priya, draft + "/check").body, AllOf(HasSubstr("Ask Ruth Calloway to read and sign it"), Not(HasSubstr("Ask Gareth Holloway"))));
    ASSERT_EQ(press(priya, draft + "/check", {{"version", "1"}, {"then", "ask"}}).status, 303);
    EXPECT_THAT(read(priya, draft).body, HasSubstr("Ruth Calloway has this to read and to sign"));
    EXPECT_EQ(read(person("Ruth Calloway"), draft + "/return").status, 200);
    auto visit = begin_visit(priya, whole_visit());
    EXPECT_THAT(read(priya, visit + "/check").body, HasSubstr("Ask Gareth Holloway to read it first")) << "what she signs herself her manager reads";
}

TEST_F(Reading, AnEntryThatWaitsIsAgreedToOnItsOwnPageByWhomItWaitsFor) {
    auto priya = person("Priya Anand"), gareth = person("Gareth Holloway");
    const auto queue = door->waiting_for(*door->visitor(gareth.worker, "a session"), house->now());
    ASSERT_FALSE(queue.empty());
    const auto entry = "/children/" + queue.front().record.hex() + "/entries/" + queue.front().id.hex();
    EXPECT_THAT(read(gareth, entry).body, AllOf(HasSubstr("action=\"" + entry + "/agreement\""), HasSubstr("It waits for you")));
    EXPECT_THAT(read(priya, entry).body, Not(HasSubstr("/agreement\"")));
    EXPECT_EQ(press(priya, entry + "/agreement", {{"form_number", FormNumber::random().hex()}, {"act", "agree"}}).status, 404);
    const auto empty = press(gareth, entry + "/agreement", {{"form_number", FormNumber::random().hex()}, {"act", "comment"}, {"words", " "}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_THAT(empty.body, HasSubstr("Write your comment"));
    const Fields agreeing{{"form_number", FormNumber::random().hex()}, {"act", "agree"}, {"words", "I agree. Go on as you do."}};
    auto agreed = press(gareth, entry + "/agreement", agreeing);
    ASSERT_EQ(agreed.status, 303);
    EXPECT_EQ(std::string(agreed.headers.get("Location")), entry + "?done=endorsed");
    EXPECT_EQ(press(gareth, entry + "/agreement", agreeing).status, 303) << "pressed twice";
    EXPECT_THAT(read(gareth, entry).body, AllOf(HasSubstr("I agree. Go on as you do."), Not(HasSubstr("It waits for you"))));
}

} // namespace

} // namespace lifestory::acceptance
