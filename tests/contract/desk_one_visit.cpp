// What every store must do with one visit to several children: what is the same for all is kept once, each child's part is a draft
// of its own, and nothing is lost when a part is signed, put away or forgotten.
#include "contract/desk_home.h"

namespace lifestory::contract {
namespace {

using desk::Fields;
using namespace std::chrono_literals;

class DeskOneVisit : public DeskContract {
protected:
    desk::NewDraft of(RecordNumber child) { return {FormNumber::random(), priya, child, "visit"}; }

    // Tilly's visit, parted, with Reece's part.
    void part() {
        tilly = begin();
        ASSERT_TRUE(save(tilly, 0, {{"happened", "You drew."}, {"place", "Nan's"}}, priya));
        auto first = desk->visit_together(visit());
        ASSERT_TRUE(first);
        tilly = *first;
        for_all = *desk->draft(*tilly.same_for_all);
        reeces = *desk->draft(for_all.parts.at(1).draft);
    }

    desk::VisitTogether visit() { return {tilly.draft, 1, {{"happened", "You drew."}}, {{"place", "Nan's"}}, {of(reece)}, priya, at(2)}; }

    RecordNumber reece = RecordNumber::random();
    desk::Draft tilly, reeces, for_all;
};

TEST_P(DeskOneVisit, WhatIsTheSameForAllIsKeptOnceAndEachPartIsADraftOfItsOwn) {
    part();
    reopen();
    EXPECT_EQ(desk->draft(tilly.draft)->fields, (Fields{{"happened", "You drew."}}));
    EXPECT_EQ(desk->draft(for_all.draft)->fields, (Fields{{"place", "Nan's"}}));
    EXPECT_EQ(desk->draft(reeces.draft)->fields, Fields{});
    EXPECT_EQ(reeces.record, reece);
    EXPECT_EQ(reeces.same_for_all, for_all.draft);
    EXPECT_EQ(desk->drafts_of(priya.worker).size(), 2u) << "what is the same for all stands in no list";
    EXPECT_EQ(desk->drafts_about(reece).size(), 1u);
    EXPECT_EQ(desk->earlier_versions(tilly.draft).at(0).fields, (Fields{{"happened", "You drew."}, {"place", "Nan's"}})) << "as it was before";
}

TEST_P(DeskOneVisit, PressedTwiceItIsOneVisit) {
    part();
    auto again = desk->visit_together(visit());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->same_for_all, for_all.draft);
    EXPECT_EQ(desk->draft(for_all.draft)->parts, for_all.parts);
    EXPECT_EQ(desk->drafts_of(priya.worker).size(), 2u);
}

TEST_P(DeskOneVisit, WhatWasWrittenMeanwhileIsNotPartedUnread) {
    tilly = begin();
    ASSERT_TRUE(save(tilly, 0, {{"happened", "You drew."}}, priya));
    ASSERT_TRUE(save(tilly, 1, {{"happened", "You drew a cat."}}, sam, 2));
    EXPECT_EQ(desk->visit_together(visit()).refusal().code, "written-meanwhile");
    EXPECT_EQ(desk->draft(tilly.draft)->fields, (Fields{{"happened", "You drew a cat."}}));
    EXPECT_FALSE(desk->draft(tilly.draft)->same_for_all);
}

TEST_P(DeskOneVisit, TwoWritersOfWhatIsTheSameForAllLoseNoWord) {
    part();
    ASSERT_TRUE(save(for_all, 1, {{"place", "Nan's"}, {"told", "Mum rang."}}, priya, 3));
    auto clash = save(for_all, 1, {{"place", "Nan's"}, {"told", "Nan rang."}}, sam, 4);
    ASSERT_TRUE(clash);
    EXPECT_EQ(clash->differences.size(), 1u);
    EXPECT_TRUE(desk->unsettled(for_all.draft, sam.worker));
    EXPECT_FALSE(desk->unsettled(tilly.draft, sam.worker));
}

TEST_P(DeskOneVisit, APartThatWasPutAwayComesBackWithItsWords) {
    part();
    ASSERT_TRUE(save(reeces, 1, {{"happened", "You fixed your bike."}}, priya, 3));
    ASSERT_TRUE(desk->put_away(reeces.draft, {"He was not in.", priya, at(4)}));
    ASSERT_TRUE(desk->visit_together(visit()));
    auto back = desk->draft(reeces.draft);
    EXPECT_FALSE(back->put_away);
    EXPECT_EQ(back->fields, (Fields{{"happened", "You fixed your bike."}}));
    EXPECT_EQ(desk->draft(for_all.draft)->parts, for_all.parts);
}

TEST_P(DeskOneVisit, WhatIsTheSameForAllStaysUntilTheLastPartIsSigned) {
    part();
    ASSERT_TRUE(desk->mark_signed(tilly.draft, EntryId::random(), tilly.version, at(5)));
    desk->sweep(at(5) + 24h);
    EXPECT_FALSE(desk->draft(tilly.draft)) << "signed a day ago";
    auto left = desk->draft(for_all.draft);
    ASSERT_TRUE(left);
    EXPECT_FALSE(left->signed_as);
    EXPECT_TRUE(left->parts.at(0).is_signed) << "known when its draft is forgotten";
    ASSERT_TRUE(save(reeces, 1, {{"happened", "You fixed your bike."}}, priya, 6));
    ASSERT_TRUE(desk->mark_signed(reeces.draft, EntryId::random(), 2, at(7)));
    EXPECT_TRUE(desk->draft(for_all.draft)->signed_as);
    desk->sweep(at(7) + 24h);
    EXPECT_FALSE(desk->draft(for_all.draft));
}

TEST_P(DeskOneVisit, WhatIsTheSameForAllIsForgottenWithTheLastPartThatWasPutAway) {
    part();
    ASSERT_TRUE(desk->mark_signed(tilly.draft, EntryId::random(), tilly.version, at(5)));
    ASSERT_TRUE(desk->put_away(reeces.draft, {"He was not in.", priya, at(6)}));
    desk->sweep(at(5) + 24h);
    EXPECT_TRUE(desk->draft(for_all.draft)) << "Reece's part can be taken out again";
    desk->sweep(at(6) + 24h * 30);
    EXPECT_FALSE(desk->draft(for_all.draft));
}

TEST_P(DeskOneVisit, WordsWrittenWhileAPartIsSignedAreADraftByThemselves) {
    part();
    ASSERT_TRUE(save(tilly, tilly.version, {{"happened", "You drew a cat."}}, sam, 3));
    ASSERT_TRUE(desk->mark_signed(tilly.draft, EntryId::random(), tilly.version, at(4)));
    auto his = desk->drafts_of(sam.worker);
    ASSERT_EQ(his.size(), 1u);
    EXPECT_FALSE(his[0].same_for_all);
    EXPECT_EQ(his[0].fields, (Fields{{"happened", "You drew a cat."}}));
}

TEST_P(DeskOneVisit, TwoPartsSavedInOneActAreBothSavedOrNeither) {
    part();
    ASSERT_TRUE(save(reeces, 1, {{"happened", "You fixed your bike."}}, priya, 3));
    auto hers = [&](std::uint64_t version) { return desk::Save{tilly.draft, version, {{"happened", "You"}}, "happened", priya, at(5)}; };
    auto his = [&](std::uint64_t version) { return desk::Save{reeces.draft, version, {{"happened", "You fixed your bike. You drew."}}, "", priya, at(5)}; };
    EXPECT_EQ(desk->save_both(hers(tilly.version), his(1)).refusal().code, "written-meanwhile");
    EXPECT_EQ(desk->draft(tilly.draft)->fields, (Fields{{"happened", "You drew."}})) << "hers is not saved alone";
    ASSERT_TRUE(desk->save_both(hers(tilly.version), his(2)));
    reopen();
    EXPECT_EQ(desk->draft(tilly.draft)->fields, (Fields{{"happened", "You"}}));
    EXPECT_EQ(desk->draft(reeces.draft)->fields, (Fields{{"happened", "You fixed your bike. You drew."}}));
    EXPECT_EQ(desk->earlier_versions(tilly.draft).at(0).fields, (Fields{{"happened", "You drew."}}));
    auto clash = save(reeces, 2, {{"happened", "You fixed your red bike."}}, sam, 6);
    ASSERT_TRUE(clash);
    EXPECT_EQ(clash->differences.size(), 1u) << "who wrote over the version before loses nothing";
    ASSERT_TRUE(desk->mark_signed(reeces.draft, EntryId::random(), desk->draft(reeces.draft)->version, at(7)));
    EXPECT_EQ(desk->save_both(hers(desk->draft(tilly.draft)->version), his(desk->draft(reeces.draft)->version)).refusal().code, "already-signed");
}

INSTANTIATE_TEST_SUITE_P(Stores, DeskOneVisit, testing::ValuesIn(desk_stores()), store_name);

} // namespace
} // namespace lifestory::contract
