// Drawing with the family over HTTP (pages.md 6.16), on the demonstration: a press adds one person and says who said so, a tie, what
// stands around, and that it is right today. And what must not be: somebody added by nobody's word, a name she has not been told on the
// screen that she sees, a press for who may not change the family.
#include <gmock/gmock.h>

#include "acceptance/at_browser.h"
#include "base/text.h"
#include "record/genogram.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class Drawing : public AtTillys {
protected:
    record::Person named(std::string_view name) {
        for (const auto& one : record().family->people)
            if (one.now().full_name == name)
                return one.now();
        return {};
    }

    Response draw(const std::string& then, Fields more) {
        more.add("form_number", FormNumber::random().hex());
        more.add("then", then);
        return press(priya, of_child("/genogram/drawing"), more);
    }
};

TEST_F(Drawing, OnePressAddsOnePersonWithWhoSaidSoAndIntoTheHome) {
    const auto nan = named("Maureen Barrow"), me = named("Matilda Barrow");
    const auto before = record().family->length;
    auto drawn = draw("add:brother", {{"telling", me.person.hex()}, {"telling", nan.person.hex()}, {"to", me.person.hex()}, {"name", "Jamie Barrow"}, {"lives", "yes"}});
    ASSERT_EQ(drawn.status, 303) << drawn.body;
    const auto jamie = named("Jamie Barrow");
    EXPECT_EQ(jamie.said_by, "Matilda Barrow and Maureen Barrow");
    const auto now = record();
    EXPECT_EQ(now.family->length, before + 3) << "a person, a tie and a home, and no more";
    EXPECT_EQ(now.family->who_to(jamie.person, me.person, house->today()), "brother");
    const auto* home = now.family->household_of(jamie.person, house->today());
    ASSERT_TRUE(home);
    EXPECT_EQ(home->name, "Nan's");
    EXPECT_THAT(home->members, testing::Contains(nan.person)) << "nobody moved out";
    const auto next = read(priya, std::string(drawn.headers.get("Location")));
    EXPECT_THAT(next.body, AllOf(HasSubstr("Drawn. It stands in the picture."), HasSubstr("Jamie Barrow"),
                                 HasSubstr("value=\"" + nan.person.hex() + "\" checked"), HasSubstr("value=\"yes\" checked")))
        << "who tells and whether they live together stay as they were left";
    EXPECT_THAT(std::string(drawn.headers.get("Location")), Not(HasSubstr("Jamie"))) << "no name is in an address";
}

TEST_F(Drawing, KeepsWhatWasTypedWhenNobodyTellsOrTheNameIsThereAlready) {
    const auto me = named("Matilda Barrow");
    auto page = draw("add:uncle", {{"to", me.person.hex()}, {"name", "Gordon Pyke"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.body, AllOf(HasSubstr("Tick who is telling"), HasSubstr("value=\"Gordon Pyke\"")));
    page = draw("add:mum", {{"telling", me.person.hex()}, {"to", me.person.hex()}, {"name", "Kerry Barrow"}});
    EXPECT_THAT(page.body, AllOf(HasSubstr("There is another Kerry Barrow"), HasSubstr("No, this is somebody else")));
    page = draw("", {{"telling", me.person.hex()}, {"to", me.person.hex()}, {"name", "Gordon Pyke"}});
    EXPECT_THAT(page.body, AllOf(HasSubstr("Press who they are"), HasSubstr("value=\"Gordon Pyke\"")));
    page = draw("tie", {{"telling", me.person.hex()}, {"tie-from", me.person.hex()}, {"tie-to", me.person.hex()}, {"tie", "nonsense"}});
    EXPECT_THAT(page.body, AllOf(HasSubstr("Choose two different people"), HasSubstr("Say who they are to each other")));
    EXPECT_TRUE(named("Gordon Pyke").full_name.empty());
}

TEST_F(Drawing, SaysWhenFewerThanThreeGenerationsAreWrittenDown) {
    const auto too_few = HasSubstr("Two generations are written down here. Three or more");
    EXPECT_THAT(read(priya, of_child("/genogram")).body, Not(HasSubstr("written down here. Three or more")));
    tilly = child_named("Kian");
    ASSERT_TRUE(record().child->person);
    const auto me = *record().child->person;
    ASSERT_EQ(draw("add:mum", {{"telling", me.hex()}, {"to", me.hex()}, {"name", "Joan Rafferty"}}).status, 303);
    EXPECT_THAT(read(priya, of_child("/genogram")).body, too_few);
    EXPECT_THAT(read(priya, of_child("/genogram?for=child")).body, Not(too_few)) << "the worker is asked, not the child";
    ASSERT_EQ(draw("add:mum", {{"telling", me.hex()}, {"to", named("Joan Rafferty").person.hex()}, {"name", "Winifred Rafferty"}}).status, 303);
    EXPECT_THAT(read(priya, of_child("/genogram")).body, Not(too_few));
}

TEST_F(Drawing, ATieSaysWhoSaidSoAndStandsInTheKey) {
    const auto me = named("Matilda Barrow"), nan = named("Maureen Barrow");
    ASSERT_EQ(draw("tie", {{"telling", me.person.hex()}, {"tie-from", me.person.hex()}, {"tie-to", nan.person.hex()}, {"tie", "very close"}}).status, 303);
    const auto page = read(priya, of_child("/genogram?view=words"));
    EXPECT_THAT(page.body, HasSubstr("very close"));
    EXPECT_EQ(record().family->relationships.back().now().told_by, "Matilda Barrow");
}

TEST_F(Drawing, RightTodayKeepsWhoTookPartWhatStandsAroundAndWhomToRing) {
    const auto me = named("Matilda Barrow"), nan = named("Maureen Barrow"), mum = named("Kerry Barrow");
    Fields typed{{"telling", me.person.hex()}, {"telling", nan.person.hex()}, {"services", "Art club, close\nSchool nurse"}, {"themes", "Worry about the rent, stressful"}};
    auto asked = typed;
    asked.add("at-night", mum.telephone.empty() ? mum.person.hex() : me.person.hex());
    EXPECT_THAT(draw("right", asked).body, AllOf(HasSubstr("Write down the telephone number of"), HasSubstr("Art club, close")));
    EXPECT_THAT(draw("right", {{"services", "Art club"}}).body, HasSubstr("Tick who drew it together"));
    const auto length = record().child->story.size();
    ASSERT_EQ(draw("right", typed).status, 303);
    const auto now = record();
    ASSERT_EQ(now.child->story.size(), length + 1);
    const auto* story = record::genogram_on(*now.child, house->today());
    ASSERT_TRUE(story);
    const auto kept = record::genogram_in(*story);
    EXPECT_THAT(kept.with, ElementsAre("Matilda Barrow", "Maureen Barrow"));
    EXPECT_EQ(kept.services, (std::vector<record::AroundUs>{{"Art club", "close"}, {"School nurse", ""}}));
    EXPECT_THAT(kept.as_drawn, HasSubstr("Maureen Barrow"));
    const auto page = read(priya, of_child("/genogram"));
    EXPECT_THAT(page.body, AllOf(HasSubstr("Drawn with Matilda Barrow and Maureen Barrow on 23 December 2026"), HasSubstr("Art club"), HasSubstr("Worry about the rent")));
    EXPECT_THAT(read(priya, of_child("/genogram?on=2026-12-22")).body, AllOf(Not(HasSubstr("Art club")), Not(HasSubstr("Drawn with")))) << "a day before, nobody had said so";
    EXPECT_THAT(read(priya, of_child("/genogram/drawing")).body, HasSubstr("Art club, close\nSchool nurse")) << "asked once, shown to be changed";
}

TEST_F(Drawing, ShowsOnTheScreenThatSheSeesNobodyOfWhomSheHasNotBeenTold) {
    const auto me = named("Matilda Barrow"), nan = named("Maureen Barrow");
    Fields hidden{{"form_number", FormNumber::random().hex()}, {"full-name", "Gordon Pyke"}, {"kind", "uncle"}, {"not-told", me.person.hex()}, {"said-by", "seen"}};
    ASSERT_EQ(press(priya, of_child("/people/new"), hidden).status, 303);
    ASSERT_THAT(read(priya, of_child("/genogram")).body, HasSubstr("Gordon"));
    EXPECT_THAT(read(priya, of_child("/genogram/drawing")).body, AllOf(Not(HasSubstr("Gordon")), Not(HasSubstr("has not been told"))));
    EXPECT_THAT(read(priya, of_child("/genogram?for=child")).body, HasSubstr("Not shown to Tilly: 1 person"));
}

TEST_F(Drawing, IsUndoneInOnePressAndStaysInTheRecordAsUndone) {
    const auto me = named("Matilda Barrow"), nan = named("Maureen Barrow");
    const auto before = record();
    const Fields jamie{{"telling", me.person.hex()}, {"to", me.person.hex()}, {"name", "Jamie Barrow"}, {"lives", "yes"}};
    auto drawn = draw("add:brother", jamie);
    ASSERT_EQ(drawn.status, 303);
    const auto press_of = [](const std::string& page) {
        const auto at = page.find("value=\"undo:");
        return at == std::string::npos ? std::string() : page.substr(at + 7, 5 + 32);
    };
    auto page = read(priya, std::string(drawn.headers.get("Location"))).body;
    EXPECT_THAT(page, AllOf(HasSubstr("Last: Jamie Barrow, brother of Matilda Barrow"), HasSubstr("7 people.")));
    const auto undo = press_of(page);
    const Fields once{{"form_number", FormNumber::random().hex()}, {"then", undo}, {"telling", me.person.hex()}};
    auto undone = press(priya, of_child("/genogram/drawing"), once);
    ASSERT_EQ(undone.status, 303) << undone.body;
    EXPECT_EQ(press(priya, of_child("/genogram/drawing"), once).status, 303) << "pressed twice";
    const auto now = record();
    EXPECT_EQ(now.family->people, before.family->people);
    EXPECT_EQ(now.family->relationships, before.family->relationships);
    EXPECT_EQ(now.family->households, before.family->households);
    EXPECT_EQ(now.family->length, before.family->length + 6) << "three were written, three withdraw them";
    page = read(priya, std::string(undone.headers.get("Location"))).body;
    EXPECT_THAT(page, AllOf(HasSubstr("Undone. It is not in the picture any more."), HasSubstr("6 people."), Not(HasSubstr("Jamie"))));
    EXPECT_THAT(read(priya, of_child("/genogram")).body, Not(HasSubstr("Jamie")));
    EXPECT_THAT(read(priya, of_child("/genogram.ged?version=7.0")).body, Not(HasSubstr("Jamie")));
    EXPECT_THAT(read(priya, "/api/v1/children/" + tilly.hex() + "/genogram").body, AllOf(HasSubstr("Maureen"), Not(HasSubstr("Jamie"))));
    EXPECT_THAT(read(priya, of_child("/people")).body,
                AllOf(HasSubstr("Jamie Barrow. Taken back by Priya Anand on 23 December 2026: Undone where it was drawn"), Not(HasSubstr("Jamie Barrow, brother</h3>"))));
    EXPECT_THAT(draw(undo, {{"telling", nan.person.hex()}}).body, HasSubstr("This was taken back already"));
    EXPECT_EQ(draw("undo:nonsense", {}).status, 422);
    EXPECT_EQ(draw("add:brother", jamie).status, 303) << "drawn rightly this time, without being asked about the same name";
}

TEST_F(Drawing, OffersNoUndoOfWhatTheChildHasNotBeenTold) {
    const auto me = named("Matilda Barrow");
    Fields hidden{{"form_number", FormNumber::random().hex()}, {"full-name", "Gordon Pyke"}, {"kind", "uncle"}, {"not-told", me.person.hex()}, {"said-by", "seen"}};
    ASSERT_EQ(press(priya, of_child("/people/new"), hidden).status, 303);
    EXPECT_THAT(read(priya, of_child("/genogram/drawing")).body, AllOf(Not(HasSubstr("Gordon")), Not(HasSubstr("value=\"undo:"))));
}

TEST_F(Drawing, IsNothingForWhoeverMayNotChangeTheFamily) {
    auto beth = person("Beth Rowntree");
    const auto nothing = read(beth, "/children/" + RecordNumber::random().hex() + "/genogram/drawing");
    EXPECT_EQ(nothing.status, 404);
    EXPECT_EQ(read(beth, of_child("/genogram/drawing")).body, nothing.body);
    EXPECT_EQ(press(beth, of_child("/genogram/drawing"), {{"form_number", FormNumber::random().hex()}, {"then", "right"}}).status, 404);
}

} // namespace

} // namespace lifestory::acceptance
