// People and family over HTTP: who is in a child's life, who has parental responsibility, who has died, who lives where and who may not know
// it (ROC-041, ROC-042, ROC-044). Each with who said so; said again, the old words stay.
#include <algorithm>

#include <gmock/gmock.h>

#include "acceptance/at_browser.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class PeopleOnPages : public AtTillys {
protected:
    std::string people() const { return "/children/" + tilly.hex() + "/people"; }

    static Fields said(Fields fields) {
        fields.add("form_number", FormNumber::random().hex());
        fields.add("said-by", "document");
        fields.add("said-by.words", "birth certificate of 20 March 2015");
        return fields;
    }

    access::OpenRecord opened() { return *door->open(*door->visitor(priya.worker, "a session"), tilly, std::nullopt, house->now()); }

    PersonNumber named(const std::string& name) {
        auto open = opened();
        for (const auto& one : open.family->people)
            if (one.now().full_name == name)
                return one.now().person;
        ADD_FAILURE() << name << " is not of the family";
        return {};
    }
};

TEST_F(PeopleOnPages, StandInTheirGroupsWithWhoTheyAreAndWhereTheyLive) {
    auto page = read(priya, people());
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body,
                AllOf(HasSubstr("Lives with Tilly"), HasSubstr("Maureen Barrow (Nan), nan"), HasSubstr("Kerry Barrow, mum"), HasSubstr("Parental responsibility"),
                      HasSubstr("12 Weir Lane, Millbrook"), HasSubstr("Workers"), HasSubstr("Priya Anand, Social Worker")));
}

TEST_F(PeopleOnPages, SomebodyIsAddedWithWhoTheyAreAndIsDrawn) {
    auto fields = said({{"full-name", "Ada Barrow"},
                        {"pronouns", "she"},
                        {"kind", "great-grandmother"},
                        {"responsible", "no"},
                        {"religion", "Methodist"},
                        {"died.day", "3"},
                        {"died.month", "2"},
                        {"died.year", "2024"},
                        {"born.day", "1"},
                        {"born.month", "5"},
                        {"born.year", "1938"}});
    EXPECT_EQ(press(priya, people() + "/new", fields).status, 303);
    EXPECT_EQ(press(priya, people() + "/new", fields).status, 303) << "pressed twice";
    auto page = read(priya, people()).body;
    EXPECT_THAT(page, AllOf(HasSubstr("People who have died"), HasSubstr("Ada Barrow, great-grandmother"), HasSubstr("Died on 3 February 2024"),
                            HasSubstr("Religion: Methodist"), HasSubstr("birth certificate of 20 March 2015")));
    EXPECT_EQ(page.find("Died on 3 February 2024"), page.rfind("Died on 3 February 2024")) << "once, however often the form is sent";
    EXPECT_THAT(read(priya, "/children/" + tilly.hex() + "/genogram").body, HasSubstr("Ada Barrow"));
}

TEST_F(PeopleOnPages, TheSameNameIsAskedAboutAndNonsenseStaysInItsBoxes) {
    auto same = said({{"full-name", "kerry barrow"}, {"kind", "aunt"}});
    auto page = press(priya, people() + "/new", same);
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.body, AllOf(HasSubstr("Is it the same person?"), HasSubstr("No, this is somebody else"), HasSubstr("value=\"kerry barrow\""),
                                 HasSubstr("value=\"aunt\"")));
    same.add("same", "no");
    EXPECT_EQ(press(priya, people() + "/new", same).status, 303);
    auto empty = press(priya, people() + "/new", {{"form_number", FormNumber::random().hex()}, {"born.day", "31"}, {"born.month", "2"}, {"born.year", "2001"}});
    for (const auto* words : {"Write their name, or say who they are", "Say who they are to each other", "Say who said so"})
        EXPECT_THAT(empty.body, HasSubstr(words));
    EXPECT_EQ(empty.status, 422);
}

TEST_F(PeopleOnPages, WhoHasNotBeenToldIsSaidToTheWorkerAndLeftOutForTheChild) {
    auto fields = said({{"full-name", "Lee Marsh"}, {"pronouns", "he"}, {"kind", "half-brother"}, {"not-told", named("Matilda Barrow").hex()}});
    EXPECT_EQ(press(priya, people() + "/new", fields).status, 303);
    EXPECT_THAT(read(priya, people()).body, AllOf(HasSubstr("Tilly has not been told</strong> of Lee Marsh")));
    EXPECT_THAT(read(priya, "/children/" + tilly.hex() + "/genogram?for=child").body, Not(HasSubstr("Lee Marsh")));
}

TEST_F(PeopleOnPages, AChangeIsForAllTheFamilyAndTheOldWordsStayInTheRecord) {
    auto nan = named("Maureen Barrow");
    auto path = people() + "/" + nan.hex() + "/change";
    EXPECT_THAT(read(priya, path).body, HasSubstr("value=\"Maureen Barrow\""));
    EXPECT_EQ(press(priya, path,
                    said({{"full-name", "Maureen Barrow"}, {"pronouns", "she"}, {"telephone", "01632 960 199"}, {"reach", "Ring before ten, never text"}}))
                  .status,
              303);
    EXPECT_THAT(read(priya, people()).body, AllOf(HasSubstr("01632 960 199"), HasSubstr("Ring before ten, never text")));
    auto reece = child_named("Reece");
    EXPECT_THAT(read(priya, "/children/" + reece.hex() + "/people").body, HasSubstr("01632 960 199"));
    auto open = opened();
    auto said_of_her = std::ranges::find(open.family->people, nan, [](const auto& one) { return one.now().person; });
    EXPECT_GE(said_of_her->said.size(), 2u) << "nothing was overwritten";
}

TEST_F(PeopleOnPages, WhoWasWrittenDownInErrorIsTakenBackWithTheReason) {
    ASSERT_EQ(press(priya, people() + "/new", said({{"full-name", "Gordon Pyke"}, {"kind", "uncle"}})).status, 303);
    const auto gordon = people() + "/" + named("Gordon Pyke").hex() + "/error";
    EXPECT_THAT(read(priya, people()).body, HasSubstr(gordon));
    const auto page = read(priya, gordon).body;
    EXPECT_THAT(page, AllOf(HasSubstr("Gordon Pyke, and every tie to them"), HasSubstr("Gordon Pyke and Matilda Barrow: uncle"), HasSubstr("give it its last day")));
    const auto value = page.find("name=\"undo\" type=\"radio\" value=\"");
    ASSERT_NE(value, std::string::npos) << page;
    const auto whole = page.substr(value + 32, 32);
    auto refused = press(priya, gordon, {{"form_number", FormNumber::random().hex()}, {"why", " "}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("Choose what was written down in error"), HasSubstr("Say how it came to be written down")));
    const Fields typed{{"form_number", FormNumber::random().hex()}, {"undo", whole}, {"why", "Reece’s uncle, not Tilly’s"}};
    ASSERT_EQ(press(priya, gordon, typed).status, 303);
    const auto after = read(priya, people()).body;
    EXPECT_THAT(after, AllOf(Not(HasSubstr("Gordon Pyke, uncle</h3>")), HasSubstr("Gordon Pyke and Matilda Barrow: uncle. Taken back by Priya Anand"), HasSubstr("Reece’s uncle, not Tilly’s")));
    EXPECT_EQ(read(priya, gordon).status, 404) << "nobody is there any more";
    const auto me = people() + "/" + named("Matilda Barrow").hex() + "/error";
    EXPECT_THAT(read(priya, me).body, Not(HasSubstr("Matilda Barrow, and every tie"))) << "a child with a record is nobody's error";
}

TEST_F(PeopleOnPages, AHomeWrittenDownInErrorIsTakenBack) {
    ASSERT_EQ(press(priya, people() + "/homes/new", said({{"name", "Aunt Flo's"}, {"members", named("Kerry Barrow").hex()}})).status, 303);
    const auto open = opened();
    const auto home = people() + "/homes/" + open.family->households.back().now().household + "/error";
    const auto entry = open.family->households.back().said.back().entry;
    EXPECT_THAT(read(priya, home).body, HasSubstr("Aunt Flo&#39;s, and who was said to live there"));
    ASSERT_EQ(press(priya, home, {{"form_number", FormNumber::random().hex()}, {"undo", entry.hex()}, {"why", "There is no Aunt Flo"}}).status, 303);
    EXPECT_EQ(opened().family->households.size(), open.family->households.size() - 1);
}

TEST_F(PeopleOnPages, ParentalResponsibilityEndsWithADayAndWithoutAnyThePageSaysSo) {
    auto open = opened();
    std::vector<record::Relationship> held;
    for (const auto& tie : open.family->relationships)
        if (tie.now().parental_responsibility && tie.now().to == open.child->person && !tie.now().until)
            held.push_back(tie.now());
    ASSERT_FALSE(held.empty());
    for (const auto& tie : held) {
        auto fields = said({{"from", tie.from.hex()}, {"to", tie.to.hex()}, {"kind", tie.kind}, {"responsible", "no"}});
        EXPECT_EQ(press(priya, people() + "/tie", fields).status, 303);
    }
    EXPECT_THAT(read(priya, people()).body, HasSubstr("Nobody is written down with parental responsibility for Tilly"));
    auto backwards = said({{"from", held.front().from.hex()},
                           {"to", held.front().to.hex()},
                           {"kind", "mum"},
                           {"since.day", "2"},
                           {"since.month", "3"},
                           {"since.year", "2026"},
                           {"until.day", "1"},
                           {"until.month", "3"},
                           {"until.year", "2026"}});
    EXPECT_THAT(press(priya, people() + "/tie", backwards).body, HasSubstr("The last day cannot be before the first"));
}

TEST_F(PeopleOnPages, AHomeSaysWhoLivesThereAndWhoMayNotKnowIt) {
    auto nan = named("Maureen Barrow").hex(), tilly_herself = named("Matilda Barrow").hex(), darren = named("Darren Cole").hex();
    auto home = [&](const std::string& not_for) {
        return said({{"name", "Nan's"},
                     {"address", "3 Quarry Lane, Northmere"},
                     {"members", nan},
                     {"members", tilly_herself},
                     {"not-for", not_for},
                     {"since.day", "20"},
                     {"since.month", "12"},
                     {"since.year", "2026"}});
    };
    EXPECT_THAT(press(priya, people() + "/homes/nans", home(nan)).body, HasSubstr("Who lives there knows the address"));
    EXPECT_EQ(press(priya, people() + "/homes/nans", home(darren)).status, 303);
    auto page = read(priya, people()).body;
    EXPECT_THAT(page, AllOf(HasSubstr("3 Quarry Lane, Northmere"), HasSubstr("Darren Cole may not know this address."), HasSubstr("Before (1)"),
                            HasSubstr("12 Weir Lane")));
    EXPECT_THAT(read(priya, "/children/" + tilly.hex() + "/facts").body, HasSubstr("3 Quarry Lane, Northmere"));
    EXPECT_EQ(read(priya, people() + "/homes/nobodys"), read(priya, "/nothing-of-this-name"));
}

TEST_F(PeopleOnPages, ALetterToWhoMayNotKnowAHomeIsNotSignedWhileItSaysWhereThatIs) {
    const auto darren = named("Darren Cole").hex(), nan = named("Maureen Barrow").hex();
    ASSERT_EQ(press(priya, people() + "/homes/nans", said({{"name", "Nan's"}, {"address", "3 Quarry Lane, Northmere"}, {"members", nan}, {"not-for", darren},
                                                           {"since.day", "20"}, {"since.month", "12"}, {"since.year", "2026"}})).status, 303);
    const auto form = FormNumber::random();
    auto letter = [&](const std::string& words, const std::string& version) {
        return Fields{{"form_number", form.hex()}, {"version", version}, {"child", tilly.hex()}, {"type", "correspondence"}, {"when.day", "22"}, {"when.month", "12"}, {"when.year", "2026"},
                      {"item.direction", "sent"}, {"item.means", "letter"}, {"item.from-whom.1.name", "Darren Cole"}, {"item.from-whom.1.who", "Tilly's dad"}, {"item.when-came.day", "22"},
                      {"item.when-came.month", "12"}, {"item.when-came.year", "2026"}, {"item.when-came.time", "15:00"}, {"item.content", words}};
    };
    ASSERT_EQ(press(priya, "/drafts", letter("I told your dad that you are well at 3, Quarry Lane.", "0")).status, 303);
    const auto kept = [&] { return *house->desk.draft_of_form(form); };
    auto sign = [&] {
        return press(priya, "/drafts/" + kept().draft.hex() + "/check", {{"form_number", form.hex()}, {"version", std::to_string(kept().version)}, {"child", tilly.hex()},
                                                                         {"type", kept().record_type}, {"release.how", "together"}, {"then", "sign"}});
    };
    auto refused = sign();
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("This goes to Darren Cole, who may not know where Nan"));
    EXPECT_FALSE(kept().signed_as);
    ASSERT_EQ(press(priya, "/drafts/" + kept().draft.hex(), letter("I told your dad that you are well at Nan's.", std::to_string(kept().version))).status, 303);
    EXPECT_EQ(sign().status, 303);
    EXPECT_TRUE(kept().signed_as);
}

} // namespace

} // namespace lifestory::acceptance
