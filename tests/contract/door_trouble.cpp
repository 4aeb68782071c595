// The door when something cannot be read: one record does not take the lists of everybody who works beside it, and what
// nobody needs is not read at all.
#include <gmock/gmock.h>

#include "base/fault.h"
#include "contract/door_town.h"
#include "store/sqlite/database.h"

namespace lifestory::contract {
namespace {

using namespace std::chrono_literals;
using store::sqlite::Database;
using store::sqlite::OpenAs;

class DoorInTrouble : public Town {
protected:
    void store_what_nobody_knows(RecordNumber record) {
        ledger::Append act{.form = FormNumber::random(), .at = now, .entries = {}, .lines = {}};
        act.entries.push_back({record, EntryId::random(), R"({"kind":"of a later program","content":{}})", {}});
        ASSERT_TRUE(ledger->append(act));
    }
    Database book() { return Database(folder / "ledger.sqlite", OpenAs::Writer, store::sqlite::Durability::Normal); }

    static constexpr const char* spoil_one = "UPDATE entries SET body = substr(body, 1, 40) || zeroblob(1) || substr(body, 42) WHERE number = ?1";
    static constexpr const char* spoil_stream =
        "UPDATE entries SET body = substr(body, 1, 40) || zeroblob(1) || substr(body, 42) WHERE record = ?1 AND place > 0 AND number <> ?2";
};

TEST_F(DoorInTrouble, ARecordThatCannotBeReadIsLeftOutOfListsAndSaidWhenItIsOpened) {
    store_what_nobody_knows(reece);
    std::vector<RecordNumber> both{reece, tilly};
    auto looked = door->look_over(visitor(priya), both, now);
    ASSERT_EQ(looked.size(), 1u);
    EXPECT_EQ(looked[0].record, tilly);
    EXPECT_EQ(door->look_over(visitor(gareth), door->records_below(visitor(gareth), now), now).size(), 1u);
    EXPECT_THROW((void)door->open(visitor(priya), reece, {}, now), Fault);
}

TEST_F(DoorInTrouble, SoIsOneWhoseWordsWereChangedOnTheDisk) {
    auto open = *door->open(visitor(priya), reece, {}, now);
    auto entry = in_child(priya, note("Reece scored twice."));
    ASSERT_TRUE(door->append(visitor(priya), open, Act::Sign, {}, FormNumber::random(), {entry}, now));
    book().statement(spoil_one).integer(1, static_cast<std::int64_t>(index->find(entry.id)->number)).run();
    open_store();
    std::vector<RecordNumber> both{reece, tilly};
    EXPECT_EQ(door->look_over(visitor(priya), both, now).size(), 1u);
    EXPECT_THROW((void)door->open(visitor(priya), reece, {}, now), Fault);
}

TEST_F(DoorInTrouble, AFamilyWhoseKeyWasDestroyedIsEmptyAndItsChildOpens) {
    door.reset();
    index.reset();
    ledger.reset();
    Database(folder / "keys.sqlite", OpenAs::Writer).statement("DELETE FROM record_keys WHERE record = ?1").number(1, barrows).run();
    open_store();
    auto open = door->open(visitor(priya), tilly, {}, now);
    ASSERT_TRUE(open);
    ASSERT_NE(open->family, nullptr);
    EXPECT_TRUE(open->family->people.empty());
    EXPECT_EQ(open->child->first_name(), "Tilly");
}

TEST_F(DoorInTrouble, AStartReadsOfTheLooksOnlyThoseInAnEmergency) {
    for (const auto* session : {"monday", "tuesday", "wednesday"})
        ASSERT_TRUE(door->open(visitor(priya, session), tilly, {}, now));
    ASSERT_TRUE(door->open_in_emergency(visitor(lena), "tilly barrow", day(3, 14, 2015), "Nan rang.", now));
    ASSERT_TRUE(door->open(visitor(priya, "thursday"), tilly, {}, now));
    ASSERT_THAT(index->emergencies(), testing::SizeIs(1));
    book().statement(spoil_stream).number(1, *index->looks()).integer(2, static_cast<std::int64_t>(index->emergencies().front())).run();
    ASSERT_NO_THROW(open_store());
    EXPECT_EQ(door->emergencies_for(visitor(gareth), now - 1h).size(), 1u);
    EXPECT_TRUE(door->open(visitor(lena), tilly, {}, now + 30min));
}

} // namespace
} // namespace lifestory::contract
