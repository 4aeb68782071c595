// A home away from home: what is said of it is kept once, its address with the home, which begins and ends with it.
#include <gmock/gmock.h>

#include "casework/episode.h"
#include "casework/placement.h"
#include "unit/casework/cast.h"

namespace lifestory::casework {

namespace {

using namespace cast;
using testing::ElementsAre;

const auto tilly_herself = number<PersonNumber>(31);
const auto maureen = number<PersonNumber>(32);
const auto darren = number<PersonNumber>(33);

Answer words(std::string item, std::string text) { return {std::move(item), "asked", "", "text", Text{std::move(text)}}; }

Episode foster_home() {
    return {std::string(32, 'c'),
            {"placement", "Where you live", {{"placement-kind", "Kind of home", "", "choice", Choices{{"foster home"}}}, words("lives-with", "Jo Hill, foster carer")}},
            day(2026, 12, 10),
            std::nullopt};
}

class APlacement : public ::testing::Test {
protected:
    APlacement() : child(the_record()) {
        family.record = barrows;
        tell(barrows, FamilyOpened{"Barrow"});
        for (const auto& [person, name] : {std::pair{tilly_herself, "Matilda Barrow"}, {maureen, "Maureen Barrow"}, {darren, "Darren Cole"}})
            tell(barrows, Person{person, name});
        tell(barrows, Household{"nans", "Nan's", "12 Weir Lane", {maureen, tilly_herself}, day(2026, 11, 2), std::nullopt});
    }
    void tell(RecordNumber record, Content content) {
        Entry entry;
        entry.record = record;
        entry.id = number<EntryId>(next++);
        entry.recorded_at = priya().now;
        entry.content = std::move(content);
        if (record == barrows)
            apply(family, entry);
        else
            apply(child, entry);
    }
    void keep(const Result<Writing>& writing) {
        ASSERT_TRUE(writing.has_value()) << messages(writing).front();
        for (const auto& one : *writing)
            tell(one.record, one.content);
    }
    Result<Writing> begin(const Episode& episode, const PlacedAt& at) {
        return with_home(priya(), child, family, episode, at, "Jo Hill", begin_episode(priya(), child, episode));
    }
    Result<Writing> put_right(const Episode& episode, const PlacedAt& at) {
        return with_home(priya(), child, family, episode, at, "Jo Hill", put_episode_right(priya(), child, episode));
    }
    std::string home_on(Day day) const {
        const auto* home = family.household_of(tilly_herself, day);
        return home ? home->name : "";
    }

    Child child;
    Family family;
    unsigned next = 140;
};

} // namespace

TEST_F(APlacement, is_the_childs_home_from_its_first_day) {
    const auto writing = begin(foster_home(), {"3 Acre Lane", {}, {darren}});
    keep(writing);
    ASSERT_EQ(writing->size(), 2u);
    EXPECT_EQ(writing->back().record, barrows);
    EXPECT_NE(writing->front().id, writing->back().id);
    EXPECT_EQ(home_on(day(2026, 12, 9)), "Nan's");
    EXPECT_EQ(home_on(day(2026, 12, 10)), "Jo Hill, foster carer");
    const auto& home = family.households.back().now();
    EXPECT_EQ(home.address, "3 Acre Lane");
    EXPECT_THAT(home.not_for, ElementsAre(darren));
    EXPECT_EQ(family.households.front().said.size(), 1u) << "nothing is said of the earlier home";
}

TEST_F(APlacement, of_which_nobody_said_with_whom_is_named_by_its_kind) {
    auto episode = foster_home();
    episode.form.answers.pop_back();
    keep(begin(episode, {"", {}, {}}));
    EXPECT_EQ(home_on(day(2026, 12, 10)), "Foster home");
}

TEST_F(APlacement, takes_its_home_along_to_its_last_day) {
    keep(begin(foster_home(), {"3 Acre Lane", {}, {darren}}));
    const auto ending = end_with_home(priya(), child, family, foster_home().episode, day(2026, 12, 20));
    keep(ending);
    EXPECT_EQ(ending->back().expected_place, 6u) << "decided on the family as it stood";
    EXPECT_EQ(home_on(day(2026, 12, 20)), "Jo Hill, foster carer");
    EXPECT_EQ(home_on(day(2026, 12, 21)), "Nan's");
    EXPECT_THAT(family.households.back().now().not_for, ElementsAre(darren)) << "who may not know it may not know it afterwards";
}

TEST_F(APlacement, whose_address_alone_is_put_right_says_nothing_else_anew) {
    keep(begin(foster_home(), {"3 Acre Lane", {}, {}}));
    const auto writing = put_right(foster_home(), {"4 Acre Lane", {}, {}});
    keep(writing);
    ASSERT_EQ(writing->size(), 1u);
    EXPECT_EQ(writing->front().record, barrows);
    EXPECT_EQ(placed_at(family, child, foster_home()).address, "4 Acre Lane");
    EXPECT_THAT(messages(put_right(foster_home(), {"4 Acre Lane", {}, {}})), ElementsAre("Nothing was changed: it says this already"));
}

TEST_F(APlacement, keeps_its_address_from_nobody_who_lives_there) {
    const auto refused = begin(foster_home(), {"3 Acre Lane", {maureen}, {maureen}});
    EXPECT_THAT(messages(refused), ElementsAre("Who lives there knows the address: take one of the two ticks off"));
    EXPECT_EQ(refused.refusals().front().field, "not-for");
}

TEST_F(APlacement, refused_for_its_days_is_refused_once_and_writes_no_home) {
    auto tomorrow = foster_home();
    tomorrow.started = day(2026, 12, 24);
    EXPECT_THAT(messages(begin(tomorrow, {"3 Acre Lane", {}, {}})), ElementsAre("The first day cannot be after today, 23 December 2026"));
}

TEST_F(APlacement, gives_its_address_to_its_home_and_keeps_the_rest) {
    auto form = foster_home().form;
    form.answers.push_back(words("address", " 3 Acre Lane "));
    EXPECT_EQ(take_address(form), "3 Acre Lane");
    EXPECT_EQ(form, foster_home().form);
}

TEST_F(APlacement, said_before_homes_went_with_it_says_itself_where_it_is) {
    auto old = foster_home();
    old.form.answers.push_back(words("address", "3 Acre Lane"));
    tell(tilly, old);
    const auto where = where_on(child, family, day(2026, 12, 23));
    EXPECT_EQ(where.home, nullptr);
    EXPECT_EQ(where.address, "3 Acre Lane");
    EXPECT_EQ(where.cared_for_by, "Jo Hill, foster carer");
    EXPECT_EQ(placed_at(family, child, old).address, "3 Acre Lane") << "to be put right with its home";
    EXPECT_EQ(where_on(child, family, day(2026, 12, 9)).name, "Nan's");
}

} // namespace lifestory::casework
