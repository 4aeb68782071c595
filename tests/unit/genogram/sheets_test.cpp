// A family too large for one sheet of A4, on sheets that join: everybody stands on one of them, and words are never smaller than six points.
#include <array>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "genogram/draw.h"
#include "genogram/sheets.h"
#include "unit/genogram/judge.h"

using namespace lifestory;
using namespace lifestory::genogram;
using testing::HasSubstr;
using testing::Not;

namespace {

std::string drawn(const Family& family) { return draw_genogram(family, {"Ada Marlow's family", std::nullopt, 3, "", "genogram", Paper::AsWideAsItIs}); }

// Left, top, width and height of the drawing that is seen on a sheet.
std::array<double, 4> window_of(const std::string& sheet) {
    const auto at = sheet.find("viewBox=\"", sheet.find("viewBox=\"") + 1) + 9;
    std::array<double, 4> all{};
    std::istringstream words(sheet.substr(at));
    for (auto& one : all)
        words >> one;
    return all;
}

} // namespace

TEST(JoinedSheets, a_small_family_stands_on_one_sheet_without_a_number) {
    const auto sheets = joined_sheets(drawn(judge::invented(5, 6)));
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_THAT(sheets.front(), testing::AllOf(HasSubstr("width=\"297mm\" height=\"210mm\""), Not(HasSubstr("Sheet 1 of"))));
}

TEST(JoinedSheets, on_a3_fewer_are_needed_and_words_stay_as_large) {
    const auto drawing = drawn(judge::invented(3, 60));
    const auto small = joined_sheets(drawing), large = joined_sheets(drawing, SheetSize::A3);
    EXPECT_LT(large.size(), small.size());
    for (const auto& sheet : large) {
        EXPECT_THAT(sheet, HasSubstr("width=\"420mm\" height=\"297mm\""));
        EXPECT_GE(10 * 404 / window_of(sheet)[2], 2.09) << "six points";
    }
}

TEST(JoinedSheets, a_large_family_stands_on_several_that_cover_all_of_it_and_overlap) {
    const auto drawing = drawn(judge::invented(3, 60));
    const auto sheets = joined_sheets(drawing);
    ASSERT_GT(sheets.size(), 1u);
    const auto whole = window_of("viewBox=\"" + drawing);
    const auto first = window_of(sheets.front());
    const auto last = window_of(sheets.back());
    EXPECT_DOUBLE_EQ(first[0], whole[0]);
    EXPECT_DOUBLE_EQ(first[1], whole[1]);
    EXPECT_GE(last[0] + last[2], whole[0] + whole[2]);
    EXPECT_GE(last[1] + last[3], whole[1] + whole[3]);
    for (std::size_t at = 0; at < sheets.size(); ++at) {
        const auto window = window_of(sheets[at]);
        EXPECT_THAT(sheets[at], HasSubstr("Sheet " + std::to_string(at + 1) + " of " + std::to_string(sheets.size())));
        EXPECT_GE(10 * 281 / window[2], 2.09) << "its smallest words, of ten units, in millimetres: six points are 2.1";
        if (at > 0 && window[1] == window_of(sheets[at - 1])[1]) {
            EXPECT_LT(window[0], window_of(sheets[at - 1])[0] + window[2]) << "a strip stands on both";
        }
    }
}
