// A record is begun once for each child: those of a name that sounds alike, or born on the same day, are shown first (pages 6.3).
#include <gmock/gmock.h>

#include "acceptance/at_browser.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;

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

TEST_F(OpeningOnPages, NobodyTellsOfAChildLongBeforeTheBirthNorOfSomebodyOfSeventySix) {
    EXPECT_THAT(begin(somebody("Zara Quince", "9", "9", "2013", "2011")).body, HasSubstr("They cannot have told us long before the birth, 9 September 2013"));
    EXPECT_THAT(begin(somebody("Zara Quince", "9", "9", "1950")).body, HasSubstr("This would be somebody of 76. Put the year right"));
}

TEST_F(OpeningOnPages, NobodyIsNearAChildWhomNobodyKnows) { EXPECT_EQ(begin(somebody("Zara Quince", "9", "9", "2013")).status, 303); }

} // namespace

} // namespace lifestory::acceptance
