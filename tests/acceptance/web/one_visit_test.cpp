// One visit to Tilly and Reece over HTTP (pages.md 6.5, "Reece too"; ROC-026, ROC-074, CAM-028): what is the same for all is typed once,
// each child's part is signed by itself, what is private to one is shown in the other's, and who may not see one finds no trace.
#include <gmock/gmock.h>

#include "acceptance/api_client.h"
#include "acceptance/at_browser.h"
#include "app/demo/fill.h"
#include "base/text.h"
#include "base/json.h"
#include "casework/allocate.h"
#include "web/pages/acting.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class OneVisit : public AtTillys {
protected:
    void SetUp() override {
        AtTillys::SetUp();
        reece = child_named("Reece");
    }

    desk::Draft draft_at(const std::string& path) { return *house->desk.draft(*DraftId::parse(path.substr(path.rfind('/') + 1))); }

    static std::string location_of(const Response& response) { return std::string(response.headers.get("Location")); }

    static std::string path_of(DraftId draft) { return "/drafts/" + draft.hex(); }

    static Fields joined(Fields fields, const Fields& more) {
        for (const auto& one : more)
            fields.add(one.name, one.value);
        return fields;
    }

    // What is typed before anybody else is ticked.
    static Fields first_words() {
        return {{"when.day", "22"}, {"when.month", "12"}, {"when.year", "2026"}, {"item.place", "Nan's"}, {"item.people", "nobody"},
                {"item.happened", "Today I came to see you at Nan's. You showed me the mug you had painted, and we talked about Saturday."}};
    }

    // The visit to Tilly, and Reece ticked: answers the path of her part.
    std::string begin() {
        auto pressed = press(priya, "/drafts", joined({{"form_number", form}, {"version", "0"}, {"child", tilly.hex()}, {"type", "visit"}, {"then", "also"},
                                                       {"also", reece.hex()}}, first_words()));
        EXPECT_EQ(pressed.status, 303) << pressed.body;
        return location_of(pressed);
    }

    desk::Draft for_all(const std::string& part) { return *house->desk.draft(*draft_at(part).same_for_all); }
    desk::Draft other_part(const std::string& part) { return *house->desk.draft(for_all(part).parts.back().draft); }

    Fields versions(const std::string& part) {
        return {{"version", std::to_string(draft_at(part).version)}, {"version.all", std::to_string(for_all(part).version)},
                {"shows", "for-all others-said place people purpose interpreter changes"},
                {"version." + prefix(), std::to_string(other_part(part).version)}};
    }
    std::string prefix() { return "with." + reece.hex() + "."; }

    // Of one child, by the item's name; `before` is what stands before the name on the page.
    Fields own_words(const std::string& before, const std::string& happened) {
        const auto* visit = house->pack().record_type("visit");
        return {{before + "item.happened", happened}, {before + "item.seen", "seen alone"}, {before + "item.bedroom", "yes"},
                {before + "item.child-views.words", "It is fine here."}, {before + "item.child-views.how", "talking alone"},
                {before + "item.think", "I think you are more settled than in November."}, {before + "item.significant", "no"},
                {before + "item.visit-kind", visit->item("visit-kind")->choices.front().name},
                {before + "item.actions.1.what", "Bring new paints"}, {before + "item.actions.1.who", "Priya Anand"}};
    }

    Fields for_both() {
        return {{"when.day", "22"}, {"when.month", "12"}, {"when.year", "2026"}, {"item.place", "Nan's"}, {"item.people", "nobody"},
                {"item.purpose", house->pack().record_type("visit")->item("purpose")->choices.front().name},
                {"item.for-all", "Nan had made soup, and the kitchen was warm."}};
    }

    Fields all_of(const std::string& part, const std::string& to_her, const std::string& to_him) {
        return joined(joined(joined(versions(part), for_both()), own_words("", to_her)), own_words(prefix(), to_him));
    }

    // The first button of the page whose value begins so.
    static std::string value_of(const std::string& begins, const std::string& page) {
        auto at = page.find("value=\"" + begins);
        return at == std::string::npos ? "" : page.substr(at + 7, page.find('"', at + 7) - at - 7);
    }

    // As it is shown on Check and sign.
    Fields signature(const desk::Draft& part) {
        return {{"form_number", part.form.hex()}, {"version", std::to_string(part.version)}, {"version.all", std::to_string(house->desk.draft(*part.same_for_all)->version)},
                {"child", part.record->hex()}, {"type", part.record_type}, {"release.how", "together"}};
    }

    // The newest entry of the child's story.
    record::StoryEntry newest(RecordNumber child) {
        auto visitor = *door->visitor(worker_named("Priya Anand"), "a session");
        return door->look_over(visitor, std::span(&child, 1), house->now()).front().child->story.back();
    }

    void allocate_to_tilly(std::string_view worker) {
        auto gareth = person("Gareth Holloway");
        web::pages::Caller caller{*door->visitor(gareth.worker, "a session"), gareth.session.session};
        auto open = door->open(caller.visitor, tilly, std::nullopt, house->now());
        ASSERT_TRUE(open);
        for (const auto& one : door->authority()->workers)
            if (one.now().full_name == worker) {
                auto writing = casework::allocate(web::pages::act_of(*house, caller), *open->child, one.now(), "co-worker", house->today());
                ASSERT_TRUE(writing);
                ASSERT_TRUE(web::pages::append(*house, caller, *open, access::Act::Allocate, {}, FormNumber::random(), *writing));
            }
    }

    void end_work_with_tilly(std::string_view worker) {
        auto gareth = person("Gareth Holloway");
        web::pages::Caller caller{*door->visitor(gareth.worker, "a session"), gareth.session.session};
        auto open = door->open(caller.visitor, tilly, std::nullopt, house->now());
        ASSERT_TRUE(open);
        for (const auto* allocation : open->child->allocated_on(house->today())) {
            if (allocation->worker != worker_named(worker))
                continue;
            auto writing = casework::end_allocation(web::pages::act_of(*house, caller), *open->child, allocation->worker, allocation->relationship, house->today() - std::chrono::days(1));
            ASSERT_TRUE(writing) << writing.refusal().message;
            ASSERT_TRUE(web::pages::append(*house, caller, *open, access::Act::Allocate, {}, FormNumber::random(), *writing));
        }
    }

    PersonNumber person_of(std::string_view first_name) {
        auto visitor = *door->visitor(priya.worker, "a session");
        auto child = child_named(first_name);
        return *door->look_over(visitor, std::span(&child, 1), house->now()).front().child->person;
    }

    RecordNumber reece;
    std::string form = FormNumber::random().hex();
    std::string hers = "Today I came to see you at Nan's. You showed me the mug you had painted, and we talked about Saturday.";
    std::string his = "Today I came to see you at Nan's. You showed me the bike that you are fixing, and we talked about school.";
};

} // namespace

TEST_F(OneVisit, IsOfferedOfBrothersAndSistersWhomThisWorkerMayRecordFor) {
    auto page = read(priya, "/children/" + tilly.hex() + "/visit");
    EXPECT_THAT(page.body, HasSubstr("Also visited?"));
    EXPECT_THAT(page.body, HasSubstr("name=\"also\" type=\"checkbox\" value=\"" + reece.hex() + "\""));
    EXPECT_THAT(page.body, Not(HasSubstr("value=\"" + reece.hex() + "\" checked"))) << "nobody is ticked for her";
    EXPECT_THAT(read(priya, "/children/" + tilly.hex() + "/note").body, Not(HasSubstr("Also visited?")));
}

TEST_F(OneVisit, PartsWhatIsTheSameForAllFromWhatIsTillys) {
    auto part = begin();
    EXPECT_EQ(draft_at(part).fields.count("item.place"), 0u);
    EXPECT_EQ(for_all(part).fields.at("item.place"), "Nan's");
    EXPECT_EQ(for_all(part).fields.at("when.day"), "22");
    EXPECT_THAT(draft_at(part).fields.at("item.happened"), HasSubstr("the mug you had painted"));
    EXPECT_EQ(other_part(part).record, reece);
    auto page = read(priya, part);
    for (const auto* words : {"Record a visit to Tilly and Reece", "What is the same for all", "Tilly&#39;s own part", "Reece&#39;s own part", "Tilly: begun", "Reece: not started", "For all of you"})
        EXPECT_THAT(page.body, HasSubstr(words));
    EXPECT_EQ(begin(), part) << "pressed twice";
    EXPECT_EQ(for_all(part).parts.size(), 2u);
}

TEST_F(OneVisit, OnePressKeepsWhatIsForAllAndBothParts) {
    auto part = begin();
    auto saved = press(priya, part, joined(all_of(part, hers, his), {{"then", "check:" + other_part(part).draft.hex()}}));
    EXPECT_EQ(location_of(saved), path_of(other_part(part).draft) + "/check");
    EXPECT_EQ(draft_at(part).fields.at("item.happened"), hers);
    EXPECT_EQ(other_part(part).fields.at("item.happened"), his);
    EXPECT_EQ(other_part(part).fields.count("item.place"), 0u) << "kept once";
    EXPECT_EQ(for_all(part).fields.at("item.for-all"), "Nan had made soup, and the kitchen was warm.");
    auto page = read(priya, path_of(other_part(part).draft));
    EXPECT_THAT(page.body, HasSubstr("Reece: ready"));
    EXPECT_THAT(page.body, HasSubstr("Tilly: ready"));
    EXPECT_THAT(page.body, HasSubstr("Nan had made soup"));
}

TEST_F(OneVisit, EachChildIsSignedAloneAndBothEntriesHoldWhatIsTheSame) {
    auto part = begin();
    press(priya, part, all_of(part, hers, his));
    const auto before = installation->ledger().size();
    const auto reeces_part = path_of(other_part(part).draft);
    const auto reeces_newest = newest(reece).entry.id;
    auto pressed = press(priya, part + "/check", signature(draft_at(part)));
    ASSERT_EQ(pressed.status, 303) << pressed.body;
    EXPECT_EQ(newest(reece).entry.id, reeces_newest) << "Reece's is not signed with hers";
    EXPECT_EQ(installation->ledger().size(), before + 2) << "the visit, and when she reads it";
    EXPECT_EQ(location_of(press(priya, part + "/check", signature(draft_at(part)))), location_of(pressed)) << "pressed twice";
    EXPECT_EQ(installation->ledger().size(), before + 2);
    auto after = read(priya, location_of(pressed));
    EXPECT_THAT(after.body, HasSubstr("Signed. It is in Tilly&#39;s story."));
    EXPECT_THAT(after.body, HasSubstr("href=\"" + reeces_part + "\">Write to Reece about the same visit</a>"));
    ASSERT_EQ(press(priya, reeces_part + "/check", signature(draft_at(reeces_part))).status, 303);
    for (const auto& [child, own, others] : {std::tuple(tilly, hers, his), std::tuple(reece, his, hers)}) {
        const auto story = newest(child);
        const auto* entry = std::get_if<record::Visit>(&story.entry.content);
        ASSERT_TRUE(entry);
        EXPECT_EQ(record::words_of(*entry->form.find("happened")), own);
        EXPECT_EQ(record::words_of(*entry->form.find("for-all")), "Nan had made soup, and the kitchen was warm.");
        EXPECT_EQ(record::words_of(*entry->form.find("place")), "Nan's");
        for (const auto& answer : entry->form.answers)
            EXPECT_THAT(record::words_of(answer), Not(HasSubstr(others)));
    }
    const auto of_tilly = newest(tilly), of_reece = newest(reece);
    const auto& hers_says = *std::get<record::Visit>(of_tilly.entry.content).one_visit;
    const auto& his_says = *std::get<record::Visit>(of_reece.entry.content).one_visit;
    EXPECT_EQ(hers_says.visit, his_says.visit);
    EXPECT_THAT(hers_says.with, testing::ElementsAre(reece));
    EXPECT_THAT(his_says.with, testing::ElementsAre(tilly));
}

TEST_F(OneVisit, WhatIsPrivateToOneIsShownFirstAndSigningAsksWhyItIsKept) {
    auto part = begin();
    const auto told = "You refused to engage. Reece has been arrested for burglary and is on bail.";
    press(priya, part, all_of(part, told, his));
    auto page = read(priya, part).body;
    const auto things = page.find("id=\"things\"");
    ASSERT_NE(things, std::string::npos);
    EXPECT_LT(things, page.find("What is the same for all</h2>")) << "before anything else";
    EXPECT_LT(page.find("This is private to another child", things), page.find("refused to engage", things)) << "before words that hurt, too";
    auto refused = press(priya, part + "/check", signature(draft_at(part)));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Say why you keep"));
    EXPECT_FALSE(draft_at(part).signed_as);
    EXPECT_EQ(press(priya, path_of(other_part(part).draft) + "/check", signature(other_part(part))).status, 303) << "Reece's own part has nothing of the kind";
}

TEST_F(OneVisit, ASentenceThatIsReecesIsMovedToHisPartInOneActAndPutBack) {
    auto part = begin();
    press(priya, part, all_of(part, "You drew a cat. Reece has been arrested for burglary and is on bail. It was blue.", his));
    auto page = read(priya, part).body;
    EXPECT_THAT(page, HasSubstr("Move it to Reece&#39;s part"));
    auto pressed = press(priya, part, joined(all_of(part, draft_at(part).fields.at("item.happened"), his), {{"then", value_of("move.", page)}}));
    ASSERT_EQ(pressed.status, 303) << pressed.body;
    EXPECT_EQ(draft_at(part).fields.at("item.happened"), "You drew a cat. It was blue.");
    EXPECT_EQ(other_part(part).fields.at("item.happened"), his + " Reece has been arrested for burglary and is on bail.");
    auto after = read(priya, location_of(pressed)).body;
    EXPECT_THAT(after, HasSubstr("Moved to Reece&#39;s part, to the end of"));
    EXPECT_THAT(after, Not(HasSubstr("Move it to Reece")));
    auto back = press(priya, part + "/check", joined(signature(draft_at(part)), {{"then", value_of("move-back.", after)}}));
    EXPECT_EQ(other_part(part).fields.at("item.happened"), his);
    EXPECT_EQ(draft_at(part).fields.at("item.happened"), "You drew a cat. Reece has been arrested for burglary and is on bail. It was blue.");
    EXPECT_EQ(location_of(back), part + "/check");
    EXPECT_THAT(read(priya, location_of(pressed)).body, Not(HasSubstr("Moved to Reece"))) << "there is nothing to put back";
}

TEST_F(OneVisit, NothingIsMovedIntoASignedPartAndNoWordIsLostToASecondWriter) {
    auto part = begin();
    const auto hers_and_his = "You drew a cat. Reece has been arrested for burglary and is on bail.";
    press(priya, part, all_of(part, hers_and_his, his));
    const auto reeces_part = path_of(other_part(part).draft);
    const auto before = versions(part); // as Sam's page has them
    const auto move = value_of("move.", read(priya, part + "/check").body);
    auto pressed = press(priya, part + "/check", joined(signature(draft_at(part)), {{"then", move}}));
    EXPECT_THAT(location_of(pressed), HasSubstr("/check?moved="));
    EXPECT_EQ(location_of(press(person("Sam Okoro"), part, joined(joined(before, own_words("", hers_and_his)), own_words(prefix(), his + " It is red.")))), reeces_part + "/differences") << "both are kept, for Sam to settle";
    EXPECT_THAT(other_part(part).fields.at("item.happened"), HasSubstr("on bail")) << "what was moved stands";
    EXPECT_THAT(read(person("Sam Okoro"), reeces_part + "/differences").body, HasSubstr("It is red."));
    press(priya, part, all_of(part, hers_and_his, his));
    const auto shown = read(priya, part).body;
    ASSERT_THAT(shown, HasSubstr("Move it to Reece"));
    ASSERT_EQ(press(priya, reeces_part + "/check", signature(other_part(part))).status, 303);
    auto refused = press(priya, part + "/check", joined(signature(draft_at(part)), {{"then", value_of("move.", shown)}}));
    EXPECT_THAT(refused.body, HasSubstr("Nothing was moved. Reece&#39;s part is signed already"));
    EXPECT_EQ(draft_at(part).fields.at("item.happened"), hers_and_his);
    EXPECT_THAT(read(priya, part).body, AllOf(HasSubstr("Reece&#39;s part is signed already: take it out here"), Not(HasSubstr("Move it to Reece"))));
}

TEST_F(OneVisit, WordsTakenOutOfWhatIsTheSameForAllAreTakenOutForAll) {
    auto part = begin();
    const auto soup = "Nan had made soup and the kitchen was very warm.";
    auto twice = joined(versions(part), {{"when.day", "22"}, {"when.month", "12"}, {"when.year", "2026"}, {"item.place", "Nan's"}, {"item.people", "nobody"},
                                         {"item.for-all", std::string(soup) + " The dog slept. " + soup}});
    press(priya, part, joined(joined(twice, own_words("", hers)), own_words(prefix(), his)));
    auto take_out = value_of("press.", read(priya, part + "/check").body);
    ASSERT_NE(take_out, "");
    press(priya, part + "/check", joined(signature(draft_at(part)), {{"then", take_out}}));
    EXPECT_NE(for_all(part).fields.at("item.for-all"), std::string(soup) + " The dog slept. " + soup);
    EXPECT_EQ(draft_at(part).fields.count("item.for-all"), 0u) << "no copy of it stands in her part";
}

TEST_F(OneVisit, SentencesAreCopiedOnlyWhenTickedAndOneThatNamesTheOtherIsAskedAbout) {
    auto part = begin();
    const auto named = "Today I came to see you at Nan's. Tilly was painting at the table.";
    press(priya, part, joined(joined(versions(part), for_both()), own_words("", named)));
    const auto reeces_part = path_of(other_part(part).draft);
    auto page = read(priya, reeces_part + "/start").body;
    EXPECT_THAT(page, HasSubstr("Start Reece&#39;s from Tilly&#39;s"));
    EXPECT_THAT(page, HasSubstr("Tick what is also Reece&#39;s to read."));
    EXPECT_THAT(page, Not(HasSubstr(" checked"))) << "none is ticked";
    EXPECT_THAT(page, Not(HasSubstr("It is fine here."))) << "her own words are hers";
    EXPECT_THAT(page, HasSubstr("This names Tilly."));
    EXPECT_EQ(press(priya, reeces_part + "/start", {{"version", "1"}}).status, 422);
    Fields ticked{{"version", "1"}};
    for (auto at = page.find("name=\"sentence\" type=\"checkbox\" value=\""); at != std::string::npos; at = page.find("name=\"sentence\" type=\"checkbox\" value=\"", at + 1)) {
        auto words = page.substr(at, 600);
        if (words.find("Tilly was painting") != std::string::npos && words.find("Today I came") == std::string::npos)
            ticked.add("sentence", page.substr(at + 39, 24));
    }
    ASSERT_EQ(ticked.size(), 2u);
    for (int turn = 0; turn < 2; ++turn) // pressed twice
        EXPECT_EQ(location_of(press(priya, reeces_part + "/start", ticked)), reeces_part);
    EXPECT_EQ(draft_at(reeces_part).fields.at("item.happened"), "Tilly was painting at the table.");
    EXPECT_THAT(read(priya, reeces_part).body, HasSubstr("and names Tilly. Is it Reece&#39;s to read?"));
    press(priya, reeces_part, joined(joined({{"version", std::to_string(draft_at(reeces_part).version)}, {"version.all", std::to_string(for_all(part).version)},
                                             {"shows", "for-all others-said place people purpose interpreter changes"}}, for_both()),
                                     own_words("", "Today I came to see you. Tilly was painting at the table.")));
    auto refused = press(priya, reeces_part + "/check", signature(draft_at(reeces_part)));
    EXPECT_THAT(refused.body, HasSubstr("Say why you keep")) << "the worker has to say that it is his to read";
}

TEST_F(OneVisit, AnEntryLeadsToTheOthersForWhomTheRecordIsOpenAndForNobodyElse) {
    auto part = begin();
    press(priya, part, all_of(part, hers, his));
    const auto reeces_part = path_of(other_part(part).draft);
    press(priya, part + "/check", signature(draft_at(part)));
    auto entry = "/children/" + tilly.hex() + "/entries/" + newest(tilly).entry.id.hex();
    auto way = entry + "/same-visit/" + reece.hex();
    EXPECT_EQ(location_of(read(priya, way)), "/children/" + reece.hex()) << "not signed yet";
    press(priya, reeces_part + "/check", signature(draft_at(reeces_part)));
    EXPECT_THAT(read(priya, entry).body, HasSubstr("href=\"" + way + "\">On the same visit as Reece&#39;s</a>"));
    EXPECT_EQ(location_of(read(priya, way)), "/children/" + reece.hex() + "/entries/" + newest(reece).entry.id.hex());
    allocate_to_tilly("Beth Rowntree"); // who has nothing to do with Reece
    auto beth = person("Beth Rowntree");
    ASSERT_EQ(read(beth, entry).status, 200);
    ASSERT_EQ(read(beth, "/children/" + reece.hex()).status, 404);
    EXPECT_THAT(read(beth, entry).body, Not(HasSubstr("same visit")));
    EXPECT_THAT(read(beth, "/api/v1" + entry).body, HasSubstr("for-all"));
    EXPECT_THAT(read(beth, "/api/v1" + entry).body, Not(HasSubstr(reece.hex())));
    EXPECT_EQ(read(beth, way).body, read(beth, "/children/" + RecordNumber::random().hex()).body) << "not a byte differs";
    EXPECT_THAT(read(beth, "/children/" + tilly.hex() + "/visit").body, Not(HasSubstr("Also visited?")));
    EXPECT_EQ(read(priya, entry + "/same-visit/" + RecordNumber::random().hex()).status, 404);
}

TEST_F(OneVisit, TwoWritersOfWhatIsTheSameForAllSettleItBeforeItIsSigned) {
    auto part = begin();
    auto sam = person("Sam Okoro");
    auto as_both_saw = versions(part);
    auto told = [&](const std::string& words) { return joined(as_both_saw, {{"item.place", "Nan's"}, {"item.people", "nobody"}, {"item.for-all", words}, {"item.happened", hers}}); };
    press(priya, part, told("Nan had made soup."));
    auto differs = press(sam, part, told("Nan had made stew."));
    EXPECT_EQ(location_of(differs), part + "/differences");
    auto page = read(sam, part + "/differences");
    EXPECT_THAT(page.body, HasSubstr("You and Priya Anand both wrote here"));
    EXPECT_THAT(page.body, HasSubstr("For all of you"));
    EXPECT_EQ(location_of(read(sam, part)), part + "/differences");
    EXPECT_EQ(location_of(press(sam, part + "/check", signature(draft_at(part)))), part + "/differences");
    EXPECT_FALSE(draft_at(part).signed_as);
    auto settled = press(sam, part + "/differences", {{"version", std::to_string(for_all(part).version)}, {"keep.item.for-all", "both"}});
    EXPECT_EQ(location_of(settled), part);
    EXPECT_EQ(for_all(part).fields.at("item.for-all"), "Nan had made soup.\nNan had made stew.");
}

TEST_F(OneVisit, WhatIsTheSameForAllIsSignedOnlyAsItWasShown) {
    auto part = begin();
    press(priya, part, all_of(part, hers, his));
    auto shown = signature(draft_at(part));
    press(person("Sam Okoro"), part, joined(joined(versions(part), {{"item.for-all", "Nan was out."}, {"item.place", "Nan's"}, {"item.people", "nobody"},
                                                                   {"when.day", "22"}, {"when.month", "12"}, {"when.year", "2026"}}), own_words("", hers)));
    auto pressed = press(priya, part + "/check", shown);
    EXPECT_EQ(pressed.status, 422);
    EXPECT_THAT(pressed.body, HasSubstr("Sam Okoro wrote here meanwhile. Read it again, then sign"));
    EXPECT_FALSE(draft_at(part).signed_as);
}

TEST_F(OneVisit, APageFromBeforeItWasPartedTakesNothingAway) {
    auto part = begin();
    press(priya, part, all_of(part, hers, his));
    press(priya, part, joined({{"version", "1"}}, first_words())); // the first page, in another window, saves once more
    EXPECT_EQ(for_all(part).fields.at("item.for-all"), "Nan had made soup, and the kitchen was warm.");
    EXPECT_EQ(other_part(part).fields.at("item.happened"), his);
}

TEST_F(OneVisit, WhatIsTheSameForAllHasNoPageOfItsOwn) {
    auto part = begin();
    EXPECT_EQ(read(priya, path_of(for_all(part).draft)).status, 404);
    EXPECT_THAT(read(priya, "/drafts").body, Not(HasSubstr(for_all(part).draft.hex())));
    EXPECT_THAT(read(priya, "/drafts").body, HasSubstr(other_part(part).draft.hex()));
}

TEST_F(OneVisit, ATickThatWasSavedStaysUntilItIsPressed) {
    m_accepts = "application/json";
    auto saved = press(priya, "/drafts", joined({{"form_number", form}, {"version", "0"}, {"child", tilly.hex()}, {"type", "visit"}, {"also", reece.hex()}}, first_words()));
    m_accepts = "text/html";
    ASSERT_EQ(saved.status, 200) << saved.body;
    auto part = text_in(parse_json(saved.body)->as_object(), "save");
    EXPECT_FALSE(draft_at(part).same_for_all) << "a tick alone parts nothing while she types";
    EXPECT_THAT(read(priya, part).body, HasSubstr("value=\"" + reece.hex() + "\" checked"));
}

TEST_F(OneVisit, WhereYouLiveIsAskedAnewWhenTheyDoNotLiveTogether) {
    auto pressed = press(priya, "/drafts", {{"form_number", form}, {"version", "0"}, {"child", tilly.hex()}, {"type", "visit"}, {"then", "also"}, {"also", reece.hex()},
                                            {"item.place", "where you live"}, {"item.happened", hers}});
    EXPECT_EQ(for_all(location_of(pressed)).fields.count("item.place"), 0u) << "Tilly lives at Nan's, Reece at Mum's";
}

TEST_F(OneVisit, AChildOfAnotherFamilyOrOneNotToBeSeenIsNotVisitedToo) {
    for (const auto& other : {RecordNumber::random(), tilly, child_named("Kian")}) { // she works with Kian too, who is of another family
        auto pressed = press(priya, "/drafts", joined({{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "visit"},
                                                       {"then", "also"}, {"also", other.hex()}}, first_words()));
        EXPECT_EQ(pressed.status, 303);
        EXPECT_FALSE(draft_at(location_of(pressed).substr(0, location_of(pressed).find('#'))).same_for_all);
    }
}

TEST_F(OneVisit, WhatCannotBeSavedOfOnePartTakesNoOtherWithIt) {
    auto part = begin();
    press(priya, part, all_of(part, hers, his));
    auto as_it_stood = versions(part); // another window stays as it was
    ASSERT_EQ(press(priya, part + "/check", signature(draft_at(part))).status, 303);
    ASSERT_TRUE(draft_at(part).signed_as);
    const auto more = his + " You laughed about the chain.";
    auto refused = press(priya, part, joined(joined(joined(as_it_stood, for_both()), own_words("", hers + " More.")), own_words(prefix(), more)));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("This was signed meanwhile"), HasSubstr("More."), HasSubstr("You laughed about the chain.")));
    EXPECT_EQ(other_part(part).fields.at("item.happened"), more) << "his words are kept";
    const auto again = more + " And we fixed it.";
    press(priya, part, joined(joined(joined(as_it_stood, for_both()), own_words("", hers + " More.")), own_words(prefix(), again)));
    EXPECT_EQ(other_part(part).fields.at("item.happened"), again) << "nobody differs with himself";
}

TEST_F(OneVisit, FieldsOfAnotherChildsPartAreNotTakenFromTheApi) {
    auto part = begin();
    press(priya, part, all_of(part, hers, his));
    std::set<std::string> called;
    ApiClient api(*site, called);
    ASSERT_EQ(api.sign_in("priya.anand@northmere.example", app::demo::password()).status, 201);
    auto answered = api.put(part, {{"version", draft_at(part).version}, {"version_for_all", for_all(part).version},
                                   {"fields", JsonObject{{"item.happened", "You told me about the mug."}, {prefix() + "item.happened", "Written elsewhere."}}}});
    ASSERT_EQ(answered.status, 200) << answered.text;
    for (const auto& [name, words] : draft_at(part).fields)
        EXPECT_FALSE(name.starts_with("with.")) << name;
    EXPECT_THAT(read(priya, part).body, Not(HasSubstr("Written elsewhere.")));
    EXPECT_EQ(other_part(part).fields.at("item.happened"), his);
}

TEST_F(OneVisit, WhenOneRecordClosesToItsWriterTheOtherChildsPartIsStillSaved) {
    auto sam = person("Sam Okoro");
    auto pressed = press(sam, "/drafts", joined({{"form_number", form}, {"version", "0"}, {"child", tilly.hex()}, {"type", "visit"}, {"then", "also"},
                                                 {"also", reece.hex()}}, first_words()));
    const auto part = location_of(pressed);
    ASSERT_TRUE(part.starts_with("/drafts/")) << part;
    press(sam, part, all_of(part, hers, his));
    end_work_with_tilly("Sam Okoro");
    ASSERT_EQ(read(sam, "/children/" + tilly.hex()).status, 404);
    auto fields = all_of(part, hers + " Hers again.", his + " His again.");
    EXPECT_EQ(press(sam, part, fields).status, 303);
    EXPECT_EQ(other_part(part).fields.at("item.happened"), his + " His again.");
    EXPECT_EQ(draft_at(part).fields.at("item.happened"), hers) << "kept beside the draft";
}

TEST_F(OneVisit, WordsOfAnUnrelatedChildAreNoticedInAPartToo) {
    auto kian = child_named("Kian");
    auto visitor = *door->visitor(priya.worker, "a session");
    auto kians = door->look_over(visitor, std::span(&kian, 1), house->now());
    ASSERT_FALSE(kians.empty());
    const record::StoryEntry* visit = nullptr;
    for (const auto& story : kians.front().child->story)
        if (story.record_type() == "visit" && story.form())
            visit = &story;
    ASSERT_TRUE(visit);
    ASSERT_EQ(read(priya, "/children/" + kian.hex() + "/entries/" + visit->entry.id.hex()).status, 200);
    auto part = begin();
    press(priya, part, all_of(part, hers, visit->form()->text("happened")));
    EXPECT_THAT(read(priya, path_of(other_part(part).draft)).body, HasSubstr("in Kian"));
}

TEST_F(OneVisit, AWriterOfOnePartIsNotToldWhoElseWasVisited) {
    auto part = begin();
    press(priya, part, all_of(part, hers, his));
    allocate_to_tilly("Beth Rowntree");
    auto beth = person("Beth Rowntree");
    EXPECT_THAT(read(beth, part).body, HasSubstr("Reece Barrow")) << "he is her brother, and is offered as at any visit";
    EXPECT_THAT(read(priya, part).body, Not(HasSubstr("value=\"person:" + person_of("Reece").hex())));
}

} // namespace lifestory::acceptance
