// What managers owe as managers (rules about a worker, a team, the authority), on the demonstration: it stands on Team with its sum and a
// press, is signed there, is met, and is read by those it concerns and by nobody else.
#include <gmock/gmock.h>

#include "acceptance/at_browser.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class OurWork : public AtBrowser {
protected:
    void SetUp() override {
        serve();
        gareth = person("Gareth Holloway");
        priya = person("Priya Anand");
        signed_before = door->authority()->work.size();
    }

    Fields session_of(const Person& whose, const std::string& day, const std::string& why_late = "") {
        return {{"late.reason", why_late}, {"form_number", FormNumber::random().hex()}, {"happened-on.day", day}, {"happened-on.month", "12"}, {"happened-on.year", "2026"},
                {"item.supervised", "worker:" + whose.worker.hex()}, {"item.talked-about", "Priya carries much. We moved one family."}, {"item.agreed", "We look again in January."}};
    }

    // Where the press on Team leads: to a form with a number of its own.
    std::string new_form() { return std::string(read(gareth, "/our-work/new/supervision-session?worker=" + priya.worker.hex()).headers.get("Location")); }

    std::string due_of(const std::string& name) {
        auto page = read(gareth, "/team").body;
        const auto section = page.find("Supervision, meetings and guidance");
        const auto row = section == std::string::npos ? section : page.find(name, section);
        return row == std::string::npos ? "" : page.substr(row, page.find("</a>", row) - row);
    }

    Person gareth, priya;
    std::size_t signed_before = 0;
};

} // namespace

TEST_F(OurWork, SupervisionStandsOnTeamWithItsSumAndIsMetByWhatIsSigned) {
    auto due = due_of("Priya Anand");
    ASSERT_THAT(due, AllOf(HasSubstr("late"), HasSubstr("/our-work/new/supervision-session?worker=" + priya.worker.hex())));
    EXPECT_THAT(read(gareth, "/team").body, HasSubstr("How this date was counted"));
    auto form = read(gareth, new_form()).body;
    EXPECT_THAT(form, AllOf(HasSubstr("Whose supervision"), HasSubstr("value=\"worker:" + priya.worker.hex() + "\" selected"), HasSubstr("On which day?"),
                            Not(HasSubstr("to this child")), Not(HasSubstr("important event"))));
    auto fields = session_of(priya, "22");
    auto signed_it = press(gareth, "/our-work/new/supervision-session", fields);
    ASSERT_EQ(signed_it.status, 303) << signed_it.body;
    EXPECT_EQ(press(gareth, "/our-work/new/supervision-session", fields).headers.get("Location"), signed_it.headers.get("Location")) << "pressed twice";
    EXPECT_EQ(door->authority()->work.size(), signed_before + 1);
    EXPECT_EQ(due_of("Priya Anand").find("late"), std::string::npos) << due_of("Priya Anand");
    auto one = read(priya, std::string(signed_it.headers.get("Location"))).body;
    EXPECT_THAT(one, AllOf(HasSubstr("Priya carries much."), HasSubstr("Written by Gareth Holloway, Team Manager")));
    EXPECT_THAT(read(priya, "/supervision").body, HasSubstr(", Priya Anand, 22 December 2026"));
}

TEST_F(OurWork, WhoComesBackAfterSigningFindsWhatWasSigned) {
    const auto form = new_form();
    const auto number = form.substr(form.rfind('=') + 1);
    EXPECT_THAT(read(gareth, form).body, HasSubstr("name=\"form_number\" value=\"" + number + "\""));
    Fields fields{{"form_number", number}};
    for (const auto& one : session_of(priya, "22"))
        if (one.name != "form_number")
            fields.add(one.name, one.value);
    auto signed_it = press(gareth, "/our-work/new/supervision-session", fields);
    ASSERT_EQ(signed_it.status, 303) << signed_it.body;
    auto back = read(gareth, form);
    EXPECT_EQ(back.status, 303);
    EXPECT_THAT(std::string(signed_it.headers.get("Location")), HasSubstr(std::string(back.headers.get("Location"))));
    EXPECT_NE(new_form(), form);
}

TEST_F(OurWork, WhatWasHeldLateSaysWhyAndWhatWasHeldInTimeDoesNot) {
    auto form = read(gareth, new_form()).body;
    EXPECT_THAT(form, AllOf(HasSubstr("Why was it late?"), HasSubstr("Not asked when it was held by then.")));
    auto refused = press(gareth, "/our-work/new/supervision-session", session_of(priya, "23", " "));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("href=\"#late.reason\">Say why it was late"), HasSubstr("We moved one family.")));
    EXPECT_EQ(door->authority()->work.size(), signed_before);

    auto signed_it = press(gareth, "/our-work/new/supervision-session", session_of(priya, "23", "I was ill for a week."));
    ASSERT_EQ(signed_it.status, 303) << signed_it.body;
    auto one = read(gareth, std::string(signed_it.headers.get("Location"))).body;
    EXPECT_THAT(one, AllOf(HasSubstr("Why it was late: I was ill for a week."), HasSubstr("late by ")));
    EXPECT_THAT(read(gareth, new_form()).body, Not(HasSubstr("Why was it late?"))) << "met";

    auto after = press(gareth, "/our-work/new/supervision-session", session_of(priya, "22", "Typed and not asked for."));
    ASSERT_EQ(after.status, 303) << after.body;
    EXPECT_THAT(read(gareth, std::string(after.headers.get("Location"))).body, Not(HasSubstr("Why it was late")));
}

TEST_F(OurWork, AWorkerIsToldWhenTheNextSupervisionIsAndWithWhom) {
    EXPECT_THAT(read(priya, "/supervision").body, HasSubstr("Your next supervision with Gareth Holloway: late by "));
    ASSERT_EQ(press(gareth, "/our-work/new/supervision-session", session_of(priya, "22")).status, 303);
    EXPECT_THAT(read(priya, "/supervision").body, AllOf(HasSubstr("Your next supervision with Gareth Holloway: due "), Not(HasSubstr("late by "))));
}

TEST_F(OurWork, AHeadOfServiceSeesItByTeamAndNobodyElseDoes) {
    auto denise = person("Denise Achebe");
    const auto team = door->authority()->team(door->authority()->worker(gareth.worker)->team)->name;
    auto row = [&] {
        auto page = read(denise, "/service").body;
        auto table = page.find("Supervision and meetings by team</caption>");
        auto at = table == std::string::npos ? table : page.find(team, table);
        return at == std::string::npos ? "" : page.substr(at, page.find("</tr>", at) - at);
    };
    auto before = row();
    ASSERT_THAT(before, HasSubstr("numeric"));
    ASSERT_EQ(press(gareth, "/our-work/new/supervision-session", session_of(priya, "23", "I was ill for a week.")).status, 303);
    EXPECT_NE(row(), before) << "one that was not held yet became one that was late";
    EXPECT_EQ(read(gareth, "/service").status, 404);
}

TEST_F(OurWork, OthersReadNothingOfItAndCannotTell) {
    auto signed_it = press(gareth, "/our-work/new/supervision-session", session_of(priya, "22"));
    ASSERT_EQ(signed_it.status, 303);
    const auto there = std::string(signed_it.headers.get("Location"));
    auto sam = person("Sam Okoro");
    auto refused = read(sam, there), nothing = read(sam, "/our-work/" + EntryId::random().hex());
    EXPECT_EQ(refused.status, 404);
    EXPECT_EQ(refused.body, nothing.body);
    EXPECT_THAT(read(sam, "/supervision").body, Not(HasSubstr("supervision, Priya Anand")));
}

TEST_F(OurWork, WhatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays) {
    auto fields = session_of(priya, "31");
    auto refused = press(gareth, "/our-work/new/supervision-session", fields);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("cannot be after today"), HasSubstr("We moved one family."), HasSubstr("value=\"31\"")));
    fields = {{"form_number", FormNumber::random().hex()}, {"item.talked-about", "Nobody was named."}};
    refused = press(gareth, "/our-work/new/supervision-session", fields);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("Choose somebody who works here"), HasSubstr("Say on which day it happened"), HasSubstr("Nobody was named.")));
    EXPECT_EQ(door->authority()->work.size(), signed_before);
}

TEST_F(OurWork, NobodySupervisesWhoIsNotBelowThemAndNoPractitionerSupervises) {
    auto denise = person("Denise Achebe");
    EXPECT_NE(press(gareth, "/our-work/new/supervision-session", session_of(denise, "22")).status, 303);
    EXPECT_EQ(read(priya, "/our-work/new/supervision-session").status, 404);
    EXPECT_EQ(press(priya, "/our-work/new/supervision-session", session_of(priya, "22")).status, 404);
    EXPECT_EQ(read(gareth, "/our-work/new/visit").status, 404) << "about a child: it is written in the child's record";
    EXPECT_EQ(door->authority()->work.size(), signed_before);
}

TEST_F(OurWork, TheGuidanceAndTheTeamsMeetingReachWhoOwesThem) {
    auto meeting = press(gareth, "/our-work/new/team-meeting", {{"form_number", FormNumber::random().hex()}, {"happened-on.day", "21"}, {"happened-on.month", "12"},
                                                                  {"happened-on.year", "2026"}, {"item.talked-about", "We read two records together."}, {"item.people", "nobody"}});
    EXPECT_EQ(meeting.status, 303) << meeting.body;
    EXPECT_THAT(read(gareth, std::string(meeting.headers.get("Location"))).body, HasSubstr("We read two records together."));
    EXPECT_EQ(read(priya, std::string(meeting.headers.get("Location"))).status, 404);
}

} // namespace lifestory::acceptance
