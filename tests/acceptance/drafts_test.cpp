// Drafts as their writers meet them (pages.md 6.5, 6.6, 6.9), on the demonstration: two writers, a signing while one of
// them types, a child chosen twice, a writer who may not read any more, a save that is refused.
#include <gmock/gmock.h>

#include "acceptance/drafting.h"

namespace lifestory::acceptance {

namespace {

using testing::HasSubstr;
using testing::Not;

class Drafts : public Drafting {};

TEST_F(Drafts, SayUntilWhenTheirPageIsOpenFromTheSaveThatAnswered) {
    serve();
    auto priya = person("Priya Anand");
    auto draft = begin_visit(priya, {{"item.happened", "You showed me your mug."}});
    furnish("2026-12-23T10:50");
    auto saved = save(priya, draft, {{"version", "1"}, {"item.happened", "You showed me your mug. It is blue."}});
    EXPECT_EQ(text_in(saved, "locks_line"), "11:05");
}

TEST_F(Drafts, OnlyTheWordsThatWereShownAreSigned) {
    serve();
    auto priya = person("Priya Anand"), sam = person("Sam Okoro");
    auto draft = begin_visit(priya, whole_visit());
    const auto shown = draft_at(draft);
    EXPECT_THAT(read(priya, draft + "/check").body, HasSubstr("name=\"version\" value=\"" + std::to_string(shown.version) + "\""));
    auto by_sam = changed(whole_visit(), "item.think", "I think you are more settled. Your uncle has moved in.");
    save(sam, draft, over(shown.version, by_sam));
    const auto entries = installation->ledger().size();
    auto pressed = press(priya, draft + "/check", signature(shown));
    EXPECT_EQ(pressed.status, 422);
    EXPECT_THAT(pressed.body, HasSubstr("Sam Okoro wrote here meanwhile. Read it again, then sign"));
    EXPECT_THAT(pressed.body, HasSubstr("Your uncle has moved in."));
    EXPECT_FALSE(draft_at(draft).signed_as) << "words that were never shown were signed";
    EXPECT_THAT(press(priya, draft + "/check", signature(shown)).body, HasSubstr("Sam Okoro wrote here meanwhile")) << "the old page, sent again";
    auto read_again = press(priya, draft + "/check", signature(draft_at(draft)));
    EXPECT_EQ(read_again.status, 303) << read_again.body;
    EXPECT_TRUE(draft_at(draft).signed_as);
    EXPECT_GT(installation->ledger().size(), entries);
    EXPECT_EQ(press(priya, draft + "/check", signature(shown)).status, 303) << "pressed twice: the second answer is the first";
}

TEST_F(Drafts, SeenWithOthersWhereNobodyElseWasThereIsAThingToLookAtAndNoRefusal) {
    serve();
    auto priya = person("Priya Anand");
    const auto hint = "You wrote that Tilly was seen with others there, and at “Who else was there?” that nobody else was.";
    auto others = changed(whole_visit(), "item.seen", "seen with others");
    const auto draft = begin_visit(priya, others);
    EXPECT_THAT(read(priya, draft).body, HasSubstr(hint));
    const auto named = changed(changed(others, "item.people", ""), "item.people.1.name", "Maureen Barrow");
    save(priya, draft, over(draft_at(draft).version, named));
    EXPECT_THAT(read(priya, draft).body, Not(HasSubstr(hint)));
    save(priya, draft, over(draft_at(draft).version, changed(others, "item.people.1.name", "")));
    EXPECT_EQ(press(priya, draft + "/check", signature(draft_at(draft))).status, 303) << "it is signed so, too";
    EXPECT_THAT(read(priya, begin_visit(priya, whole_visit())).body, Not(HasSubstr("that nobody else was")));
}

TEST_F(Drafts, ADayThatIsNoneIsNotCalledLeftOutAsWell) {
    serve();
    auto priya = person("Priya Anand");
    auto draft = begin_visit(priya, changed(changed(whole_visit(), "when.day", "31"), "when.month", "2"));
    auto pressed = press(priya, draft + "/check", signature(draft_at(draft)));
    EXPECT_EQ(pressed.status, 422);
    EXPECT_THAT(pressed.body, HasSubstr("There is no 31 2 2026 in the calendar"));
    EXPECT_THAT(pressed.body, Not(HasSubstr("Say on which day it happened")));
    EXPECT_FALSE(draft_at(draft).signed_as);
}

TEST_F(Drafts, WhatIsAskedBeforeSigningIsNoNewWord) {
    serve();
    auto priya = person("Priya Anand");
    auto draft = begin_visit(priya, whole_visit());
    const auto shown = draft_at(draft);
    auto fields = signature(shown);
    fields.add("release.warning", "It is about your mum.");
    EXPECT_EQ(press(priya, draft + "/check", fields).status, 303);
    EXPECT_TRUE(draft_at(draft).signed_as);
}

TEST_F(Drafts, AnotherChildChosenMeanwhileIsNotSignedUnread) {
    serve();
    auto priya = person("Priya Anand");
    auto draft = begin_visit(priya, whole_visit());
    const auto shown = draft_at(draft);
    ASSERT_TRUE(house->desk.choose_child(shown.draft, child_named("Reece"), house->now()));
    auto pressed = press(priya, draft + "/check", signature(shown));
    EXPECT_EQ(pressed.status, 422);
    EXPECT_THAT(pressed.body, HasSubstr("Another child or another kind was chosen meanwhile"));
    EXPECT_FALSE(draft_at(draft).signed_as);
}

TEST_F(Drafts, OfWhatIsWrittenDownNowALaterChoiceOfChildAndKindHolds) {
    serve();
    auto priya = person("Priya Anand");
    const auto tilly = child_named("Tilly"), reece = child_named("Reece");
    auto note = [&](const std::string& child, const std::string& type) {
        return Fields{{"version", "1"}, {"item.happened", "Nan rang at nine."}, {"child", child}, {"type", type}};
    };
    auto first = note(tilly.hex(), "");
    first.add("form_number", FormNumber::random().hex());
    auto draft = text_in(save(priya, "/drafts", first), "save"); // a slip with the arrow keys, resting on it
    EXPECT_EQ(draft_at(draft).record, tilly);
    save(priya, draft, note(reece.hex(), "case-note"));
    EXPECT_EQ(draft_at(draft).record, reece);
    save(priya, draft, note(reece.hex(), "brief-note"));
    EXPECT_EQ(draft_at(draft).record_type, "brief-note");
    save(priya, draft, note("", ""));
    EXPECT_FALSE(draft_at(draft).record) << "I will say later";
    EXPECT_EQ(draft_at(draft).record_type, "");
    save(priya, draft, {{"version", "1"}, {"item.happened", "Nan rang at nine."}, {"child", tilly.hex()}, {"type", "visit"}});
    save(priya, draft, {{"version", "1"}, {"item.happened", "Nan rang at ten."}});
    EXPECT_EQ(draft_at(draft).record, tilly) << "a page that asks for no child says nothing of it";
    EXPECT_EQ(status_of_save(priya, draft, note(RecordNumber::random().hex(), "visit")), 422);
    EXPECT_EQ(draft_at(draft).record, tilly);
}

TEST_F(Drafts, WriteItDownNowStoresNothingBeforeItsFirstWord) {
    serve();
    auto priya = person("Priya Anand");
    const auto before = house->desk.drafts_of(priya.worker).size();
    EXPECT_THAT(read(priya, "/").body, HasSubstr("href=\"/note\""));
    auto page = read(priya, "/note");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("Write it down now"));
    EXPECT_EQ(house->desk.drafts_of(priya.worker).size(), before);
}

TEST_F(Drafts, WhatTwoWroteInOnePartStaysUntilOneOfThemHasReadBoth) {
    serve();
    auto priya = person("Priya Anand"), sam = person("Sam Okoro");
    auto draft = begin_visit(priya, whole_visit());
    const auto began = draft_at(draft).version;
    save(sam, draft, over(began, changed(whole_visit(), "item.think", "I think you were sad about your mum.")));
    auto clash = save(priya, draft, over(began, changed(whole_visit(), "item.think", "I think you are proud of the mug.")));
    EXPECT_EQ(text_in(clash, "differences"), draft + "/differences");
    EXPECT_FALSE(clash.at("merged").as_object().contains("item.think")) << "the other's words would come over hers";
    auto version = static_cast<std::uint64_t>(*number_in(clash, "version"));
    auto typed_on = save(priya, draft, over(version, changed(whole_visit(), "item.think", "I think you are proud of the mug. You laughed.")));
    EXPECT_EQ(text_in(typed_on, "differences"), draft + "/differences");
    EXPECT_EQ(draft_at(draft).fields.at("item.think"), "I think you were sad about your mum.") << "Sam's words were overwritten unread";
    EXPECT_EQ(read(priya, draft).headers.get("Location"), draft + "/differences");
    EXPECT_EQ(read(priya, draft + "/check").headers.get("Location"), draft + "/differences");
    EXPECT_EQ(read(sam, draft).status, 200);
    auto both = read(priya, draft + "/differences").body;
    for (const auto* words : {"You and Sam Okoro both wrote here", "You laughed.", "sad about your mum"})
        EXPECT_THAT(both, HasSubstr(words));
    const auto shown = draft_at(draft).version;
    save(sam, draft, over(shown, changed(whole_visit(), "item.think", "I think you were sad about your mum. She rang.")));
    EXPECT_THAT(press(priya, draft + "/differences", {{"version", std::to_string(shown)}, {"keep.item.think", "yours"}}).body,
                HasSubstr("More was written here meanwhile"));
    auto settled = press(priya, draft + "/differences", {{"version", std::to_string(draft_at(draft).version)}, {"keep.item.think", "both"}});
    EXPECT_EQ(settled.headers.get("Location"), draft);
    EXPECT_EQ(draft_at(draft).fields.at("item.think"), "I think you were sad about your mum. She rang.\nI think you are proud of the mug. You laughed.");
    EXPECT_EQ(read(priya, draft).status, 200);
}

TEST_F(Drafts, WhoMayNotOpenTheRecordAnyMoreReadsNothingOfItsDraftAndLosesNoWord) {
    serve();
    auto priya = person("Priya Anand"), sam = person("Sam Okoro");
    auto draft = begin_visit(priya, whole_visit());
    auto version = static_cast<std::uint64_t>(*number_in(save(sam, draft, over(1, changed(whole_visit(), "item.think", "I think you were tired."))), "version"));
    allocate("Sam Okoro", child_named("Tilly"), "conflict-of-interest");
    save(priya, draft, over(version, changed(whole_visit(), "item.happened", "You told me where you hide.")));
    const auto before = draft_at(draft);
    for (const auto* page : {"", "/versions", "/differences", "/check", "/preview", "/due"})
        EXPECT_EQ(read(sam, draft + page).status, 404) << page;
    auto answer = save(sam, draft, over(version, {{"item.others", "Your uncle rang me."}}));
    EXPECT_THAT(to_text(answer), Not(HasSubstr("where you hide")));
    EXPECT_THAT(to_text(answer), Not(HasSubstr("painting")));
    EXPECT_EQ(press(sam, draft, over(version, {{"item.others", "Your uncle rang me twice."}})).headers.get("Location"), "/drafts");
    auto again = save(sam, "/drafts", {{"form_number", before.form.hex()}, {"version", "0"}, {"item.others", "Your uncle rang me twice."}});
    EXPECT_THAT(to_text(again), Not(HasSubstr("where you hide")));
    EXPECT_THAT(read(sam, "/drafts").body, Not(HasSubstr("where you hide")));
    EXPECT_EQ(draft_at(draft), before) << "the draft is as Priya left it";
    EXPECT_THAT(read(priya, draft + "/versions").body, HasSubstr("Your uncle rang me twice."));
}

TEST_F(Drafts, AreForWhoeverWorksWithTheChildAndTheLineAboveTheirOwner) {
    serve();
    auto priya = person("Priya Anand"), beth = person("Beth Rowntree"), nadia = person("Nadia Farouk"), gareth = person("Gareth Holloway");
    auto draft = begin_visit(priya, whole_visit());
    allocate("Beth Rowntree", child_named("Tilly"), "conference-chair");
    EXPECT_EQ(read(beth, draft).status, 404) << "a chair has no part in the writing";
    allocate("Beth Rowntree", child_named("Tilly"), "co-worker");
    EXPECT_EQ(read(beth, draft).status, 200);
    auto note = text_in(save(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"item.happened", "Nan rang."}}), "save");
    for (const auto* manager : {&nadia, &gareth})
        ASSERT_TRUE(house->desk.note_opening(draft_at(note).draft, {{manager->worker, "A manager"}, "Priya is ill.", house->now()}));
    EXPECT_EQ(read(gareth, note).status, 200);
    EXPECT_EQ(read(nadia, note).status, 404) << "a reason holds for the line above its owner, and not for ever";
}

TEST_F(Drafts, ARefusedSaveShowsWhatWasTypedAndSaysWhy) {
    serve();
    auto priya = person("Priya Anand");
    auto draft = begin_visit(priya, {{"item.happened", "We drew."}});
    auto damaged = press(priya, draft, over(1, {{"item.happened", "We drew a \xff cat."}, {"item.think", "Well."}}));
    EXPECT_EQ(damaged.status, 422);
    EXPECT_THAT(damaged.body, HasSubstr("Type these words again: they came to us damaged."));
    EXPECT_THAT(damaged.body, HasSubstr("We drew a ? cat."));
    EXPECT_THAT(damaged.body, HasSubstr(">Well.</textarea>"));
    EXPECT_EQ(draft_at(draft).fields.at("item.happened"), "We drew.") << "damaged words do not empty what was kept";
    EXPECT_EQ(status_of_save(priya, draft, over(1, {{"item.happened", "\xff"}})), 422);
    auto other_child = press(priya, draft, over(1, {{"item.happened", "We drew a cat."}, {"child", RecordNumber::random().hex()}}));
    EXPECT_EQ(other_child.status, 422);
    EXPECT_THAT(other_child.body, HasSubstr("Choose another child"));
    EXPECT_EQ(draft_at(draft).fields.at("item.happened"), "We drew a cat.") << "the words are kept, whatever is wrong with the choice";
    const auto entry = EntryId::random();
    ASSERT_TRUE(house->desk.mark_signed(draft_at(draft).draft, entry, draft_at(draft).version, house->now()));
    auto late = press(priya, draft, over(2, {{"item.happened", "We drew a cat and a dog."}}));
    EXPECT_THAT(late.body, HasSubstr("This was signed meanwhile. Add to the signed entry instead."));
    EXPECT_THAT(late.body, HasSubstr("We drew a cat and a dog."));
    EXPECT_THAT(late.body, HasSubstr("/entries/" + entry.hex() + "/addition"));
    EXPECT_EQ(status_of_save(priya, draft, over(2, {{"item.happened", "We drew."}})), 409);
    auto stranger = person("Sam Okoro");
    EXPECT_EQ(press(stranger, "/drafts/" + DraftId::random().hex(), {{"item.happened", "x"}}).status, 404);
    auto without_form = press(priya, "/drafts", {{"item.happened", "A long day."}});
    EXPECT_THAT(without_form.body, HasSubstr("A long day."));
    EXPECT_THAT(without_form.body, HasSubstr("This page has lost its form number."));
}

} // namespace
} // namespace lifestory::acceptance
