// A record is begun once for each child: those of a name that sounds alike, or born on the same day, are shown first (pages 6.3).
#include <gmock/gmock.h>

#include "acceptance/at_browser.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class OpeningOnPages : public AtBrowser {
protected:
    void SetUp() override {
        serve();
        priya = person("Priya Anand");
    }

    Fields somebody(const std::string& name, const std::string& day, const std::string& month, const std::string& year,
                    const std::string& told_in = "2026") {
        return {{"form_number", FormNumber::random().hex()},
                {"name", name},
                {"pronouns", "she"},
                {"born.day", day},
                {"born.month", month},
                {"born.year", year},
                {"told-by", "Rosa Quill, teacher"},
                {"known-on.day", "23"},
                {"known-on.month", "12"},
                {"known-on.year", told_in},
                {"told", "She came without a coat."},
                {"family", "new"},
                {"family-name", "Quince"},
                {"worker", priya.worker.hex()}};
    }

    Response begin(const Fields& fields) { return press(priya, "/children/opening", fields); }

    Person priya;
};

TEST_F(OpeningOnPages, ANameThatSoundsLikeOneWeKnowIsShownBesideTheForm) {
    auto page = begin(somebody("Tilley Barow", "1", "2", "2014"));
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.body, AllOf(HasSubstr("Is this the same child?"), HasSubstr("Tilly Barrow"), HasSubstr("value=\"Tilley Barow\""),
                                 HasSubstr("Look whether it is one of these children")));
}

TEST_F(OpeningOnPages, SoIsAChildOfAnotherNameBornOnTheSameDayUntilItIsSaidWhyNot) {
    auto fields = somebody("Zara Quince", "14", "3", "2015");
    auto page = begin(fields);
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.body, AllOf(HasSubstr("Is this the same child?"), HasSubstr("Tilly Barrow")));
    fields.add("not-the-same", "I have met both girls.");
    auto begun = begin(fields), again = begin(fields);
    EXPECT_EQ(begun.status, 303);
    EXPECT_EQ(begun.headers.get("Location"), again.headers.get("Location")) << "pressed twice, begun once";
    auto record = begun.headers.get("Location");
    EXPECT_THAT(read(priya, std::string(record.substr(0, record.find('?')))).body, HasSubstr("Zara Quince"));
}

TEST_F(OpeningOnPages, WhoSaysThatItIsHerComesToHerRecordWithWhatTheyWereTold) {
    auto fields = somebody("Tilley Barow", "1", "2", "2014");
    auto page = begin(fields);
    EXPECT_THAT(page.body, AllOf(HasSubstr("Yes, it is Tilly Barrow, born 14 March 2015"), HasSubstr("No, it is another child")));
    const auto tilly = child_named("Tilly");
    fields.add("same", tilly.hex());
    auto led = begin(fields), again = begin(fields);
    ASSERT_EQ(led.status, 303) << led.body;
    EXPECT_EQ(led.headers.get("Location"), again.headers.get("Location")) << "pressed twice, begun once";
    const auto draft = read(priya, std::string(led.headers.get("Location"))).body;
    EXPECT_THAT(draft, AllOf(HasSubstr("She came without a coat."), HasSubstr("Rosa Quill, teacher"), HasSubstr("Tilly")));
    const auto kept = house->desk.draft(*DraftId::parse(std::string(led.headers.get("Location").substr(8))));
    EXPECT_EQ(kept->fields.at("when.day"), fields.get("known-on.day")) << "it happened when they told us";
    auto nothing = somebody("Tilley Barow", "1", "2", "2014");
    Fields without{{"form_number", FormNumber::random().hex()}, {"name", "Tilley Barow"}, {"same", tilly.hex()}};
    EXPECT_EQ(begin(without).headers.get("Location"), "/children/" + tilly.hex());
}

TEST_F(OpeningOnPages, ANewFamilyIsAskedForItsNameOnlyWhenItIsANewOne) {
    auto page = begin({{"form_number", FormNumber::random().hex()}, {"name", "Zara Quince"}, {"sibling", "Nobody of this name"}, {"family", "new"}, {"worker", priya.worker.hex()}});
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.body, AllOf(HasSubstr("You have no child of this name to open"), Not(HasSubstr("Give the family&#39;s name"))));
}

TEST_F(OpeningOnPages, ABrotherWhoWasChosenIsTiedToTheBaby) {
    const auto reece = child_named("Reece");
    Fields fields{{"form_number", FormNumber::random().hex()}, {"name", "Baby Barrow"}, {"expected.day", "12"}, {"expected.month", "4"}, {"expected.year", "2027"},
                  {"told-by", "Rosa Quill, midwife"}, {"known-on.day", "23"}, {"known-on.month", "12"}, {"known-on.year", "2026"}, {"sibling", "Reece"}, {"family", reece.hex()},
                  {"not-the-same", "She is not born yet."}, {"worker", priya.worker.hex()}};
    auto begun = begin(fields);
    ASSERT_EQ(begun.status, 303) << begun.body;
    const auto record = std::string(begun.headers.get("Location"));
    EXPECT_THAT(read(priya, record.substr(0, record.find('?')) + "/people").body, HasSubstr("Reece Barrow, brother"));
}

TEST_F(OpeningOnPages, NobodyTellsOfAChildLongBeforeTheBirthNorOfSomebodyOfSeventySix) {
    EXPECT_THAT(begin(somebody("Zara Quince", "9", "9", "2013", "2011")).body, HasSubstr("They cannot have told us long before the birth, 9 September 2013"));
    EXPECT_THAT(begin(somebody("Zara Quince", "9", "9", "1950")).body, HasSubstr("This would be somebody of 76. Put the year right"));
}

TEST_F(OpeningOnPages, NobodyIsNearAChildWhomNobodyKnows) { EXPECT_EQ(begin(somebody("Zara Quince", "9", "9", "2013")).status, 303); }

} // namespace

} // namespace lifestory::acceptance
