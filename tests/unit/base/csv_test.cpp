// Tables that other programs write: what parts their cells, what is quoted, which letters, and what cannot be read.
#include "base/csv.h"

#include <gmock/gmock.h>

#include "base/encoding.h"

namespace lifestory {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

TEST(Csv, FindsWhatPartsTheCells) {
    EXPECT_EQ(read_csv("a,b\n1,2\n").parted_by, ',');
    EXPECT_EQ(read_csv("a;\"b,c\";d\n1;2;3\n").parted_by, ';');
    EXPECT_EQ(read_csv("a\tb\n1,5\t2\n").rows[1].cells, (std::vector<std::string>{"1,5", "2"}));
}

TEST(Csv, KeepsLineBreaksAndQuotationMarksInsideACell) {
    auto table = read_csv("id,words\r\n1,\"She said \"\"no\"\".\r\nThen she went.\"\r\n2,plain\r\n");
    EXPECT_THAT(table.faults, SizeIs(0));
    ASSERT_THAT(table.rows, SizeIs(3));
    EXPECT_THAT(table.rows[1].cells, ElementsAre("1", "She said \"no\".\nThen she went."));
    EXPECT_EQ(table.rows[1].line, 2u);
    EXPECT_EQ(table.rows[2].line, 4u) << "counted as an editor counts them";
}

TEST(Csv, HoldsBackARowThatIsTooLongOrTooShortAndGoesOn) {
    auto table = read_csv("a,b\n1,2,3\n4\n5,6\n");
    ASSERT_THAT(table.rows, SizeIs(2));
    EXPECT_THAT(table.rows[1].cells, ElementsAre("5", "6"));
    ASSERT_THAT(table.faults, SizeIs(2));
    EXPECT_EQ(table.faults[0].line, 2u);
    EXPECT_THAT(table.faults[0].what, HasSubstr("3 cells and the first row 2"));
    EXPECT_EQ(table.faults[1].line, 3u);
}

TEST(Csv, AQuotationMarkThatIsNeverClosedTakesItsOwnRowAlone) {
    auto table = read_csv("a,b\n1,\"open\n2,fine\n3,fine too\n");
    ASSERT_THAT(table.faults, SizeIs(1));
    EXPECT_EQ(table.faults[0].line, 2u);
    EXPECT_EQ(table.faults[0].cell, 2u);
    EXPECT_THAT(table.rows, SizeIs(3));
}

TEST(Csv, WordsAfterAClosingQuotationMarkAreNoCell) {
    auto table = read_csv("a,b\n\"1\"x,2\n3,4\n");
    ASSERT_THAT(table.faults, SizeIs(1));
    EXPECT_THAT(table.faults[0].what, HasSubstr("twice"));
    EXPECT_THAT(table.rows, SizeIs(2));
}

TEST(Csv, BlankRowsAreNoneAndTheLastLineNeedsNoEnd) {
    auto table = read_csv("a,b\n\n,\n1,2");
    EXPECT_THAT(table.faults, SizeIs(0));
    ASSERT_THAT(table.rows, SizeIs(2));
    EXPECT_THAT(table.rows[1].cells, ElementsAre("1", "2"));
}

TEST(Csv, ReadsWhatItWrites) {
    std::vector<std::string> cells{"plain", "a,b", "\"so\" she said", "two\nlines", ""};
    auto table = read_csv(csv_line({"a", "b", "c", "d", "e"}) + csv_line(cells));
    ASSERT_THAT(table.rows, SizeIs(2));
    EXPECT_EQ(table.rows[1].cells, cells);
}

TEST(Encoding, KnowsUtf8AndWindows1252ByTheirBytes) {
    EXPECT_EQ(decoded("\xEF\xBB\xBFZo\xC3\xAB")->text, "Zo\xC3\xAB");
    auto windows = decoded("Zo\xEB \x96 caf\xE9");
    ASSERT_TRUE(windows);
    EXPECT_EQ(windows->text, "Zo\xC3\xAB \xE2\x80\x93 caf\xC3\xA9");
    EXPECT_TRUE(windows->was_windows_1252);
    EXPECT_EQ(decoded(std::string("\xFF\xFE\x41\x00", 4)).refusal().code, "utf-16");
    EXPECT_EQ(decoded(std::string("PK\0\0", 4)).refusal().code, "not-text");
}

} // namespace

} // namespace lifestory
