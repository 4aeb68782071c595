// The people who work here, over HTTP: an administrator registers, changes and ends; one-time addresses; a manager hands a child
// over. And what must not be: a record that an administrator sees, a page that anybody else does, an address that opens twice.
#include <gmock/gmock.h>

#include "acceptance/served.h"
#include "base/text.h"
#include "desk/codes.h"

namespace lifestory::acceptance {

namespace {

using testing::HasSubstr;
using testing::Not;
using web::http::Fields;
using web::http::Response;

std::string form_fresh() { return FormNumber::random().hex(); }

class Workers : public Served {
protected:
    void SetUp() override {
        serve();
        ivan = person("Ivan Petrov");
    }

    Fields from_today(Fields fields, const std::string& name = "from") {
        fields.add("form_number", form_fresh());
        fields.add(name + ".day", "23");
        fields.add(name + ".month", "12");
        fields.add(name + ".year", "2026");
        return fields;
    }

    Fields a_worker(const std::string& name, const std::string& role = "social-worker") {
        return from_today({{"full-name", name}, {"designation", "Social Worker"}, {"role", role}, {"team", "none"}});
    }

    std::string path_of(const std::string& name) { return "/workers/" + worker_named(name).hex(); }

    // What stands between these words in a page.
    static std::string between(const std::string& page, const std::string& before, const std::string& after) {
        auto at = page.find(before);
        if (at == std::string::npos)
            return "";
        at += before.size();
        return page.substr(at, page.find(after, at) - at);
    }

    std::string code_of(const Response& address) { return between(between(address.body, "id=\"joining-address\">", "<"), "code=", "<"); }

    std::string give(const std::string& name) { return code_of(press(ivan, path_of(name) + "/account", {{"form_number", form_fresh()}})); }

    Response post(const std::string& path, const Fields& fields) { // by somebody who is not signed in
        web::http::Request request;
        request.method = web::http::Method::Post;
        request.path = path;
        request.id = "AAA-AAA";
        request.headers = {{"content-type", "application/x-www-form-urlencoded"}};
        request.body = web::http::write_urlencoded(fields);
        return web::http::answer(*site, request);
    }
    Response open(const std::string& code) { return read(nobody, "/joining?code=" + code); }

    Fields begun(const std::string& code, const std::string& email) {
        return {{"code", code}, {"email", email}, {"password", "a kettle and a blue door"}, {"again", "a kettle and a blue door"}};
    }
    Bytes secret_of(const std::string& code) { return house->desk.invitation(desk::hash_of_joining_secret(code), house->now())->joining->code_secret; }
    std::string digits_now(const Bytes& secret) { return desk::code_at(secret, house->now()); }

    Person ivan, nobody;
};

TEST_F(Workers, AnAdministratorSeesWhoWorksHereAndNoChild) {
    auto page = read(ivan, "/workers");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("Priya Anand"));
    EXPECT_THAT(page.body, HasSubstr("Family Team North"));
    EXPECT_EQ(read(ivan, "/").body.find("Find a child"), std::string::npos) << "there is none to find";
    for (const auto* name : {"Tilly", "Barrow", "Reece"})
        for (const auto& path : {std::string("/workers"), std::string("/"), path_of("Priya Anand"), path_of("Priya Anand") + "/leaving"})
            EXPECT_THAT(read(ivan, path).body, Not(HasSubstr(name))) << path;
    EXPECT_THAT(read(ivan, path_of("Priya Anand") + "/leaving").body, HasSubstr("children are allocated to Priya Anand"));
}

TEST_F(Workers, EverybodyElseGetsTheSameBytesForThesePagesAsForNone) {
    auto page = path_of("Priya Anand");
    for (const auto* who : {"Priya Anand", "Gareth Holloway", "Denise Achebe"}) {
        auto one = person(who);
        auto nothing = read(one, "/nothing-of-this-name");
        for (const auto& path : {std::string("/workers"), std::string("/workers/registration"), std::string("/teams/registration"), page, page + "/details", page + "/manager",
                                 page + "/leaving", page + "/account/renewal", page + "/account/ending"})
            EXPECT_EQ(read(one, path), nothing) << who << " " << path;
        for (const auto& path : {page + "/account", page + "/leaving", page + "/details", std::string("/workers/registration")})
            EXPECT_EQ(press(one, path, a_worker("Mina Farrell")), nothing) << who << " " << path;
    }
    EXPECT_EQ(read(ivan, "/workers/" + WorkerNumber::random().hex()), read(ivan, "/nothing-of-this-name"));
    EXPECT_EQ(read(ivan, "/workers/x"), read(ivan, "/nothing-of-this-name"));
}

TEST_F(Workers, AWorkerIsRegisteredOnceHoweverOftenTheFormIsSent) {
    auto before = door->authority()->workers.size();
    auto fields = a_worker("Mina Farrell");
    auto first = press(ivan, "/workers/registration", fields), second = press(ivan, "/workers/registration", fields);
    EXPECT_EQ(first.status, 303);
    EXPECT_EQ(first.headers.get("Location"), second.headers.get("Location"));
    EXPECT_EQ(door->authority()->workers.size(), before + 1);
    const auto& said = door->authority()->workers.back().said.back();
    EXPECT_EQ(said.by.full_name, "Ivan Petrov");
    EXPECT_EQ(said.happened_on, house->today());
}

TEST_F(Workers, NonsenseIsRefusedAllAtOnceAndStaysInItsBoxes) {
    auto before = door->authority()->length;
    auto empty = press(ivan, "/workers/registration", {{"form_number", form_fresh()}});
    EXPECT_EQ(empty.status, 422);
    for (const auto* words : {"Write the worker&#39;s full name", "Write what their job is called", "Choose their role", "Choose their team", "Say from which day"})
        EXPECT_THAT(empty.body, HasSubstr(words));
    auto fields = Fields{{"form_number", form_fresh()}, {"full-name", "<script>alert(1)</script>"}, {"designation", std::string(300, 'x')}, {"role", "king"}, {"team", "x"},
                         {"from.day", "31"}, {"from.month", "2"}, {"from.year", "2026"}};
    auto refused = press(ivan, "/workers/registration", fields);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("There is no 31 2 2026 in the calendar"));
    EXPECT_THAT(refused.body, HasSubstr("Write at most 200 letters here"));
    EXPECT_THAT(refused.body, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
    EXPECT_THAT(refused.body, Not(HasSubstr("<script>alert")));
    EXPECT_THAT(refused.body, HasSubstr("value=\"31\""));
    EXPECT_EQ(door->authority()->length, before) << "nothing was written";
}

TEST_F(Workers, ACircleOfManagersIsRefusedInASentence) {
    auto denise = worker_named("Denise Achebe");
    auto refused = press(ivan, path_of("Denise Achebe") + "/manager", from_today({{"manager", worker_named("Gareth Holloway").hex()}}));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Nobody can be above themselves; choose another manager"));
    EXPECT_FALSE(door->authority()->manager_of(denise));
    EXPECT_EQ(press(ivan, path_of("Denise Achebe") + "/manager", from_today({{"manager", denise.hex()}})).status, 422);
}

TEST_F(Workers, WhatWasDecidedOnAnOlderListIsAskedAgain) {
    access::Writing line{EntryId::random(), {}, record::LineOfManagement{worker_named("Priya Anand"), worker_named("Denise Achebe")}, access::Writing::Stream::Child,
                         door->authority()->length - 1};
    line.said.recorded_by = {ivan.worker, "Ivan Petrov", "", ""};
    auto visitor = *door->visitor(ivan.worker, "a session");
    EXPECT_EQ(door->append_of_administrator(visitor, FormNumber::random(), {line}, house->now()).refusal().code, "changed-meanwhile");
    line.expected_place = door->authority()->length;
    EXPECT_TRUE(door->append_of_administrator(visitor, FormNumber::random(), {line}, house->now()));
    auto priya = *door->visitor(worker_named("Priya Anand"), "a session");
    EXPECT_EQ(door->append_of_administrator(priya, FormNumber::random(), {line}, house->now()).refusal().code, "not-found");
}

TEST_F(Workers, NobodyEndsTheirOwnAccountSetsItAnewChangesTheirOwnRoleOrSaysThatTheyLeft) {
    auto own = path_of("Ivan Petrov");
    auto nothing = read(ivan, "/nothing-of-this-name");
    for (const auto* what : {"/account", "/account/renewal", "/account/ending", "/leaving"})
        EXPECT_EQ(press(ivan, own + what, from_today({})), nothing) << what;
    auto refused = press(ivan, own + "/details", a_worker("Ivan Petrov", "head-of-service"));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Ask another administrator to change your own role"));
    EXPECT_FALSE(house->desk.account(ivan.worker)->disabled);
}

TEST_F(Workers, AnAccountBeginsBehindAOneTimeAddressWithAPasswordAndACodeThatWorks) {
    ASSERT_EQ(press(ivan, "/workers/registration", a_worker("Mina Farrell")).status, 303);
    auto code = give("Mina Farrell");
    ASSERT_EQ(code.size(), 22u);
    EXPECT_THAT(open(code).body, HasSubstr("Mina Farrell, Social Worker"));
    auto closed = open("nonsense");
    EXPECT_EQ(closed.status, 404);

    auto refused = post("/joining", {{"code", code}, {"email", "mina"}, {"password", "short"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Write your e-mail address at work"));
    EXPECT_THAT(post("/joining", {{"code", code}, {"email", "mina@northmere.example"}, {"password", "a kettle and a blue door"}, {"again", "another"}}).body,
                HasSubstr("The two passwords differ"));
    EXPECT_THAT(post("/joining", begun(code, "priya.anand@northmere.example")).body, HasSubstr("There is an account with this e-mail address"));

    auto second = post("/joining", begun(code, "mina.farrell@northmere.example"));
    EXPECT_THAT(second.body, HasSubstr("otpauth://totp/Lifestory?secret="));
    auto secret = secret_of(code);
    EXPECT_THAT(post("/joining/code", {{"code", code}, {"digits", "123"}}).body, HasSubstr("This code does not fit"));
    EXPECT_FALSE(house->desk.account(worker_named("Mina Farrell"))) << "no code was shown yet";
    EXPECT_THAT(post("/joining/code", {{"code", code}, {"digits", digits_now(secret)}}).body, HasSubstr("You can sign in"));

    EXPECT_EQ(open(code), closed) << "used, it is as if it had never been";
    EXPECT_EQ(post("/joining", begun(code, "mina.farrell@northmere.example")), closed);
    EXPECT_EQ(post("/joining/code", {{"code", code}, {"digits", digits_now(secret)}}), closed);

    house->second_factor = desk::SecondFactor::CodeNeeded;
    Fields typed{{"email", "mina.farrell@northmere.example"}, {"password", "a kettle and a blue door"}, {"code", digits_now(secret)}};
    EXPECT_EQ(post("/session", typed).status, 422) << "the code that was shown is spent";
    auto later = house->now() + std::chrono::seconds(60);
    desk::SignIn sign_in{"mina.farrell@northmere.example", "a kettle and a blue door", desk::code_at(secret, later), "192.0.2.7"};
    EXPECT_TRUE(desk::sign_in(house->desk, house->passwords, house->throttle, sign_in, desk::SecondFactor::CodeNeeded, later));
}

TEST_F(Workers, AnAddressThatIsTooOldOpensAsMuchAsOneThatNeverWas) {
    ASSERT_EQ(press(ivan, "/workers/registration", a_worker("Mina Farrell")).status, 303);
    auto code = give("Mina Farrell");
    auto closed = open("nonsense");
    furnish("2026-12-26T10:39");
    EXPECT_EQ(open(code).status, 200);
    furnish("2026-12-26T10:41");
    EXPECT_EQ(open(code), closed);
}

TEST_F(Workers, SetAnewOneIsSignedOutAtOnceAndSeesWhoDidIt) {
    auto priya = person("Priya Anand");
    ASSERT_EQ(read(priya, "/account").status, 200);
    auto code = code_of(press(ivan, path_of("Priya Anand") + "/account/renewal", {{"form_number", form_fresh()}}));
    EXPECT_EQ(read(priya, "/account").status, 303) << "signed out";
    EXPECT_THAT(post("/session", {{"email", "priya.anand@northmere.example"}, {"password", "everyone here is invented"}}).body, HasSubstr("We do not know"));
    post("/joining", begun(code, "priya.anand@northmere.example"));
    post("/joining/code", {{"code", code}, {"digits", digits_now(secret_of(code))}});
    auto again = person("Priya Anand");
    EXPECT_THAT(read(again, "/account").body, HasSubstr("Ivan Petrov: set password and code anew"));
}

TEST_F(Workers, WhoeverHasLeftIsSignedOutAtOnceAndTheirManagerHandsTheChildrenOver) {
    auto priya = person("Priya Anand");
    auto children = door->caseload(priya.worker, house->now());
    ASSERT_GT(children.size(), 1u);
    auto name = door->look_over(*door->visitor(priya.worker, "s"), std::span(children).first(1), house->now()).front().child->name();
    auto left = press(ivan, path_of("Priya Anand") + "/leaving", from_today({}));
    ASSERT_EQ(left.status, 303);
    auto told = read(ivan, std::string(left.headers.get("Location")));
    EXPECT_THAT(told.body, HasSubstr(plural(children.size(), "child is", "children are") + " allocated to Priya Anand"));
    EXPECT_THAT(told.body, Not(HasSubstr(name)));
    EXPECT_EQ(read(priya, "/").status, 303) << "signed out";
    EXPECT_TRUE(house->desk.account(priya.worker)->disabled);

    auto gareth = person("Gareth Holloway");
    auto team = read(gareth, "/team");
    EXPECT_THAT(team.body, HasSubstr("Children of somebody who has left"));
    auto allocation = "/children/" + children.front().hex() + "/allocation";
    EXPECT_THAT(team.body, HasSubstr(allocation));
    auto sam = worker_named("Sam Okoro");
    auto kept = press(gareth, allocation, from_today({{"worker", sam.hex()}, {"as", "allocated-worker"}}));
    EXPECT_EQ(kept.status, 303) << kept.body;
    EXPECT_THAT(door->caseload(sam, house->now()), testing::Contains(children.front()));
    EXPECT_THAT(door->caseload(priya.worker, house->now()), Not(testing::Contains(children.front())));
    auto owed = door->owed_children(*door->visitor(sam, "s"), std::span(children).first(1), house->now());
    ASSERT_EQ(owed.size(), 1u);
    EXPECT_EQ(owed.front().allocated, sam) << "what is due went over";
}

TEST_F(Workers, OnlyWhoeverManagesTheLineAllocatesAndOnlyToWhoMayBeIt) {
    auto priya = person("Priya Anand"), gareth = person("Gareth Holloway");
    auto child = door->caseload(priya.worker, house->now()).front();
    auto allocation = "/children/" + child.hex() + "/allocation";
    auto nothing = read(priya, "/nothing-of-this-name");
    auto to_sam = from_today({{"worker", worker_named("Sam Okoro").hex()}, {"as", "allocated-worker"}});
    EXPECT_EQ(read(priya, allocation), nothing);
    EXPECT_EQ(press(priya, allocation, to_sam), nothing);
    EXPECT_EQ(read(ivan, allocation), read(ivan, "/nothing-of-this-name"));
    auto refused = press(gareth, allocation, from_today({{"worker", worker_named("Sam Okoro").hex()}, {"as", "independent-reviewing-officer"}}));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("cannot be this"));
    auto empty = press(gareth, allocation, {{"form_number", form_fresh()}});
    for (const auto* words : {"Choose who works with the child", "Say as what they work with the child", "Say from which day"})
        EXPECT_THAT(empty.body, HasSubstr(words));
    EXPECT_EQ(press(gareth, allocation, to_sam).status, 303);
    EXPECT_EQ(press(gareth, allocation, to_sam).status, 303) << "pressed twice, kept once";
}

TEST_F(Workers, ARecordBeginsAfterLookingWhetherItIsAChildWeKnow) {
    auto priya = person("Priya Anand");
    auto children = installation->index().children().size();
    Fields fields{{"form_number", form_fresh()}, {"name", "Tilly Barrow"}, {"born.day", "2"}, {"born.month", "5"}, {"born.year", "2019"}, {"told-by", "Rosa Quill, teacher"},
                  {"known-on.day", "22"}, {"known-on.month", "12"}, {"known-on.year", "2026"}, {"told", "She came without a coat."}, {"family", "new"}, {"family-name", "Barrow"},
                  {"worker", priya.worker.hex()}};
    auto asked = press(priya, "/children/opening", fields);
    EXPECT_EQ(asked.status, 422);
    EXPECT_THAT(asked.body, HasSubstr("Is this the same child?"));
    EXPECT_THAT(asked.body, HasSubstr("She came without a coat."));
    EXPECT_EQ(installation->index().children().size(), children);
    fields.add("not-the-same", "She is seven years old.");
    auto begun = press(priya, "/children/opening", fields);
    ASSERT_EQ(begun.status, 303) << begun.body;
    EXPECT_EQ(press(priya, "/children/opening", fields).headers.get("Location"), begun.headers.get("Location"));
    EXPECT_EQ(installation->index().children().size(), children + 1);
    auto page = read(priya, std::string(begun.headers.get("Location")));
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("born 2 May 2019"));
    EXPECT_EQ(read(ivan, "/children/opening"), read(ivan, "/nothing-of-this-name"));
}

TEST_F(Workers, ABrotherBeginsInTheFamilyOfWhomTheWorkerMayOpenAndOfNobodyElse) {
    auto priya = person("Priya Anand"), beth = person("Beth Rowntree");
    RecordNumber tilly{};
    for (const auto& one : door->find(*door->visitor(priya.worker, "s"), "Tilly Barrow", house->now()))
        if (one.who.child)
            tilly = *one.who.child;
    ASSERT_FALSE(tilly.is_zero());
    auto fields = [&](const Person& who) {
        return Fields{{"form_number", form_fresh()}, {"name", "Baby Barrow"}, {"expected.day", "1"}, {"expected.month", "3"}, {"expected.year", "2027"}, {"told-by", "Kerry Barrow, mum"},
                      {"known-on.day", "23"}, {"known-on.month", "12"}, {"known-on.year", "2026"}, {"sibling", "Tilly Barrow"}, {"family", tilly.hex()}, {"not-the-same", "Not born yet."},
                      {"worker", who.worker.hex()}};
    };
    auto family = installation->index().family_of(tilly)->family;
    auto begun = press(priya, "/children/opening", fields(priya));
    ASSERT_EQ(begun.status, 303) << begun.body;
    auto baby = *RecordNumber::parse(std::string(begun.headers.get("Location")).substr(10, 32));
    EXPECT_EQ(installation->index().family_of(baby)->family, family);
    auto refused = press(beth, "/children/opening", fields(beth));
    EXPECT_EQ(refused.status, 422) << "not a child of hers";
    EXPECT_THAT(refused.body, HasSubstr("Choose the family"));
    EXPECT_THAT(refused.body, Not(HasSubstr("14 March 2015")));
}

} // namespace
} // namespace lifestory::acceptance
