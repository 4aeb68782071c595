#include "desk/merge.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lifestory::desk {
namespace {

TEST(Merge, DifferentFieldsMergeSilently) {
    auto merged = merge({{"a", "1"}, {"b", "2"}}, {{"a", "1 more"}, {"b", "2"}}, {{"a", "1"}, {"b", "2"}, {"c", "3"}});
    EXPECT_EQ(merged.fields, (Fields{{"a", "1 more"}, {"b", "2"}, {"c", "3"}}));
    EXPECT_TRUE(merged.differences.empty());
}

TEST(Merge, TheSameWordsTypedByBothAreNoDifference) {
    auto merged = merge({}, {{"a", "same"}}, {{"a", "same"}});
    EXPECT_EQ(merged.fields, (Fields{{"a", "same"}}));
    EXPECT_TRUE(merged.differences.empty());
}

TEST(Merge, OneFieldChangedByTwoStaysTheirsUntilSettled) {
    auto merged = merge({{"a", "was"}}, {{"a", "yours"}}, {{"a", "theirs"}});
    EXPECT_EQ(merged.fields, (Fields{{"a", "theirs"}}));
    EXPECT_EQ(merged.differences, (std::vector<Difference>{{"a", "was", "yours", "theirs"}}));
}

TEST(Merge, AFieldEmptiedByOneAndChangedByTheOtherIsADifference) {
    auto merged = merge({{"a", "was"}}, {}, {{"a", "was, and more"}});
    ASSERT_EQ(merged.differences.size(), 1u);
    EXPECT_EQ(merged.differences[0].yours, "");
    EXPECT_EQ(keep_both(merged.differences[0]), "was, and more");
}

TEST(Merge, AFieldEmptiedByOneAloneIsEmpty) {
    EXPECT_EQ(merge({{"a", "was"}}, {}, {{"a", "was"}}).fields, Fields{});
}

TEST(Merge, KeepBothPutsOneAfterTheOther) {
    EXPECT_EQ(keep_both({"a", "", "Mum rang at six.", "Mum rang and cried."}), "Mum rang and cried.\nMum rang at six.");
}

TEST(Merge, SentencesAreMarkedByWhoseTheyAre) {
    auto marked = side_by_side("We drew. Mum rang at six. Pickle slept.", "We drew. Mum rang and cried. Pickle slept.");
    EXPECT_EQ(marked, (std::vector<MarkedSentence>{{"We drew.", Whose::Both},
                                                   {"Mum rang at six.", Whose::Yours},
                                                   {"Mum rang and cried.", Whose::Theirs},
                                                   {"Pickle slept.", Whose::Both}}));
}

// Fields as two writers make them: of few names and few values, so that they clash often.
rc::Gen<Fields> fields() {
    auto words = rc::gen::element<std::string>("", "x", "y", "z", "x y");
    return rc::gen::map(rc::gen::tuple(words, words, words, words), [](const auto& typed) {
        Fields all{{"a", std::get<0>(typed)}, {"b", std::get<1>(typed)}, {"c", std::get<2>(typed)}, {"d", std::get<3>(typed)}};
        std::erase_if(all, [](const auto& field) { return field.second == ""; });
        return all;
    });
}

const std::string& in(const Fields& of, const std::string& name) {
    static const std::string none;
    auto found = of.find(name);
    return found == of.end() ? none : found->second;
}

bool is_difference(const Merged& merged, const std::string& name, const std::string& yours, const std::string& theirs) {
    for (const auto& one : merged.differences)
        if (one.field == name && one.yours == yours && one.theirs == theirs)
            return true;
    return false;
}

RC_GTEST_PROP(Merge, NoWordThatWasTypedIsLost, ()) {
    auto before = *fields(), yours = *fields(), theirs = *fields();
    auto merged = merge(before, yours, theirs);
    for (const auto& name : {"a", "b", "c", "d"}) {
        const auto& mine = in(yours, name);
        const auto& other = in(theirs, name);
        bool mine_typed = mine != in(before, name), other_typed = other != in(before, name);
        bool settled = is_difference(merged, name, mine, other);
        if (mine_typed)
            RC_ASSERT(in(merged.fields, name) == mine || settled);
        if (other_typed)
            RC_ASSERT(in(merged.fields, name) == other || settled);
        if (!mine_typed && !other_typed)
            RC_ASSERT(in(merged.fields, name) == in(before, name));
    }
}

RC_GTEST_PROP(Merge, WithoutKnowingWhatTheyBeganFromNothingIsLostEither, ()) {
    auto yours = *fields(), theirs = *fields();
    auto merged = merge_without_before(yours, theirs);
    for (const auto& name : {"a", "b", "c", "d"})
        for (const auto& words : {in(yours, name), in(theirs, name)})
            RC_ASSERT(words.empty() || in(merged.fields, name) == words || is_difference(merged, name, in(yours, name), in(theirs, name)));
}

TEST(Merge, WhatNobodySettledStaysWhateverIsPosted) {
    std::vector<Difference> unsettled{{"others", "Mum rang.", "Mum rang at six.", "Mum rang and cried."}};
    auto posted = [&](const std::string& words) {
        Fields yours{{"others", words}};
        auto merged = merge({{"others", "Mum rang and cried."}}, yours, {{"others", "Mum rang and cried."}});
        keep_unsettled(merged, unsettled, yours);
        EXPECT_EQ(merged.fields, (Fields{{"others", "Mum rang and cried."}}));
        EXPECT_EQ(merged.differences.size(), 1u);
        return merged.differences.at(0).yours;
    };
    EXPECT_EQ(posted("Mum rang at six today."), "Mum rang at six today.");
    EXPECT_EQ(posted("Mum rang and cried."), "Mum rang at six.");
    EXPECT_EQ(posted("Mum rang."), "Mum rang at six.");
    EXPECT_EQ(posted(""), "");
}

TEST(Merge, OnlyWordsThatHoldAllOfTheOthersPassAsTypedOn) {
    auto merged = merge({{"a", "We"}, {"b", "We"}, {"c", "We"}}, {{"a", "We drew."}, {"b", "We ran."}, {"c", "We sat."}}, {{"a", "We dr"}, {"b", "We sang."}});
    let_typing_on_pass(merged);
    EXPECT_EQ(merged.fields, (Fields{{"a", "We drew."}, {"b", "We sang."}}));
    ASSERT_EQ(merged.differences.size(), 2u);
    EXPECT_EQ(merged.differences[0].field, "b");
    EXPECT_EQ(merged.differences[1].field, "c") << "what was taken out meanwhile is asked about";
}

RC_GTEST_PROP(Merge, WhoIsAloneKeepsExactlyWhatTheyPost, ()) {
    auto before = *fields(), yours = *fields();
    auto merged = merge(before, yours, before);
    RC_ASSERT(merged.differences.empty());
    for (const auto& name : {"a", "b", "c", "d"})
        RC_ASSERT(in(merged.fields, name) == in(yours, name));
}

RC_GTEST_PROP(Merge, EverySentenceOfBothIsOnThePageOfDifferences, ()) {
    auto text = rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("One.", "Two!", "Three?", "Four.")),
                             [](const auto& all) { std::string joined; for (const auto& one : all) joined += one + " "; return joined; });
    auto yours = *text, theirs = *text;
    std::string mine, other;
    for (const auto& sentence : side_by_side(yours, theirs)) {
        if (sentence.whose != Whose::Theirs)
            mine += sentence.words + " ";
        if (sentence.whose != Whose::Yours)
            other += sentence.words + " ";
    }
    RC_ASSERT(mine == yours);
    RC_ASSERT(other == theirs);
}

} // namespace
} // namespace lifestory::desk
