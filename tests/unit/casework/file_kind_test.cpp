#include "casework/file_kind.h"

#include <gtest/gtest.h>
#include <zip.h>

namespace lifestory::casework {

namespace {

using namespace std::string_view_literals;

std::string kind(std::string_view bytes, std::string_view name) {
    auto found = kind_of_file(bytes, name);
    return found ? std::string(found->name) : "refused";
}

std::string refused(std::string_view bytes, std::string_view name) {
    auto found = kind_of_file(bytes, name);
    return found ? "kept as " + std::string(found->name) : found.refusal().message;
}

struct PackedAs {
    std::string name, content;
};

// A packed file as Office writes one.
std::string packed(const std::vector<PackedAs>& files) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(source);
    auto* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    for (const auto& one : files)
        zip_file_add(archive, one.name.c_str(), zip_source_buffer(archive, one.content.data(), one.content.size(), 0), 0);
    EXPECT_EQ(zip_close(archive), 0);
    zip_source_open(source);
    std::string bytes(1 << 20, '\0');
    bytes.resize(static_cast<std::size_t>(zip_source_read(source, bytes.data(), bytes.size())));
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

TEST(FileKind, of_an_office_file_is_told_by_what_is_packed_in_it) {
    EXPECT_EQ(kind(packed({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "words"}}), "report.docx"), "Word document");
    EXPECT_EQ(kind(packed({{"xl/workbook.xml", "words"}}), "money.xlsx"), "spreadsheet");
    EXPECT_EQ(kind(packed({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "words"}}), "report.odt"), "OpenDocument text");
    EXPECT_NE(refused(packed({{"word/document.xml", "words"}, {"word/vbaProject.bin", "macros"}}), "report.docx").find("macros"), std::string::npos);
    EXPECT_NE(refused(packed({{"one.txt", "1"}, {"two.txt", "2"}}), "all.zip").find("packed into one"), std::string::npos);
    EXPECT_NE(refused(packed({{"word/document.xml", "words"}}), "plan.pdf").find("is no PDF document"), std::string::npos);
}

TEST(FileKind, of_an_office_file_that_is_cut_or_would_fill_a_computer_says_so) {
    const auto whole_file = packed({{"word/document.xml", std::string(5000, 'w')}});
    EXPECT_NE(refused(whole_file.substr(0, whole_file.size() / 2), "report.docx").find("is cut or broken"), std::string::npos);
    const auto bomb = packed({{"word/document.xml", std::string(80 << 20, 'w')}});
    ASSERT_LT(bomb.size(), 200'000u);
    EXPECT_NE(refused(bomb, "report.docx").find("unpack to far more"), std::string::npos);
}

TEST(FileKind, of_long_text_is_told_also_where_a_letter_lies_across_two_pieces) {
    std::string letters(1, 'a');
    while (letters.size() < (3 << 20))
        letters += "\u0175"; // two bytes, so that one stands across each megabyte
    EXPECT_EQ(kind(letters, "llythyr.txt"), "plain text");
    letters.pop_back();
    EXPECT_EQ(kind(letters, "llythyr.txt"), "refused") << "it ends within a letter";
}

TEST(FileKind, is_told_by_the_first_bytes) {
    EXPECT_EQ(kind("%PDF-1.7\nwords", "plan.pdf"), "PDF document");
    EXPECT_EQ(kind("\xff\xd8\xff\xe0 a mug"sv, "mug.JPG"), "photograph (JPEG)");
    EXPECT_EQ(kind("\x89PNG\r\n\x1a\n..."sv, "mug.png"), "PNG picture");
    EXPECT_EQ(kind("RIFF\0\0\0\0WAVEfmt "sv, "said.wav"), "sound (WAV)");
    EXPECT_EQ(kind("\0\0\0\x18""ftypM4A "sv, "said.m4a"), "sound (M4A)");
    EXPECT_EQ(kind("\0\0\0\x18""ftypisom...."sv, "school play.mp4"), "film (MP4)");
    EXPECT_EQ(kind("\0\0\0\x18""ftypheic...."sv, "mug.heic"), "photograph (HEIC)");
    EXPECT_EQ(kind("Dear Tilly,\r\nyou were brave.\n", "letter.txt"), "plain text");
    EXPECT_EQ(kind("Tywydd braf: ŵyna", "llythyr"), "plain text");
}

TEST(FileKind, is_told_of_a_file_without_an_ending) { EXPECT_EQ(kind("%PDF-1.4", "scan 12 December"), "PDF document"); }

TEST(FileKind, of_a_program_is_refused_whatever_it_is_called) {
    EXPECT_EQ(refused("MZ\x90\0\x03\0\0\0"sv, "birthday.pdf"), "birthday.pdf is a program, which cannot be kept here.");
    EXPECT_EQ(refused("\x7f""ELF\x02\x01"sv, "mug.jpg"), "mug.jpg is a program, which cannot be kept here.");
    EXPECT_EQ(refused("#!/bin/sh\nrm -r /", "letter.txt"), "letter.txt is a program, which cannot be kept here.");
    EXPECT_NE(refused("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "report.doc").find("older Office file"), std::string::npos);
}

TEST(FileKind, of_a_web_page_is_refused_also_when_it_hides) {
    for (const char* page : {"<!DOCTYPE html><p>Hello", "  <HTML>", "words\n<script>fetch('/')</script>", "<svg onload='x()'>", "<?xml version='1.0'?><a/>"})
        EXPECT_NE(refused(page, "mug.txt").find("web page"), std::string::npos) << page;
}

TEST(FileKind, must_be_what_the_name_says) {
    EXPECT_EQ(refused("Dear Tilly", "birthday.pdf"), "birthday.pdf is no PDF document: what is in it is plain text. Open it, save it again, and put that here.");
    EXPECT_NE(refused("\xff\xd8\xff\xe0"sv, "mug.png").find("is no PNG picture"), std::string::npos);
    EXPECT_NE(refused("Dear Tilly", "letter.exe").find("ends in .exe"), std::string::npos);
}

TEST(FileKind, of_nothing_and_of_what_nobody_knows_says_what_to_do) {
    EXPECT_EQ(refused("", "film.mp4"), "film.mp4 is empty. Look at it where it came from, and put it here again.");
    EXPECT_NE(refused("\x01\x02\x03\x04\x05"sv, "mug").find("Save it as a PDF"), std::string::npos);
}

} // namespace

} // namespace lifestory::casework
