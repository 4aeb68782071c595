// Lists across records: what waits for a manager, and who is found. They hold, and count, only what their reader may open.
#include <gmock/gmock.h>

#include "contract/door_town.h"

namespace lifestory::contract {
namespace {

class DoorLists : public Town {
protected:
    EntryId sign(WorkerNumber by, RecordNumber child, Act act, const record::Content& content) {
        auto entry = in_child(by, content);
        auto open = *door->open(visitor(by), child, {}, now);
        auto appended = door->append(visitor(by), open, act, {}, FormNumber::random(), {entry}, now);
        EXPECT_TRUE(appended);
        return entry.id;
    }
    void is_family_of(WorkerNumber worker, RecordNumber child) {
        sign(denise, child, Act::Allocate, record::Allocation{worker, "", "conflict-of-interest", day(12, 1), {}});
    }
    static std::vector<EntryId> ids(const std::vector<index::EntryRow>& rows) {
        std::vector<EntryId> all;
        for (const auto& row : rows)
            all.push_back(row.id);
        return all;
    }
};

TEST_F(DoorLists, WhatWaitsForAManagerIsOfRecordsTheyMayOpen) {
    auto reeces_note = sign(priya, reece, Act::Sign, note("Reece scored twice."));
    auto asked = sign(priya, tilly, Act::AskCorrection, record::CorrectionAsked{{tillys_note, "happened", 0, 5, "Nan's"}, "Nana's", "It is Nana."});
    auto reeces_asked = sign(priya, reece, Act::AskCorrection, record::CorrectionAsked{{reeces_note, "happened", 0, 5, "Reece"}, "He", "Too often."});
    EXPECT_EQ(ids(door->waiting_for(visitor(gareth), now)), (std::vector{tillys_note, reeces_note}));
    EXPECT_EQ(door->corrections_asked_of(visitor(gareth), now).size(), 2u);
    is_family_of(gareth, reece);
    EXPECT_EQ(ids(door->waiting_for(visitor(gareth), now)), (std::vector{tillys_note}));
    ASSERT_EQ(door->corrections_asked_of(visitor(gareth), now).size(), 1u);
    EXPECT_EQ(door->corrections_asked_of(visitor(gareth), now)[0].asking.id, asked);
    EXPECT_THAT(door->waiting_for(visitor(denise), now), testing::SizeIs(2)); // another manager of the line reads it
    EXPECT_EQ(door->corrections_asked_of(visitor(denise), now)[1].asking.id, reeces_asked);
    EXPECT_THAT(door->waiting_for(visitor(priya), now), testing::IsEmpty());
}

TEST_F(DoorLists, WhoeverIsNamedAsFamilyDoesNotFindTheChild) {
    EXPECT_THAT(door->find(visitor(denise), "reece", now), testing::SizeIs(1));
    EXPECT_THAT(door->find(visitor(gareth), "reece", now), testing::SizeIs(1));
    is_family_of(denise, reece);
    EXPECT_THAT(door->find(visitor(denise), "reece", now), testing::IsEmpty());
}

TEST_F(DoorLists, WhatIsOpenInAnEmergencyIsFoundAsOpen) {
    EXPECT_FALSE(door->find(visitor(lena), "tilly barrow", now)[0].may_open);
    ASSERT_TRUE(door->open_in_emergency(visitor(lena), "tilly barrow", day(3, 14, 2015), "Nan rang.", now));
    EXPECT_TRUE(door->find(visitor(lena), "tilly barrow", now)[0].may_open);
    EXPECT_FALSE(door->find(visitor(lena), "tilly barrow", now + std::chrono::minutes(61))[0].may_open);
}

TEST_F(DoorLists, NobodyIsFoundWhoWasTakenBackAlsoAfterARestart) {
    record::Person jamie;
    jamie.person = PersonNumber::random();
    jamie.full_name = "Jamie Quennell";
    const auto add = [&](const record::Content& content) {
        auto entry = in_family(priya, content);
        auto open = *door->open(visitor(priya), tilly, {}, now);
        EXPECT_TRUE(door->append(visitor(priya), open, access::Act::Change, {}, FormNumber::random(), {entry}, now));
        return entry.id;
    };
    const auto drawn = add(jamie);
    EXPECT_THAT(door->find(visitor(priya), "jamie quennell", now), testing::SizeIs(1));
    record::Correction correction;
    correction.sentence.entry = correction.withdraws = drawn;
    correction.why = "Drawn in error";
    add(correction);
    EXPECT_THAT(door->find(visitor(priya), "jamie quennell", now), testing::IsEmpty());
    access::Door restarted(*ledger, *index, rules());
    EXPECT_THAT(restarted.find(*restarted.visitor(priya, "s1"), "jamie quennell", now), testing::IsEmpty());
    EXPECT_THAT(restarted.find(*restarted.visitor(priya, "s1"), "tilly barrow", now), testing::SizeIs(1));
}

// Counts the questions that are asked of the lists.
class CountingIndex : public store::sqlite::SqliteIndex {
public:
    using SqliteIndex::SqliteIndex;
    std::optional<index::ChildRow> family_of(RecordNumber child) const override { return ++asked, SqliteIndex::family_of(child); }
    std::vector<index::AllocationRow> allocations_of(WorkerNumber worker) const override { return ++asked, SqliteIndex::allocations_of(worker); }
    std::vector<index::AllocationRow> allocations_of(RecordNumber record) const override { return ++asked, SqliteIndex::allocations_of(record); }
    mutable int asked = 0;
};

TEST_F(DoorLists, ManyHiddenChildrenOfOneNameCostNoMoreThanNone) {
    constexpr std::size_t many = 12;
    for (std::size_t child = 0; child < many; ++child)
        begin_child(RecordNumber::random(), RecordNumber::random(), PersonNumber::random(), "Zara Winter", "", day(5, 6, 2016), omar);
    CountingIndex counting(folder / "ledger.sqlite");
    access::Door counted(*ledger, counting, rules());
    auto asked_to_find = [&](const std::string& name) {
        counting.asked = 0;
        EXPECT_THAT(counted.find(*counted.visitor(priya, "s1"), name, now), testing::IsEmpty());
        return counting.asked;
    };
    EXPECT_EQ(asked_to_find("zara winter"), asked_to_find("nobody of this name"));
    EXPECT_THAT(counted.find(*counted.visitor(omar, "s1"), "zara winter", now), testing::SizeIs(many));
}

} // namespace
} // namespace lifestory::contract
