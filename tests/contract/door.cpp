// The one door on a real store: what it lets through, what it notes, and what nobody can tell apart.
#include <ctime>
#include <thread>

#include <gmock/gmock.h>

#include "contract/door_town.h"

namespace lifestory::contract {
namespace {

using namespace std::chrono_literals;

class TheDoor : public Town {
protected:
    std::vector<record::Look> looks_at(RecordNumber child) {
        auto manager = visitor(gareth, "reading");
        auto open = door->open(manager, child, std::nullopt, now);
        return open ? *door->readings(manager, *open, {}) : std::vector<record::Look>{};
    }
    std::size_t by(const std::vector<record::Look>& looks, WorkerNumber worker, const std::string& session) {
        return static_cast<std::size_t>(std::count_if(looks.begin(), looks.end(), [&](const auto& look) {
            return look.worker == worker && look.session == session;
        }));
    }
};

TEST_F(TheDoor, OpensForTheWorkerTheManagerAndTheHeadOfServiceAndForNobodyElse) {
    EXPECT_EQ(door->open(visitor(priya), tilly, {}, now)->why, "works with Tilly");
    EXPECT_EQ(door->open(visitor(gareth), tilly, {}, now)->why, "manager");
    EXPECT_EQ(door->open(visitor(denise), tilly, {}, now)->why, "Head of Service");
    for (auto worker : {omar, lena, root})
        EXPECT_FALSE(door->open(visitor(worker), tilly, {}, now));
}

TEST_F(TheDoor, GivesTheSameRefusalForAChildWhoDoesNotExist) {
    auto refused = door->open(visitor(omar), tilly, {}, now).refusals();
    auto absent = door->open(visitor(omar), RecordNumber::random(), {}, now).refusals();
    EXPECT_EQ(refused, absent);
    EXPECT_EQ(refused.front().code, "not-found");
    EXPECT_EQ(door->open(visitor(priya), barrows, {}, now).refusals(), absent); // a family is no record to open
    EXPECT_EQ(door->open(visitor(priya), tilly, EntryId::random(), now).refusals(), absent);
}

TEST_F(TheDoor, NotesALookOnceASessionBeforeItAnswers) {
    auto size = ledger->size();
    ASSERT_TRUE(door->open(visitor(priya, "morning"), tilly, {}, now));
    EXPECT_EQ(ledger->size(), size + 1);
    ASSERT_TRUE(door->open(visitor(priya, "morning"), tilly, {}, now + 1min));
    EXPECT_EQ(ledger->size(), size + 1);
    ASSERT_TRUE(door->open(visitor(priya, "morning"), tilly, tillys_note, now + 2min));
    EXPECT_EQ(ledger->size(), size + 2);
    ASSERT_TRUE(door->open(visitor(priya, "afternoon"), tilly, {}, now + 3h));
    auto looks = looks_at(tilly);
    EXPECT_EQ(by(looks, priya, "morning"), 2u);
    EXPECT_EQ(by(looks, priya, "afternoon"), 1u);
    EXPECT_EQ(looks.back().at, now); // newest first
}

TEST_F(TheDoor, NotesNothingOfARefusal) {
    auto size = ledger->size();
    EXPECT_FALSE(door->open(visitor(omar), tilly, {}, now));
    EXPECT_FALSE(door->open(visitor(omar), RecordNumber::random(), {}, now));
    EXPECT_EQ(ledger->size(), size);
}

TEST_F(TheDoor, NotesOneLookOfFiftyPressesAtOnce) {
    auto who = visitor(priya, "hasty");
    std::vector<std::thread> presses;
    for (int press = 0; press < 50; ++press)
        presses.emplace_back([&] { EXPECT_TRUE(door->open(who, tilly, tillys_note, now)); });
    for (auto& press : presses)
        press.join();
    EXPECT_EQ(by(looks_at(tilly), priya, "hasty"), 2u); // the record, and the entry
}

TEST_F(TheDoor, WhoHasLookedCanBeFilteredByPersonAndMonth) {
    auto manager = visitor(gareth);
    auto open = *door->open(manager, tilly, {}, now);
    auto only_priya = *door->readings(manager, open, {.worker = priya, .month = {}});
    EXPECT_FALSE(only_priya.empty());
    for (const auto& look : only_priya)
        EXPECT_EQ(look.full_name, "Priya Anand");
    using namespace std::chrono;
    EXPECT_TRUE(door->readings(manager, open, {.worker = {}, .month = year(2026) / November})->empty());
    EXPECT_FALSE(door->readings(manager, open, {.worker = {}, .month = year(2026) / December})->empty());
    EXPECT_FALSE(door->readings(visitor(omar), open, {})); // another's open record is no key
}

TEST_F(TheDoor, AWorkerWhoIsTakenOffTheRecordIsOutAtTheNextClick) {
    auto open = *door->open(visitor(gareth), tilly, {}, now);
    record::Allocation ended{priya, "", "allocated-worker", day(11, 2), day(12, 22)};
    ASSERT_TRUE(door->append(visitor(gareth), open, Act::Allocate, {}, FormNumber::random(), {in_child(gareth, ended)}, now));
    EXPECT_FALSE(door->open(visitor(priya), tilly, {}, now));
    EXPECT_TRUE(door->open(visitor(gareth), tilly, {}, now)); // the line of who worked with her last
    EXPECT_FALSE(door->open(visitor(omar), tilly, {}, now));
}

TEST_F(TheDoor, WhoLeftTheAuthorityIsNobody) {
    record::Worker left{priya, "Priya Anand", "Social Worker", "social-worker", "", north, false};
    ASSERT_TRUE(door->append_to_authority(FormNumber::random(), {in_child(root, left)}, now));
    EXPECT_FALSE(door->visitor(priya, "s1"));
    EXPECT_FALSE(door->visitor(WorkerNumber::random(), "s1"));
}

TEST_F(TheDoor, LooksOverOnesOwnWorkWithoutANoteAndNobodyElses) {
    auto size = ledger->size();
    std::vector<RecordNumber> all{tilly, reece, ava};
    EXPECT_THAT(door->caseload(priya, now), testing::UnorderedElementsAre(tilly, reece));
    EXPECT_EQ(door->look_over(visitor(priya), all, now).size(), 2u);
    EXPECT_EQ(door->look_over(visitor(gareth), door->records_below(visitor(gareth), now), now).size(), 2u);
    EXPECT_EQ(door->look_over(visitor(denise), door->records_below(visitor(denise), now), now).size(), 3u);
    EXPECT_TRUE(door->look_over(visitor(root), all, now).empty());
    EXPECT_EQ(ledger->size(), size);
}

TEST_F(TheDoor, AnActIsDecidedOnceMoreWhenItIsStored) {
    auto size = ledger->size();
    auto open = *door->open(visitor(priya), tilly, tillys_note, now);
    record::Correction correction{{tillys_note, "happened", 0, 5, "Nan's"}, "Nana's", "wrong word", {}, {}, false};
    auto looked = ledger->size();
    EXPECT_FALSE(door->append(visitor(priya), open, Act::Correct, {{"entry", "record"}}, FormNumber::random(), {in_child(priya, correction)}, now));
    EXPECT_EQ(ledger->size(), looked);
    EXPECT_GE(looked, size);
    auto managers = *door->open(visitor(gareth), tilly, tillys_note, now);
    EXPECT_TRUE(managers.may(Act::Correct, {{"entry", "record"}}, tillys_note));
    EXPECT_FALSE(open.may(Act::Correct, {{"entry", "record"}}, tillys_note));
    EXPECT_TRUE(door->append(visitor(gareth), managers, Act::Correct, {{"entry", "record"}}, FormNumber::random(), {in_child(gareth, correction)}, now));
    auto again = *door->open(visitor(priya), tilly, {}, now);
    EXPECT_EQ(again.child->find(tillys_note)->corrections.size(), 1u);
}

TEST_F(TheDoor, OnlyTheAuthorAddsAndNobodyEndorsesTheirOwn) {
    auto hers = *door->open(visitor(priya), tilly, {}, now);
    auto his = *door->open(visitor(gareth), tilly, {}, now);
    EXPECT_TRUE(hers.may(Act::Add, {}, tillys_note));
    EXPECT_FALSE(his.may(Act::Add, {}, tillys_note));
    EXPECT_TRUE(his.may(Act::Endorse, {{"entry"}}, tillys_note));
    EXPECT_FALSE(hers.may(Act::Endorse, {{"entry"}}, tillys_note));
    EXPECT_TRUE(door->append(visitor(gareth), his, Act::Endorse, {{"entry"}}, FormNumber::random(), {in_child(gareth, record::Endorsement{tillys_note, "I agree."})}, now));
    EXPECT_FALSE(door->append(visitor(gareth), his, Act::Add, {}, FormNumber::random(), {in_child(gareth, record::Addition{tillys_note, "More."})}, now));
}

TEST_F(TheDoor, ARecordThatGrewMeanwhileIsSaidAndTheSameFormIsStoredOnce) {
    auto open = *door->open(visitor(priya), tilly, {}, now);
    auto form = FormNumber::random();
    auto entry = in_child(priya, note("She drew a cat."));
    ASSERT_TRUE(door->append(visitor(priya), open, Act::Sign, {}, form, {entry}, now));
    auto again = door->append(visitor(priya), open, Act::Sign, {}, form, {entry}, now);
    ASSERT_TRUE(again) << again.refusal().code;
    EXPECT_TRUE(again->already);
    auto late = door->append(visitor(priya), open, Act::Sign, {}, FormNumber::random(), {in_child(priya, note("Late."))}, now);
    EXPECT_EQ(late.refusal().code, "changed-meanwhile");
}

TEST_F(TheDoor, FindsByNameHoweverItIsSpeltAndOnlyWhomOneMayFind) {
    auto found = door->find(visitor(priya), "tilley barow", now);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].who.name(), "Tilly Barrow");
    EXPECT_EQ(found[0].why, "sounds like \"tilley barow\"");
    EXPECT_TRUE(found[0].may_open);
    EXPECT_EQ(found[0].worker->full_name, "Priya Anand");
    EXPECT_EQ(found[0].worker->team, "Family Team North");
    EXPECT_EQ(found[0].lives_with, "nan");
    EXPECT_TRUE(door->find(visitor(omar), "tilly barrow", now).empty());
    EXPECT_TRUE(door->find(visitor(root), "tilly barrow", now).empty());
    auto on_duty = door->find(visitor(lena), "tilly barrow", now);
    ASSERT_EQ(on_duty.size(), 1u);
    EXPECT_FALSE(on_duty[0].may_open);
    EXPECT_EQ(on_duty[0].telephone, "01632 960 110");
    EXPECT_EQ(on_duty[0].lives_with, "");
}

TEST_F(TheDoor, FindsByDateOfBirthAndThePeopleOfAFamily) {
    EXPECT_EQ(door->find(visitor(priya), "14 March 2015", now).size(), 1u);
    EXPECT_EQ(door->find(visitor(priya), "tilly 14/3/2015", now).size(), 1u);
    EXPECT_TRUE(door->find(visitor(priya), "tilly 15/3/2015", now).empty());
    auto nans = door->find(visitor(priya), "maureen", now);
    ASSERT_EQ(nans.size(), 1u);
    EXPECT_EQ(nans[0].relation, "nan");
    ASSERT_EQ(nans[0].children.size(), 2u);
    EXPECT_TRUE(door->find(visitor(lena), "maureen", now).empty()); // a family is shown to who may open its children
}

TEST_F(TheDoor, FindsTheSameAfterARestart) {
    open_store();
    EXPECT_EQ(door->find(visitor(priya), "matilda", now).size(), 1u);
    EXPECT_EQ(door->find(visitor(priya), "maureen barrow", now).front().children.size(), 2u);
}

TEST_F(TheDoor, OpensInAnEmergencyForSixtyMinutesAndTellsTheManagers) {
    EXPECT_FALSE(door->open(visitor(lena), tilly, {}, now));
    auto opened = door->open_in_emergency(visitor(lena), "tilly barrow", day(3, 14, 2015), "Nan rang, Tilly is not home.", now);
    ASSERT_TRUE(opened);
    EXPECT_EQ(*opened, tilly);
    EXPECT_EQ(door->open(visitor(lena), tilly, {}, now + 59min)->why, "emergency: Nan rang, Tilly is not home.");
    EXPECT_FALSE(door->open(visitor(lena), reece, {}, now));
    EXPECT_FALSE(door->open(visitor(lena), tilly, {}, now + 60min));
    auto told = door->emergencies_for(visitor(gareth), now - 1h);
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].full_name, "Lena Hart");
    EXPECT_EQ(told[0].record, tilly);
    EXPECT_TRUE(door->emergencies_for(visitor(omar), now - 1h).empty());
    EXPECT_GE(by(looks_at(tilly), lena, "s1"), 1u);
    open_store(); // it is not forgotten
    EXPECT_TRUE(door->open(visitor(lena), tilly, {}, now + 30min));
    EXPECT_EQ(door->emergencies_for(visitor(gareth), now - 1h).size(), 1u);
}

TEST_F(TheDoor, AnEmergencyWithoutAMatchIsNotedAndSaysOneThing) {
    auto nobody = door->open_in_emergency(visitor(lena), "Tilly Barrow", day(3, 15, 2015), "Nan rang.", now);
    auto by_root = door->open_in_emergency(visitor(root), "Tilly Barrow", day(3, 14, 2015), "Curious.", now);
    EXPECT_EQ(nobody.refusals(), by_root.refusals());
    EXPECT_EQ(door->emergencies_for(visitor(denise), now - 1h).size(), 2u);
    EXPECT_FALSE(door->emergencies_for(visitor(denise), now - 1h)[0].record);
}

TEST_F(TheDoor, BusinessSupportSeesTheLettersOfItsTeamAndNoNote) {
    auto wendy = WorkerNumber::random();
    employ(wendy, "Wendy Sharp", "business-support", north);
    auto hers = *door->open(visitor(priya), tilly, {}, now);
    record::Document letter;
    letter.form.record_type = "letter";
    letter.form.answers = {{"text", "Letter", "about", "prose", record::Text{"Dear Tilly"}}};
    auto written = in_child(priya, letter);
    ASSERT_TRUE(door->append(visitor(priya), hers, Act::Sign, {}, FormNumber::random(), {written}, now));
    auto open = door->open(visitor(wendy), tilly, {}, now);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->child->story.size(), 1u);
    EXPECT_TRUE(open->child->find(written.id));
    EXPECT_FALSE(open->child->find(tillys_note));
    EXPECT_FALSE(door->open(visitor(wendy), tilly, tillys_note, now));
    EXPECT_FALSE(door->open(visitor(wendy), ava, {}, now)); // another team's
    EXPECT_EQ(open->child->length, door->open(visitor(priya), tilly, {}, now)->child->length);
}

record::Document document(const std::string& type) {
    record::Document content;
    content.form.record_type = type;
    content.form.answers = {{"text", "Words", "about", "prose", record::Text{"What was written"}}};
    return content;
}

TEST_F(TheDoor, BusinessSupportSeesNoOversightNoDecisionAndNoReasonForLateness) {
    auto wendy = WorkerNumber::random();
    employ(wendy, "Wendy Sharp", "business-support", north);
    auto his = *door->open(visitor(gareth), tilly, {}, now);
    std::vector<Writing> written;
    for (const auto* type : {"letter", "oversight", "key-decision", "court-document"})
        written.push_back(in_child(gareth, document(type)));
    written.push_back(in_child(gareth, record::LatenessGiven{"9", {"I was ill.", "Nan rang each day."}}));
    ASSERT_TRUE(door->append(visitor(gareth), his, Act::Sign, {}, FormNumber::random(), written, now));
    auto open = *door->open(visitor(wendy), tilly, {}, now);
    ASSERT_EQ(open.child->story.size(), 1u);
    EXPECT_TRUE(open.child->find(written[0].id));
    EXPECT_TRUE(open.child->latenesses.empty());
    for (std::size_t hidden = 1; hidden < 4; ++hidden)
        EXPECT_FALSE(door->open(visitor(wendy), tilly, written[hidden].id, now));
    EXPECT_EQ(door->open(visitor(priya), tilly, {}, now)->child->latenesses.size(), 1u);
}

TEST_F(TheDoor, BusinessSupportSeesWhatItFiledItself) {
    auto wendy = WorkerNumber::random();
    employ(wendy, "Wendy Sharp", "business-support", north);
    auto hers = *door->open(visitor(wendy), tilly, {}, now);
    auto order = in_child(wendy, document("court-document"));
    ASSERT_TRUE(door->append(visitor(wendy), hers, Act::Sign, {}, FormNumber::random(), {order}, now));
    EXPECT_TRUE(door->open(visitor(wendy), tilly, order.id, now));
}

TEST_F(TheDoor, KnowsWhoStandsAboveWhom) {
    EXPECT_TRUE(door->stands_above(visitor(gareth), priya));
    EXPECT_TRUE(door->stands_above(visitor(denise), priya));
    EXPECT_TRUE(door->stands_above(visitor(denise), omar));
    EXPECT_FALSE(door->stands_above(visitor(gareth), omar));
    EXPECT_FALSE(door->stands_above(visitor(priya), priya));
    EXPECT_FALSE(door->stands_above(visitor(denise), denise));
}

TEST_F(TheDoor, ARefusalTakesNoLongerThanNothing) {
    auto who = visitor(omar);
    auto worked = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    };
    std::vector<std::chrono::nanoseconds> refused, absent;
    for (int round = 0; round < 400; ++round)
        for (auto* times : {&refused, &absent}) {
            auto child = times == &refused ? tilly : RecordNumber::random();
            auto start = worked();
            EXPECT_FALSE(door->open(who, child, {}, now));
            times->push_back(worked() - start);
        }
    auto median = [](std::vector<std::chrono::nanoseconds>& times) {
        std::nth_element(times.begin(), times.begin() + 200, times.end());
        return times[200];
    };
    EXPECT_LT(std::chrono::abs(median(refused) - median(absent)), 500us);
}

TEST_F(TheDoor, ANewChildJoinsAFamilyOnlyByWhoMayOpenIt) {
    access::Door::Opening joining{barrows, RecordNumber::random(), {in_child(omar, record::ChildOpened{barrows, PersonNumber::random()})}};
    EXPECT_FALSE(door->open_new(visitor(omar), FormNumber::random(), joining, now));
    EXPECT_FALSE(door->open_new(visitor(root), FormNumber::random(), {RecordNumber::random(), RecordNumber::random(), {}}, now));
    joining.entries = {in_child(priya, record::ChildOpened{barrows, PersonNumber::random()})};
    EXPECT_TRUE(door->open_new(visitor(priya), FormNumber::random(), joining, now));
}

} // namespace
} // namespace lifestory::contract
