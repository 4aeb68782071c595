// Who is asked, who may hear about whom and who came, in the fields of a meeting's drafts: said twice it stands once, taken off it is gone, and two of one name are two.
#include "web/pages/asked_people.h"

#include <gmock/gmock.h>

namespace lifestory::web::pages {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Guest helen{"Helen Frost", "school nurse", ""};
const Guest dad{"Darren Cole", "dad", "person:0123456789abcdef0123456789abcdef"};
const Guest brother{"Darren Cole", "brother", "person:fedcba9876543210fedcba9876543210"};
const calendar::Day first_of_december = *calendar::parse_day("2026-12-01");

} // namespace

TEST(AskedPeople, MayHearAboutAChildOnceHoweverOftenItIsSaid) {
    desk::Fields part{{"item.decided", "You see Mum."}};
    say_may_hear(part, helen, true);
    say_may_hear(part, helen, true);
    EXPECT_EQ(part["item.may-hear.1.1"], "Helen Frost");
    EXPECT_EQ(part["item.may-hear.1.2"], "school nurse");
    EXPECT_FALSE(part.contains("item.may-hear.2.1"));
    say_may_hear(part, dad, true);
    say_may_hear(part, helen, false);
    EXPECT_EQ(part["item.may-hear.1.1"], "Darren Cole") << "the rows stand one after another";
    EXPECT_FALSE(may_hear(part, helen));
    EXPECT_EQ(part["item.decided"], "You see Mum.") << "nothing else is touched";
}

TEST(AskedPeople, TellsTwoOfOneNameApart) {
    desk::Fields part;
    say_may_hear(part, dad, true);
    EXPECT_TRUE(may_hear(part, dad));
    EXPECT_FALSE(may_hear(part, brother));
    std::vector<Guest> all{dad};
    add_guests(all, {brother, {"Darren Cole", "Dad", ""}});
    EXPECT_THAT(all, ElementsAre(dad, brother));
}

TEST(AskedPeople, WereAskedByEachWayOnce) {
    desk::Fields for_all{{"item.invited.1.1", "Helen Frost"}, {"item.invited.1.2", "school nurse"}}; // typed by hand, how is not said yet
    say_asked(for_all, helen, "by letter", first_of_december);
    say_asked(for_all, helen, "by letter", first_of_december);
    EXPECT_THAT(ways_asked(for_all, helen), ElementsAre("by letter, 1 December 2026"));
    say_asked(for_all, helen, "by telephone", first_of_december);
    EXPECT_THAT(ways_asked(for_all, helen), ElementsAre("by letter, 1 December 2026", "by telephone, 1 December 2026"));
    EXPECT_THAT(ways_asked(for_all, dad), IsEmpty());
}

TEST(AskedPeople, CameOrSentWordAndNeverBoth) {
    desk::Fields for_all{{"item.people", "nobody"}};
    say_coming(for_all, dad, Coming::Came, "");
    EXPECT_EQ(for_all["item.people"], dad.value) << "then it is not nobody";
    say_coming(for_all, helen, Coming::Came, "");
    EXPECT_EQ(for_all["item.people.1.name"], "Helen Frost");
    say_coming(for_all, helen, Coming::DidNotCome, "She was ill.");
    EXPECT_FALSE(for_all.contains("item.people.1.name"));
    EXPECT_EQ(coming_of(for_all, helen), Coming::DidNotCome);
    EXPECT_EQ(word_of(for_all, helen), "She was ill.");
    EXPECT_EQ(coming_of(for_all, dad), Coming::Came);
    say_coming(for_all, helen, Coming::NotKnown, "");
    EXPECT_EQ(coming_of(for_all, helen), Coming::NotKnown);
}

TEST(AskedPeople, AreReadFromTheSignedEntryByNameAndWhoTheyAre) {
    record::Form meeting;
    EXPECT_EQ(hears_about(meeting, "Helen Frost, school nurse"), Hears::NobodySaid);
    meeting.answers.push_back({"may-hear", "Who may hear about you", "about", "rows", record::Rows{{{"Helen Frost", "school nurse"}, {"Darren Cole", "dad"}}}});
    EXPECT_EQ(hears_about(meeting, "Helen Frost, school nurse"), Hears::Yes);
    EXPECT_EQ(hears_about(meeting, "Darren Cole, brother"), Hears::No);
}

} // namespace lifestory::web::pages
