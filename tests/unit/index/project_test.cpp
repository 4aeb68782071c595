#include <gtest/gtest.h>

#include "index/project.h"
#include "record/codec.h"

using namespace lifestory;
using namespace lifestory::index;

namespace {

ledger::OpenedEntry opened(const record::Content& content) {
    ledger::OpenedEntry one;
    one.header.number = 7;
    one.header.record = RecordNumber::random();
    one.header.time = *calendar::parse_utc("2026-12-23T10:40:00.000Z");
    one.id = EntryId::random();
    one.place = 3;
    record::Said said;
    said.recorded_by.worker = WorkerNumber::random();
    one.content = record::write_content(said, content);
    return one;
}

} // namespace

TEST(Projection, of_a_visit_waits_for_a_manager_and_names_nobody) {
    const auto entry = opened(record::Visit{});
    const auto changes = changes_of(entry);
    EXPECT_EQ(changes.stream, StreamKind::Child);
    EXPECT_EQ(changes.entry.id, entry.id);
    EXPECT_EQ(changes.entry.place, 3u);
    EXPECT_EQ(changes.entry.kind, "visit");
    EXPECT_TRUE(changes.waits_for_a_manager);
    EXPECT_EQ(changes.naming, Naming::No);
}

TEST(Projection, of_what_cannot_be_read_is_its_place_alone) {
    auto entry = opened(record::Visit{});
    entry.content = R"({"any":"object"})";
    const auto changes = changes_of(entry);
    EXPECT_EQ(changes.stream, StreamKind::Unknown);
    EXPECT_EQ(changes.entry.number, 7u);
    EXPECT_FALSE(changes.waits_for_a_manager);
}

TEST(Projection, of_names_says_so_and_of_other_details_does_not) {
    EXPECT_EQ(changes_of(opened(record::BasicDetail{"known-as", "Tilly", "", ""})).naming, Naming::Yes);
    EXPECT_EQ(changes_of(opened(record::BasicDetail{"school", "x", "", ""})).naming, Naming::No);
    EXPECT_EQ(changes_of(opened(record::Person{})).naming, Naming::Yes);
}

TEST(Projection, of_looks_touches_each_record_once) {
    record::Look look;
    look.record = RecordNumber::random();
    auto other = look;
    other.record = RecordNumber::random();
    EXPECT_EQ(changes_of(opened(record::Read{{look, other, look}})).looked_at.size(), 2u);
}

TEST(Projection, of_an_answer_ends_the_waiting) {
    const auto entry = EntryId::random();
    EXPECT_EQ(changes_of(opened(record::Endorsement{entry, ""})).answered, std::vector{entry});
    EXPECT_TRUE(changes_of(opened(record::Comment{entry, "", false})).answered.empty());
    EXPECT_TRUE(changes_of(opened(record::Endorsement{entry, "", "a Team Manager"})).answered.empty()) << "it waits for somebody else all the same";
    EXPECT_TRUE(changes_of(opened(record::Comment{entry, "Read.", true, "a Team Manager"})).answered.empty());
    EXPECT_EQ(changes_of(opened(record::Correction{{}, "", "", entry, {}, false})).answered,
              std::vector{entry});
    record::Correction of_a_family, of_a_child;
    of_a_family.withdraws = of_a_child.withdraws = entry;
    of_a_child.right_words = "Written in error";
    EXPECT_EQ(changes_of(opened(of_a_family)).naming, Naming::Yes) << "somebody drawn in error is nobody to find";
    EXPECT_EQ(changes_of(opened(of_a_child)).naming, Naming::No);
    EXPECT_TRUE(changes_of(opened(record::Correction{})).answered.empty());
}
