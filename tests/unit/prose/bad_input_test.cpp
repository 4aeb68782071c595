// Whatever bytes come, every offset lies in the text and on whole characters. That the time grows with the length alone is
// shown by bench/prose.
#include <gtest/gtest.h>

#include "reading.h"

using namespace lifestory::prose;

namespace {

void expect_sound(std::string_view text) {
    for (const auto& finding : check(text, small_reader(), about_tilly())) {
        EXPECT_LT(finding.begin, finding.end);
        EXPECT_LE(finding.end, text.size());
    }
}

} // namespace

TEST(BadInput, is_read_without_harm) {
    using namespace std::string_view_literals;
    for (auto text : {""sv, "a"sv, "\0\0Tilly\0refused"sv, "\xff\xfe Tilly \xc3 \xe2\x80 refused\xf0\x9f"sv, "\xe2\x80\x99s \xe2\x80\x9c\xe2\x80\x9dTilly\xe2\x80\x99s"sv, "'s 's\"\"\"''"sv,
                      "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d Tilly \xd8\xa7 \xf0\x9f\x98\x80 refused"sv, "Til\xc2\xadly re\xe2\x80\x8b" "fused."sv, "....!!!???"sv, "\r\n\r\n>\r\nFrom:\r\n"sv})
        expect_sound(text);
}

TEST(BadInput, keeps_offsets_behind_letters_beyond_ascii) {
    std::string_view text = "\xc5\x81ukasz caf\xc3\xa9 \xf0\x9f\x98\x80 she refused.";
    EXPECT_EQ(found(Category::Blame, text), Words{"refused"});
}

TEST(BadInput, on_one_long_line_stays_within_it) {
    for (std::string_view piece : {"Tilly ", "refused ", "x", "\"", "'a ", "she and he and ", "From: a\n", "> a\n", "A.B", "your nan said that ", "disclaimer: ", "(", "\xe2\x80\x9c", "a friend and ", "Mrs P and D. Coyle, ", "DC LAC ", "1 May 2020 "}) {
        std::string line;
        while (line.size() < 8'000)
            line += piece;
        expect_sound(line);
    }
}
