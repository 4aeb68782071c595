// One visit to several children: which field is whose, and how another child's stand on one page.
#include <gtest/gtest.h>

#include "web/pages/one_visit.h"

using namespace lifestory;
using namespace lifestory::web::pages;

namespace {

policy::RecordType visit() {
    policy::RecordType type;
    type.id = "visit";
    type.several_children = true;
    for (const auto& [id, each] : {std::pair<std::string, bool>{"happened", true}, {"seen", true}, {"place", false}, {"people", false}, {"for-all", false}}) {
        policy::Item item;
        item.id = id;
        item.each_child = each;
        type.items.push_back(item);
    }
    return type;
}

const auto reece = RecordNumber::from_bytes("0123456789abcdef");

} // namespace

TEST(OneVisit, WhatIsTheSameForAllIsEveryItemThatIsNotAskedOfEachChildAndWhenItWas) {
    const auto type = visit();
    for (const auto* name : {"when.day", "when.time", "told-by", "not-there", "item.place", "item.place.elsewhere", "item.people.1.name", "item.for-all"})
        EXPECT_TRUE(is_for_all(type, name)) << name;
    for (const auto* name : {"item.happened", "item.seen", "item.never-heard-of", "keep-0123", "release.how", "late.reason", "show-things", "whenever"})
        EXPECT_FALSE(is_for_all(type, name)) << name;
}

TEST(OneVisit, OfARecordOfOneChildNothingIsTheSameForAll) {
    auto type = visit();
    type.several_children = false;
    EXPECT_FALSE(is_for_all(type, "item.place"));
}

TEST(OneVisit, FieldsArePartedAndNoneIsLost) {
    const desk::Fields all{{"item.happened", "You drew."}, {"item.place", "Nan's"}, {"when.day", "22"}, {"keep-ab", "other"}};
    auto both = parted(visit(), all);
    EXPECT_EQ(both.own, (desk::Fields{{"item.happened", "You drew."}, {"keep-ab", "other"}}));
    EXPECT_EQ(both.for_all, (desk::Fields{{"item.place", "Nan's"}, {"when.day", "22"}}));
}

TEST(OneVisit, AnotherChildsFieldsStandBesideUnderNamesOfTheirOwnAndComeBackAsTheyWere) {
    const desk::Fields his{{"item.happened", "You fixed your bike."}, {"keep-ab", "plainly"}};
    const auto prefix = prefix_of(reece);
    auto page = beside(his, prefix);
    EXPECT_EQ(page.begin()->first.substr(0, 10), "keep-with.") << "what is kept of his findings is told from hers";
    EXPECT_EQ(taken_from_beside(page, prefix), his);
    page["item.happened"] = "You drew.";
    EXPECT_EQ(without_those_beside(page), (desk::Fields{{"item.happened", "You drew."}}));
    EXPECT_TRUE(taken_from_beside(page, prefix_of(RecordNumber::from_bytes("fedcba9876543210"))).empty());
}

TEST(OneVisit, AnotherRowIsAskedOfTheChildWhoseItIs) {
    EXPECT_EQ(row_asked("actions"), "item.actions");
    EXPECT_EQ(row_asked(prefix_of(reece) + "actions"), prefix_of(reece) + "item.actions");
}
