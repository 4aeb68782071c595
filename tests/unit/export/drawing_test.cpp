// Drawings as a PDF and as a picture, made by rsvg-convert and read back by poppler.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "export/drawing.h"
#include "export/other_program.h"

namespace lifestory::exports {

namespace {

std::string sheet(const std::string& words) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"297mm\" height=\"210mm\" viewBox=\"0 0 297 210\"><text x=\"20\" y=\"40\" font-size=\"9\">" + words +
           "</text></svg>";
}

} // namespace

TEST(DrawingAsFile, sheets_become_the_pages_of_one_pdf_and_their_words_stay_words) {
    ASSERT_TRUE(can_convert_drawings()) << "install librsvg2-bin: bin/install-packages test";
    const auto pdf = pdf_of_sheets({sheet("Maureen Barrow"), sheet("Łukasz &amp; Nan")});
    ASSERT_TRUE(pdf) << pdf.refusal().message;
    const Scratch scratch;
    ASSERT_TRUE(scratch.put("in.pdf", *pdf));
    ASSERT_EQ(run(scratch, {"/usr/bin/pdftotext", (scratch.folder() / "in.pdf").string(), (scratch.folder() / "out.txt").string()}, std::chrono::seconds(20)), Ended::InTime);
    const auto words = scratch.taken("out.txt");
    EXPECT_THAT(words, testing::AllOf(testing::HasSubstr("Maureen Barrow"), testing::HasSubstr("Łukasz & Nan")));
    EXPECT_EQ(std::count(words.begin(), words.end(), '\f'), 2) << "two pages";
}

TEST(DrawingAsFile, a_drawing_becomes_a_picture_and_what_is_none_is_refused_with_what_to_do) {
    const auto png = png_of(sheet("Maureen Barrow"));
    ASSERT_TRUE(png) << png.refusal().message;
    EXPECT_GT(png->size(), 1000u);
    const auto refused = png_of("no drawing");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().code, "no-drawing");
    EXPECT_THAT(refused.refusal().message, testing::HasSubstr("Print the page"));
}

} // namespace lifestory::exports
