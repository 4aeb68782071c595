// The Word file opened by somebody else's program: LibreOffice turns it into a PDF, poppler reads the words back and makes a picture of
// it. Where they are not installed these tests say so.
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "export/docx.h"
#include "export/pdf.h"

namespace lifestory::exports {

namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace fs = std::filesystem;

Sheet long_sheet() {
    Sheet sheet{"Chronology of Tilly & Reece", {"Priya Anand keeps this chronology."}, {{"Date", 2}, {"What happened", 5}}, {},
                "As it stood on 23 December 2026. Checkpoint 4211 9f3c2a", *calendar::parse_utc("2026-12-23T10:40:00.000Z")};
    for (int at = 1; at <= 60; ++at)
        sheet.rows.push_back({std::to_string(at) + " July 2025", "Row " + std::to_string(at) + ": she said \"no\" <twice>. Łukasz came."});
    return sheet;
}

std::string said_by(const std::string& command) {
    std::string all;
    auto* pipe = ::popen(command.c_str(), "r");
    std::array<char, 4096> some{};
    for (std::size_t read = 0; pipe && (read = std::fread(some.data(), 1, some.size(), pipe)) > 0;)
        all.append(some.data(), read);
    if (pipe)
        ::pclose(pipe);
    return all;
}

std::size_t scratch_folders() {
    std::size_t count = 0;
    for (const auto& where : {fs::path("/dev/shm"), fs::temp_directory_path()})
        if (fs::is_directory(where))
            for (const auto& one : fs::directory_iterator(where))
                count += one.path().filename().string().starts_with("lifestory-export-" + std::to_string(::getpid()) + "-") ? 1 : 0;
    return count;
}

} // namespace

TEST(Pdf, is_made_of_the_word_file_by_libreoffice_and_reads_as_it_was_written) {
    ASSERT_TRUE(can_make_pdf() && ::access("/usr/bin/pdftotext", X_OK) == 0) << "this test needs LibreOffice and poppler-utils: bin/install-packages test installs them";
    const auto before = scratch_folders();
    const auto pdf = pdf_of(docx_of(long_sheet()));
    ASSERT_TRUE(pdf) << pdf.refusal().message;
    EXPECT_THAT(*pdf, StartsWith("%PDF-"));
    EXPECT_EQ(scratch_folders(), before) << "nothing of it is left lying";
    const auto file = fs::path(::testing::TempDir()) / ("lifestory-" + std::to_string(::getpid()) + ".pdf");
    std::ofstream(file, std::ios::binary) << *pdf;
    const auto words = said_by("/usr/bin/pdftotext -layout " + file.string() + " -");
    EXPECT_THAT(words, AllOf(HasSubstr("Chronology of Tilly & Reece"), HasSubstr("Row 1: she said"), HasSubstr("Row 60:"), HasSubstr("Łukasz")));
    std::size_t pages = 0, headings = 0, feet = 0;
    for (auto at = words.find('\f'); at != std::string::npos; at = words.find('\f', at + 1))
        ++pages;
    for (auto at = words.find("What happened"); at != std::string::npos; at = words.find("What happened", at + 1))
        ++headings;
    for (auto at = words.find("Checkpoint 4211"); at != std::string::npos; at = words.find("Checkpoint 4211", at + 1))
        ++feet;
    EXPECT_GT(pages, 1u);
    EXPECT_EQ(headings, pages) << "the header row stands on every page";
    EXPECT_EQ(feet, pages) << "and the checkpoint in every foot";
    EXPECT_THAT(said_by("/usr/bin/pdftoppm -r 20 -png -f 1 -l 1 " + file.string()), StartsWith("\x89PNG")) << "a picture can be made of it";
    fs::remove(file);
}

TEST(Pdf, is_refused_in_time_with_what_to_do_instead) {
    ASSERT_TRUE(can_make_pdf()) << "this test needs LibreOffice: bin/install-packages test installs it";
    const auto none = pdf_of(docx_of(long_sheet()), std::chrono::seconds(0));
    ASSERT_FALSE(none);
    EXPECT_EQ(none.refusal().message, "The PDF took too long. Print the page and save it as a PDF, or keep the Word file");
    EXPECT_EQ(scratch_folders(), 0u);
}

} // namespace lifestory::exports
