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

    // Nan's is kept as `address`; is a letter to Lee with these words refused?
    static bool refuses(const std::string& address, const std::string& words) {
        Family one;
        one.family.households.front().said.back().what.address = address;
        return !one.refused(words).empty();
    }

    bool refuses_answer(record::Value value) const {
        record::Form form;
        form.answers = {{"direction", "", "", "choice", record::Choices{{"sent"}}}, {"other", "", "", "", std::move(value)}, {"from-whom", "", "", "person", record::People{{{"Lee Barrow", "", {}, {}}}, false}}};
        const auto refusals = hidden_addresses_in(family, form);
        return refusals.size() == 1 && refusals.front().field == "item.other";
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

TEST(LetterAddress, is_found_as_people_write_it) {
    struct Case {
        const char *kept, *words;
    };
    for (const auto& [kept, words] : std::vector<Case>{{"14 Mill Lane, Northmere NM4 7QX", "She is well. NM4 7QX"},
                                                       {"14 Mill Lane Northmere NM4 7QX", "At 14 Mill Lane, NM4 7QX."},
                                                       {"14 Mill Lane Northmere NM4 7QX", "At 14 Mill Lane."},
                                                       {"14 Mill Lane Northmere NM47QX", "At nm4 7qx."},
                                                       {"Rose Cottage, Mill Lane, Northmere, NM4 7QX", "Rose Cottage, Mill Lane, Northmere"},
                                                       {"Rose Cottage, Mill Lane, Northmere, NM4 7QX", "Rose Cottage, Northmere"},
                                                       {"Rose Cottage Mill Lane Northmere NM4 7QX", "At Rose Cottage, Mill Lane."},
                                                       {"Rose Cottage NM4 7QX", "At Rose Cottage."},
                                                       {"14 Mill Lane", "At 14\u00a0Mill\u2009Lane."},
                                                       {"14 Mill Lane", "At 14_mill-lane"},
                                                       {"14 Mill Lane", "Since 1 May 2026 14 Mill Lane"},
                                                       {"14, Mill Lane, Northmere", "At 14 Mill Lane."},
                                                       {"3 St John's Road", "At 3 St John\u2019s Road."},
                                                       {"3 St John\u2019s Road, Northmere", "At 3 St Johns Road."},
                                                       {"5 Heol y D\u0175r, Northmere", "At 5 heol y Dwr, Northmere."},
                                                       {"Flat 2, 14 Mill Lane", "At 14 Mill Lane, flat 2."},
                                                       {"Flat 2, Elm House, Northmere", "At Flat 2, Elm House."},
                                                       {"1 Mill Lane", "Not at 21 Mill Lane, at 1 Mill Lane."}})
        EXPECT_TRUE(Family::refuses(kept, words)) << kept << " / " << words;
    for (const auto& [kept, words] : std::vector<Case>{{"1 Mill Lane", "At 21 Mill Lane."},
                                                       {"Flat 2, 14 Mill Lane", "At Flat 21, Elm House."},
                                                       {"Flat 2, 14 Mill Lane", "At Flat 2, Elm House."},
                                                       {"14 Mill Lane, Northmere, NM4 7QX", "She came to Northmere on the 14th, by Mill Lane."},
                                                       {"Rose Cottage, Mill Lane, Northmere, NM4 7QX", "There is a rose in Northmere."},
                                                       {"", "At 14 Mill Lane."}})
        EXPECT_FALSE(Family::refuses(kept, words)) << kept << " / " << words;
}

TEST(LetterAddress, is_looked_for_in_every_kind_of_answer_and_in_the_names_of_files) {
    const Family barrows;
    EXPECT_TRUE(barrows.refuses_answer(record::Views{{{"child", "", {}, "I like 14 Mill Lane", {}, "", {}}}}));
    EXPECT_TRUE(barrows.refuses_answer(record::Views{{{"child", "", {}, "It is nice", {}, "a neighbour of 14 Mill Lane", {}}}}));
    EXPECT_TRUE(barrows.refuses_answer(record::Actions{{{"Visit 14 Mill Lane", "", {}, ""}}}));
    EXPECT_TRUE(barrows.refuses_answer(record::Actions{{{"Visit", "", {}, "safe at 14 Mill Lane"}}}));
    EXPECT_TRUE(barrows.refuses_answer(record::Options{{{"Stay", "14 Mill Lane is small"}}}));
    EXPECT_TRUE(barrows.refuses_answer(record::Rows{{{"home", "14 Mill Lane"}}}));
    EXPECT_TRUE(barrows.refuses_answer(record::Files{{}, "In the shelf of 14 Mill Lane"}));
    EXPECT_TRUE(barrows.refuses_answer(record::Files{{{FileNumber::random(), "14_Mill_Lane.pdf", "", 1, ""}}, ""}));
    EXPECT_TRUE(barrows.refuses_answer(record::NotKnown{"Nobody at 14 Mill Lane knew"}));
    EXPECT_TRUE(barrows.refuses_answer(record::People{{{"Nan", "of 14 Mill Lane", {}, {}}}, false}));
}

TEST(LetterAddress, is_hidden_from_who_it_goes_to_however_they_are_named) {
    Family barrows;
    for (const auto* name : {"Mr Lee Barrow", "Lee  Barrow (dad)", "LEE BARROW"})
        EXPECT_EQ(barrows.refused("At 14 Mill Lane.", "sent", name).size(), 1u) << name;
    EXPECT_TRUE(barrows.refused("At 14 Mill Lane.", "sent", "Lee Marsh").empty());
}

TEST(LetterAddress, at_which_they_live_or_lived_themselves_is_no_secret) {
    Family barrows;
    record::Household dads;
    dads.household = "dads";
    dads.name = "Dad's";
    dads.address = "2 Old Row, Northmere, NM1 1AA";
    dads.members = {barrows.dad.person};
    barrows.family.households.push_back({{Family::said(dads)}});
    EXPECT_TRUE(barrows.refused("You live at 2 Old Row, NM1 1AA.").empty());
    EXPECT_EQ(barrows.refused("She lives at 14 Mill Lane.").size(), 1u);
    barrows.family.households.front().said.back().what.members.push_back(barrows.dad.person);
    EXPECT_TRUE(barrows.refused("You live at 14 Mill Lane.").empty());
}

} // namespace

} // namespace lifestory::casework
