// Which parents should have a copy: who has parental responsibility and lives, by the pack's types; not somebody from whom the child's home is hidden, and not who is no parent.
#include "casework/copies_for_parents.h"

#include <gmock/gmock.h>

#include "calendar/london.h"
#include "unit/policy/small_pack.h"

namespace lifestory::casework {

namespace {

using testing::IsEmpty;
using testing::SizeIs;

record::Day day(std::string_view text) { return *calendar::parse_day(text); }

template <class What>
record::History<What> history(What what) {
    record::Beside<What> said;
    said.what = std::move(what);
    return {{said}};
}

struct Kitchen {
    policy::Pack pack = *policy::load_texts({{"national/pack.toml", policy::testing::national},
                                             {"national/more.toml", "[record.report]\nname = \"Report\"\nlike = \"document\"\ndistribute_to = [\"parents\"]\n[record.memo]\nname = \"Memo\"\nlike = \"document\"\n"}}, "national");
    record::Child child;
    record::Family family;
    record::StoryEntry story;
    PersonNumber tilly = PersonNumber::random(), kerry = PersonNumber::random(), lee = PersonNumber::random(), nan = PersonNumber::random();

    Kitchen() {
        child.person = tilly;
        for (const auto& [number, name] : {std::pair{kerry, "Kerry Barrow"}, {lee, "Lee Barrow"}, {nan, "Maureen Barrow"}, {tilly, "Tilly Barrow"}}) {
            record::Person person;
            person.person = number;
            person.full_name = name;
            family.people.push_back(history(person));
        }
        for (const auto& [number, kind, responsible] : {std::tuple{kerry, "mum", true}, {lee, "dad", true}, {nan, "nan", false}}) {
            record::Relationship tie;
            tie.from = number;
            tie.to = tilly;
            tie.kind = kind;
            tie.parental_responsibility = responsible;
            family.relationships.push_back(history(tie));
        }
        story.entry.content = record::Document{{"report", "Report", {}}, {}, {}, {}, {}, {}, {}};
    }

    std::vector<CopyForParent> copies() const { return copies_for_parents(pack, child, family, story, day("2026-12-23")); }
};

} // namespace

TEST(CopiesForParents, AreOwedToThoseWithParentalResponsibilityAlone) {
    Kitchen kitchen;
    ASSERT_THAT(kitchen.copies(), SizeIs(2));
    EXPECT_EQ(kitchen.copies()[0].who, "mum");
    EXPECT_EQ(kitchen.copies()[1].state, Copy::Missing);
    kitchen.family.people[1].said.back().what.died = day("2026-12-03");
    EXPECT_THAT(kitchen.copies(), SizeIs(1)) << "nobody writes to who has died";
    std::get<record::Document>(kitchen.story.entry.content).form.record_type = "memo";
    EXPECT_THAT(kitchen.copies(), IsEmpty()) << "the pack sends no memo to parents";
}

TEST(CopiesForParents, AreGivenToWhoeverIsNamedAndToNobodyWhoseNameBeginsTheSame) {
    Kitchen kitchen;
    record::Beside<record::SharingGiven> given;
    given.what.to = "Kerry Barrowman, neighbour";
    given.what.on = day("2026-12-20");
    kitchen.story.sharings.push_back(given);
    EXPECT_EQ(kitchen.copies()[0].state, Copy::Missing);
    kitchen.story.sharings.front().what.to = "kerry barrow, mum";
    EXPECT_EQ(kitchen.copies()[0].state, Copy::Given);
    EXPECT_EQ(kitchen.copies()[0].given->on, day("2026-12-20"));
}

TEST(CopiesForParents, AreNotSimplyOwedToSomebodyFromWhomTheHomeIsHidden) {
    Kitchen kitchen;
    record::Household home;
    home.household = home.name = "nans";
    home.address = "14 Mill Lane";
    home.members = {kitchen.nan, kitchen.tilly};
    home.not_for = {kitchen.lee};
    kitchen.family.households.push_back(history(home));
    EXPECT_EQ(kitchen.copies()[0].state, Copy::Missing);
    EXPECT_EQ(kitchen.copies()[1].state, Copy::ToBeDecided);
}

} // namespace lifestory::casework
