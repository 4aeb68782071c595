// What every store must do with drafts: keep every word, in any state, for any number of writers.
#include <fstream>
#include <random>
#include <sstream>
#include <thread>

#include "contract/desk_home.h"

namespace lifestory::contract {
namespace {

using desk::Fields;
using namespace std::chrono_literals;

class DeskDrafts : public DeskContract {};

TEST_P(DeskDrafts, ADraftIsKeptBeforeAChildIsChosenAndInAnyState) {
    auto draft = desk->begin_draft({FormNumber::random(), priya, std::nullopt, ""}, at(0));
    ASSERT_TRUE(draft);
    auto saved = desk->save({draft->draft, 0, {{"happened", "Today I ca"}, {"day", "31/31/"}}, "happened", priya, at(1)});
    ASSERT_TRUE(saved);
    EXPECT_EQ(saved->version, 1u);
    reopen();
    auto kept = *desk->draft(draft->draft);
    EXPECT_EQ(kept.fields, (Fields{{"happened", "Today I ca"}, {"day", "31/31/"}}));
    EXPECT_EQ(kept.stopped_at, "happened");
    EXPECT_FALSE(kept.record);
    auto tilly = RecordNumber::random();
    ASSERT_TRUE(desk->choose_child(draft->draft, tilly, at(2)));
    ASSERT_TRUE(desk->choose_record_type(draft->draft, "case-note", at(2)));
    ASSERT_EQ(desk->drafts_about(tilly).size(), 1u);
    EXPECT_EQ(desk->drafts_about(tilly)[0].record_type, "case-note");
    EXPECT_EQ(desk->draft(draft->draft)->version, 1u);
}

TEST_P(DeskDrafts, OneFormIsOneDraft) {
    auto form = FormNumber::random();
    auto first = desk->begin_draft({form, priya, std::nullopt, "visit"}, at(0));
    auto second = desk->begin_draft({form, priya, std::nullopt, "visit"}, at(5));
    EXPECT_EQ(*first, *second);
    EXPECT_EQ(desk->draft_of_form(form)->draft, first->draft);
    EXPECT_EQ(desk->begin_draft({form, sam, std::nullopt, "visit"}, at(5)).refusal().code, "not-found");
    EXPECT_EQ(desk->drafts_of(priya.worker).size(), 1u);
    EXPECT_TRUE(desk->drafts_of(sam.worker).empty());
}

TEST_P(DeskDrafts, ListsHoldWhatAWorkerWritesInNewestFirst) {
    auto older = begin(), newer = begin();
    ASSERT_TRUE(save(newer, 0, {{"a", "1"}}, priya, 3));
    ASSERT_TRUE(save(older, 0, {{"a", "1"}}, sam, 2));
    auto hers = desk->drafts_of(priya.worker), his = desk->drafts_of(sam.worker);
    ASSERT_EQ(hers.size(), 2u);
    EXPECT_EQ(hers[0].draft, newer.draft);
    ASSERT_EQ(his.size(), 1u);
    EXPECT_EQ(his[0].writers, (std::vector{priya, sam}));
}

TEST_P(DeskDrafts, DifferentPartsMergeSilently) {
    auto draft = begin();
    ASSERT_TRUE(save(draft, 0, {{"happened", "We drew."}, {"think", "Well."}}, priya));
    ASSERT_TRUE(save(draft, 1, {{"happened", "We drew."}, {"think", "Well."}, {"others", "Mum rang."}}, sam, 2));
    auto saved = save(draft, 1, {{"happened", "We drew a cat."}, {"think", "Well."}}, priya, 3);
    ASSERT_TRUE(saved);
    EXPECT_TRUE(saved->differences.empty());
    EXPECT_EQ(saved->other, sam);
    EXPECT_EQ(saved->version, 3u);
    EXPECT_EQ(saved->fields, (Fields{{"happened", "We drew a cat."}, {"think", "Well."}, {"others", "Mum rang."}}));
}

TEST_P(DeskDrafts, TheSamePartChangedByTwoIsADifferenceAndNothingIsLost) {
    auto draft = begin();
    ASSERT_TRUE(save(draft, 0, {{"others", "Mum rang."}}, priya));
    ASSERT_TRUE(save(draft, 1, {{"others", "Mum rang and cried."}}, sam, 2));
    auto clash = save(draft, 1, {{"others", "Mum rang at six."}, {"think", "Calm."}}, priya, 3);
    ASSERT_TRUE(clash);
    EXPECT_EQ(clash->differences,
              (std::vector<desk::Difference>{{"others", "Mum rang.", "Mum rang at six.", "Mum rang and cried."}}));
    EXPECT_EQ(desk->draft(draft.draft)->fields, (Fields{{"others", "Mum rang and cried."}, {"think", "Calm."}}));
    reopen();
    auto open = desk->unsettled(draft.draft, priya.worker);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->differences, clash->differences);
    EXPECT_FALSE(desk->unsettled(draft.draft, sam.worker));
    EXPECT_EQ(open->other, sam);
    auto settled = desk->settle({draft.draft, open->version, {{"others", "Mum rang at six."}, {"think", "Calm."}}, "think", priya, at(4)});
    EXPECT_TRUE(settled->differences.empty());
    EXPECT_FALSE(desk->unsettled(draft.draft, priya.worker));
    auto earlier = desk->earlier_versions(draft.draft);
    EXPECT_TRUE(std::any_of(earlier.begin(), earlier.end(), [&](const auto& one) {
        return one.by == sam && one.fields.at("others") == "Mum rang and cried.";
    }));
    EXPECT_TRUE(std::any_of(earlier.begin(), earlier.end(), [&](const auto& one) {
        return one.set_aside && one.by == priya && one.fields.at("others") == "Mum rang at six.";
    }));
}

TEST_P(DeskDrafts, ADifferenceStaysUntilItsWriterHasSettledIt) {
    auto draft = begin();
    ASSERT_TRUE(save(draft, 0, {{"others", "Mum rang."}}, priya));
    ASSERT_TRUE(save(draft, 1, {{"others", "Mum rang and cried."}}, sam, 2));
    auto clash = save(draft, 1, {{"others", "Mum rang at six."}}, priya, 3);
    ASSERT_EQ(clash->differences.size(), 1u);
    auto typed_on = save(draft, clash->version, {{"others", "Mum rang at six. She was"}, {"think", "Calm."}}, priya, 4);
    ASSERT_TRUE(typed_on);
    EXPECT_EQ(typed_on->differences,
              (std::vector<desk::Difference>{{"others", "Mum rang.", "Mum rang at six. She was", "Mum rang and cried."}}));
    EXPECT_EQ(typed_on->other, sam);
    EXPECT_EQ(typed_on->fields, (Fields{{"others", "Mum rang and cried."}, {"think", "Calm."}})) << "Sam's words were overwritten unread";
    ASSERT_TRUE(save(draft, typed_on->version, {{"others", "Mum rang and cried. She was in town."}, {"think", "Calm."}}, sam, 5));
    auto taken_in = save(draft, typed_on->version, {{"others", "Mum rang and cried."}, {"think", "Calm now."}}, priya, 6);
    ASSERT_EQ(taken_in->differences.size(), 1u) << "a box that only took theirs in has settled nothing";
    auto other_words = save(draft, taken_in->version, {{"others", "Nobody rang."}, {"think", "Calm now."}}, priya, 7);
    ASSERT_EQ(other_words->differences.size(), 1u);
    EXPECT_EQ(other_words->differences[0].yours, "Nobody rang.");
    auto earlier = desk->earlier_versions(draft.draft);
    EXPECT_EQ(std::count_if(earlier.begin(), earlier.end(), [](const auto& one) { return one.set_aside; }), 3)
        << "what was typed on is replaced, what was taken out is kept";
    ASSERT_TRUE(desk->settle({draft.draft, other_words->version, {{"others", "Mum rang and cried. She was in town."}, {"think", "Calm now."}}, "", priya, at(8)}));
    EXPECT_FALSE(desk->unsettled(draft.draft, priya.worker));
    EXPECT_TRUE(save(draft, other_words->version, {{"others", "Mum rang and cried. She was in town."}, {"think", "Calm today."}}, priya, 9)->differences.empty());
}

TEST_P(DeskDrafts, WordsTypedOnAfterALostAnswerAreNoDifference) {
    auto draft = begin();
    ASSERT_TRUE(save(draft, 0, {{"others", "Mum rang at"}, {"think", "Calm."}}, priya)); // its answer is lost
    auto retried = save(draft, 0, {{"others", "Mum rang at six."}, {"think", "Calm."}}, priya, 2);
    EXPECT_TRUE(retried->differences.empty());
    EXPECT_EQ(desk->draft(draft.draft)->fields.at("others"), "Mum rang at six.");
    ASSERT_TRUE(save(draft, retried->version, {{"others", "Mum rang at six. She cried."}, {"think", "Calm."}}, sam, 3));
    EXPECT_EQ(save(draft, retried->version, {{"others", "Mum rang at six. She laughed."}, {"think", "Calm."}}, priya, 4)->differences.size(), 1u);
}

TEST_P(DeskDrafts, WordsSetAsideLeaveTheDraftAsItIs) {
    auto draft = begin();
    ASSERT_TRUE(save(draft, 0, {{"others", "Mum rang."}, {"think", "Calm."}}, priya));
    auto before = *desk->draft(draft.draft);
    ASSERT_TRUE(desk->set_aside({draft.draft, 1, {{"think", "Not calm."}}, "", sam, at(2)}));
    ASSERT_TRUE(desk->set_aside({draft.draft, 1, {{"think", "Not calm at all."}}, "", sam, at(3)}));
    EXPECT_EQ(*desk->draft(draft.draft), before);
    auto earlier = desk->earlier_versions(draft.draft);
    EXPECT_TRUE(std::any_of(earlier.begin(), earlier.end(), [&](const auto& one) {
        return one.set_aside && one.by == sam && one.fields == Fields{{"think", "Not calm at all."}};
    }));
}

TEST_P(DeskDrafts, WhatIsWrittenWhileADraftIsSignedBecomesADraftOfItsWriter) {
    auto draft = begin();
    ASSERT_TRUE(save(draft, 0, {{"others", "Mum rang."}}, priya));
    ASSERT_TRUE(save(draft, 1, {{"others", "Mum rang. Sam saw Nan."}}, sam, 2));
    ASSERT_TRUE(desk->mark_signed(draft.draft, EntryId::random(), 1, at(3)));
    auto his = desk->drafts_of(sam.worker);
    ASSERT_EQ(his.size(), 1u);
    EXPECT_NE(his[0].draft, draft.draft);
    EXPECT_EQ(his[0].record, draft.record);
    EXPECT_EQ(his[0].fields, (Fields{{"others", "Mum rang. Sam saw Nan."}}));
    EXPECT_TRUE(desk->drafts_of(priya.worker).empty());
}

TEST_P(DeskDrafts, SavingTheSameTwiceMakesOneVersion) {
    auto draft = begin();
    ASSERT_TRUE(save(draft, 0, {{"a", "one"}}, priya));
    EXPECT_EQ(save(draft, 0, {{"a", "one"}}, priya, 2)->version, 1u); // the answer was lost, it is sent again
    EXPECT_EQ(save(draft, 1, {{"a", "one"}}, priya, 3)->version, 1u);
    EXPECT_TRUE(desk->earlier_versions(draft.draft).empty());
}

TEST_P(DeskDrafts, OldStepsOfOneWriterAreThinnedAndNothingOfTheOthers) {
    auto draft = begin();
    ASSERT_TRUE(save(draft, 0, {{"a", "by Sam"}}, sam));
    for (std::uint64_t version = 1; version < 200; ++version)
        ASSERT_TRUE(save(draft, version, {{"a", "step " + std::to_string(version)}}, priya));
    auto earlier = desk->earlier_versions(draft.draft);
    EXPECT_LT(earlier.size(), 70u);
    EXPECT_EQ(earlier.back().fields.at("a"), "by Sam");
    auto from_long_ago = save(draft, 3, {{"a", "from an old page"}}, priya);
    ASSERT_EQ(from_long_ago->differences.size(), 1u); // not known what it began from, so it asks
}

TEST_P(DeskDrafts, DamagedOrEndlessWordsAreRefusedWithTheirField) {
    auto draft = begin();
    EXPECT_EQ(save(draft, 0, {{"a", "\xff\xfe"}}, priya).refusal().field, "a");
    EXPECT_EQ(save(draft, 0, {{"a", std::string(3u << 20, 'x')}}, priya).refusal().code, "too-large");
    EXPECT_EQ(desk->draft(draft.draft)->version, 0u);
}

TEST_P(DeskDrafts, ADraftPutAwayCanBeTakenOutForThirtyDays) {
    auto draft = begin(), other = begin();
    ASSERT_TRUE(save(draft, 0, {{"a", "words"}}, priya));
    ASSERT_TRUE(desk->put_away(draft.draft, {"Written twice.", priya, at(5)}));
    ASSERT_TRUE(desk->put_away(other.draft, {"Not needed.", priya, at(5)}));
    EXPECT_TRUE(desk->drafts_of(priya.worker).empty());
    ASSERT_EQ(desk->put_away_by(priya.worker).size(), 2u);
    desk->sweep(at(4) + 24h * 30);
    ASSERT_TRUE(desk->take_out(draft.draft, at(4) + 24h * 30));
    EXPECT_EQ(desk->draft(draft.draft)->fields, (Fields{{"a", "words"}}));
    EXPECT_EQ(desk->take_out(other.draft, at(5) + 24h * 30).refusal().code, "not-found");
    desk->sweep(at(5) + 24h * 30);
    EXPECT_EQ(desk->draft(other.draft).refusal().code, "not-found");
    EXPECT_TRUE(desk->draft(draft.draft));
}

TEST_P(DeskDrafts, WhoWritesInADraftPutAwayTakesItOut) {
    auto draft = begin();
    ASSERT_TRUE(desk->put_away(draft.draft, {"Written twice.", priya, at(1)}));
    ASSERT_TRUE(save(draft, 0, {{"a", "from another window"}}, priya, 2));
    EXPECT_EQ(desk->drafts_of(priya.worker).size(), 1u);
}

TEST_P(DeskDrafts, WhatAManagerAnswersWhenSendingBackStaysWithTheDraft) {
    auto draft = begin();
    desk::Writer gareth{WorkerNumber::random(), "Gareth Holloway"};
    ASSERT_TRUE(desk->ask_manager(draft.draft, at(1)));
    EXPECT_TRUE(desk->draft(draft.draft)->awaits_manager);
    desk::SentBack back{gareth, at(2), {{"think", "Say what Tilly's nan thinks."}}};
    ASSERT_TRUE(desk->send_back(draft.draft, back));
    ASSERT_TRUE(desk->ask_manager(draft.draft, at(3)));
    reopen();
    EXPECT_EQ(desk->draft(draft.draft)->sent_back, std::vector{back});
    EXPECT_TRUE(desk->draft(draft.draft)->awaits_manager);
}

TEST_P(DeskDrafts, WhoReachesAnAbsentWritersDraftSaysWhyAndItIsKept) {
    auto draft = begin();
    desk::DraftOpening opening{{WorkerNumber::random(), "Gareth Holloway"}, "Priya is ill.", at(9)};
    ASSERT_TRUE(desk->note_opening(draft.draft, opening));
    reopen();
    EXPECT_EQ(desk->openings(draft.draft), std::vector{opening});
    EXPECT_EQ(desk->note_opening(DraftId::random(), opening).refusal().code, "not-found");
}

TEST_P(DeskDrafts, ASignedDraftIsDoneAndADayLaterForgotten) {
    auto draft = begin();
    ASSERT_TRUE(save(draft, 0, {{"a", "words"}}, priya));
    auto entry = EntryId::random();
    ASSERT_TRUE(desk->mark_signed(draft.draft, entry, 1, at(3)));
    EXPECT_TRUE(desk->mark_signed(draft.draft, entry, 1, at(4))); // pressed twice
    EXPECT_EQ(desk->mark_signed(draft.draft, EntryId::random(), 1, at(4)).refusal().code, "already-signed");
    EXPECT_EQ(save(draft, 1, {{"a", "more"}}, priya).refusal().code, "already-signed");
    EXPECT_EQ(desk->put_away(draft.draft, {"", priya, at(4)}).refusal().code, "already-signed");
    EXPECT_TRUE(desk->drafts_of(priya.worker).empty());
    EXPECT_EQ(desk->draft(draft.draft)->signed_as, entry);
    desk->sweep(at(3) + 24h);
    EXPECT_EQ(desk->draft(draft.draft).refusal().code, "not-found");
}

// Two writers save into one draft at the same time, as often as they can, each a word nobody else types. Who is told of
// a difference keeps both and saves again. In the end every word is in the draft or in an earlier version.
void write_words(desk::Desk& desk, DraftId draft, const desk::Writer& writer, const std::vector<std::string>& words, unsigned seed) {
    std::mt19937 chance(seed);
    std::uint64_t version = 0;
    Fields fields;
    for (const auto& word : words) {
        auto field = "part-" + std::to_string(chance() % 3);
        fields[field] += word + " ";
        auto saved = desk.save({draft, version, fields, field, writer, at(1)});
        while (saved && !saved->differences.empty()) {
            auto settled = saved->fields;
            for (const auto& difference : saved->differences)
                settled[difference.field] = desk::keep_both(difference);
            saved = desk.settle({draft, saved->version, settled, field, writer, at(1)});
        }
        ASSERT_TRUE(saved);
        version = saved->version;
        fields = saved->fields;
    }
}

std::string all_words(const desk::Desk& desk, DraftId draft) {
    std::string all;
    auto take = [&](const Fields& fields) {
        for (const auto& [name, words] : fields)
            all += words + " ";
    };
    take(desk.draft(draft)->fields);
    for (const auto& version : desk.earlier_versions(draft))
        take(version.fields);
    return all;
}

TEST_P(DeskDrafts, TwoThousandRacesOfTwoWritersLoseNoWord) {
    constexpr int races = 2000, drafts = 100;
    for (int round = 0; round < drafts; ++round) {
        auto draft = begin();
        std::vector<std::string> hers, his;
        for (int word = 0; word < races / drafts; ++word) {
            hers.push_back("hers" + std::to_string(word) + ".");
            his.push_back("his" + std::to_string(word) + ".");
        }
        std::thread other([&] { write_words(*desk, draft.draft, sam, his, static_cast<unsigned>(round)); });
        write_words(*desk, draft.draft, priya, hers, static_cast<unsigned>(round) + 7777u);
        other.join();
        auto found = all_words(*desk, draft.draft);
        for (const auto& words : {hers, his})
            for (const auto& word : words)
                ASSERT_NE(found.find(word), std::string::npos) << word << " is lost in round " << round;
    }
}

TEST_P(DeskDrafts, NothingOnTheDeskCanBeReadOnTheDisk) {
    ASSERT_TRUE(desk->add_account("marker-address@northmere.example", {priya.worker, "marker-password-hash", Bytes("marker-secret"), 0, false}));
    auto session = desk::begin(priya.worker, at(0));
    desk->begin_session(session.session);
    auto draft = *desk->begin_draft({FormNumber::random(), {priya.worker, "Marker Name"}, RecordNumber::random(), "marker-type"}, at(0));
    ASSERT_TRUE(save(draft, 0, {{"marker-field", "marker-words one"}}, priya));
    ASSERT_TRUE(save(draft, 0, {{"marker-field", "marker-words two"}}, sam));
    ASSERT_TRUE(desk->put_away(draft.draft, {"marker-reason", priya, at(1)}));
    ASSERT_TRUE(desk->note_opening(draft.draft, {sam, "marker-why", at(1)}));
    int files = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        std::ifstream in(file.path(), std::ios::binary);
        std::stringstream bytes;
        bytes << in.rdbuf();
        ++files;
        for (const auto* mark : {"marker", "Marker", "Okoro", "northmere"})
            EXPECT_EQ(bytes.str().find(mark), std::string::npos) << mark << " in " << file.path();
        EXPECT_EQ(bytes.str().find(session.token), std::string::npos);
        EXPECT_EQ(bytes.str().find(session.session.csrf), std::string::npos);
    }
    EXPECT_GE(files, 2); // the database and its write-ahead log
}

INSTANTIATE_TEST_SUITE_P(Stores, DeskDrafts, testing::ValuesIn(desk_stores()), store_name);

} // namespace
} // namespace lifestory::contract
