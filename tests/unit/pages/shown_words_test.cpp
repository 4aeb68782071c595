// What a session was shown is known to that session alone, and no longer than it can last.
#include <gtest/gtest.h>

#include "desk/session.h"
#include "web/pages/shown_words.h"

namespace lifestory::web::pages {

namespace {

const calendar::Instant morning = calendar::Instant(std::chrono::hours(500'000));

ShownEntry entry_of(RecordNumber record, std::uint64_t sentence) { return {record, EntryId::random(), {sentence}}; }

} // namespace

TEST(ShownWords, AreKnownToTheirSessionAloneTheNewestFirstAndOfOtherRecords) {
    ShownWords words;
    const auto tilly = RecordNumber::random(), reece = RecordNumber::random();
    words.note("a", entry_of(reece, 1), morning);
    words.note("a", entry_of(tilly, 2), morning);
    words.note("a", entry_of(reece, 3), morning);
    auto others = words.of_other_records("a", tilly);
    ASSERT_EQ(others.size(), 2u);
    EXPECT_EQ(others.front()->sentences.front(), 3u);
    EXPECT_TRUE(words.of_other_records("b", tilly).empty());
    words.forget("a");
    EXPECT_TRUE(words.of_other_records("a", tilly).empty());
    EXPECT_EQ(words.size(), 0u);
}

TEST(ShownWords, OfAnEntryReadAgainAreItsNewest) {
    ShownWords words;
    auto entry = entry_of(RecordNumber::random(), 1);
    words.note("a", entry, morning);
    entry.sentences = {2};
    words.note("a", entry, morning);
    auto others = words.of_other_records("a", RecordNumber::random());
    ASSERT_EQ(others.size(), 1u);
    EXPECT_EQ(others.front()->sentences.front(), 2u);
}

TEST(ShownWords, LetGoOfASessionsOldestEntry) {
    ShownWords words;
    const auto reece = RecordNumber::random();
    for (std::size_t at = 0; at <= ShownWords::most_of_a_session; ++at)
        words.note("a", entry_of(reece, at), morning);
    auto others = words.of_other_records("a", RecordNumber::random());
    EXPECT_EQ(others.size(), ShownWords::most_of_a_session);
    EXPECT_EQ(others.back()->sentences.front(), 1u);
}

TEST(ShownWords, EndWithTheLongestSession) {
    ShownWords words;
    words.note("a", entry_of(RecordNumber::random(), 1), morning);
    words.note("b", entry_of(RecordNumber::random(), 1), morning + desk::whole_time - std::chrono::minutes(1));
    EXPECT_EQ(words.size(), 2u);
    words.note("c", entry_of(RecordNumber::random(), 1), morning + desk::whole_time);
    EXPECT_EQ(words.size(), 2u);
}

TEST(ShownWords, OfARecordAreKnownUntilItGrows) {
    ShownWords words;
    const auto tilly = RecordNumber::random();
    words.keep_record("a", tilly, 7, std::make_shared<ShownEntries>(), morning);
    EXPECT_TRUE(words.record("a", tilly, 7));
    EXPECT_FALSE(words.record("a", tilly, 8));
    EXPECT_FALSE(words.record("b", tilly, 7)) << "another session may see less of it";
    for (std::size_t at = 0; at < ShownWords::most_records; ++at)
        words.keep_record("a", RecordNumber::random(), 1, std::make_shared<ShownEntries>(), morning);
    EXPECT_FALSE(words.record("a", tilly, 7));
}

} // namespace lifestory::web::pages
