// Dad may not know where Nan's is: no letter to him says it, however it is written; one to the school does.
#include "casework/letter_address.h"

#include <gtest/gtest.h>

namespace lifestory::casework {

namespace {

struct Family {
    record::Person dad, nan;
    record::Family family;

    Family() {
        dad.person = PersonNumber::random();
        dad.full_name = "Lee Barrow";
        nan.person = PersonNumber::random();
        nan.full_name = "Maureen Barrow";
        record::Household before, home;
        before.household = home.household = "nans";
        before.name = home.name = "Nan's";
        before.address = "2 Old Row, Northmere, NM1 1AA";
        home.address = "14 Mill Lane\nNorthmere\nNM4 7QX";
        home.members = {nan.person};
        home.not_for = {dad.person};
        family.people = {{{said(dad)}}, {{said(nan)}}};
        family.households = {{{said(before), said(home)}}};
    }

    template <class What>
    static record::Beside<What> said(const What& what) {
        record::Beside<What> beside;
        beside.what = what;
        return beside;
    }

    std::vector<std::string> refused(const std::string& words, const std::string& direction = "sent", const std::string& to = "Lee Barrow") const {
        record::Form form;
        form.answers = {{"direction", "", "", "choice", record::Choices{{direction}}}, {"content", "", "", "prose", record::Text{words}}, {"from-whom", "", "", "person", record::People{{{to, "", {}, {}}}, false}}};
        std::vector<std::string> all;
        for (const auto& refusal : hidden_addresses_in(family, form))
            all.push_back(refusal.field + ": " + refusal.message);
        return all;
    }
};

TEST(LetterAddress, that_is_hidden_from_who_it_goes_to_is_refused_at_its_box) {
    const Family barrows;
    const std::vector<std::string> said{"item.content: This goes to Lee Barrow, who may not know where Nan's is: take that address out"};
    EXPECT_EQ(barrows.refused("She is well, at 14 Mill Lane, Northmere."), said);
    EXPECT_EQ(barrows.refused("She is at 14, mill  lane."), said);
    EXPECT_EQ(barrows.refused("The post goes to nm47qx."), said);
    EXPECT_EQ(barrows.refused("She was at 2 Old Row then."), said) << "where it was before is hidden too";
    EXPECT_EQ(barrows.refused("At 14 Mill Lane.", "sent", "lee barrow"), said);
}

TEST(LetterAddress, goes_where_it_may_be_known_and_a_town_is_none) {
    const Family barrows;
    EXPECT_TRUE(barrows.refused("She is in Northmere, and well.").empty());
    EXPECT_TRUE(barrows.refused("At 14 Mill Lane.", "sent", "Maureen Barrow").empty());
    EXPECT_TRUE(barrows.refused("At 14 Mill Lane.", "sent", "Helen Marsh").empty());
    EXPECT_TRUE(barrows.refused("He wrote that he knows 14 Mill Lane.", "received").empty());
}

} // namespace

} // namespace lifestory::casework
