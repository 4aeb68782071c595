// The document for Word, read back by somebody else's code: its archive by libzip, its parts by libxml2.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <libxml/parser.h>
#include <zip.h>

#include "export/docx.h"

namespace lifestory::exports {

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Sheet sheet() {
    return {"Chronology of Tilly & Reece",
            {"Priya Anand keeps this chronology."},
            {{"Date", 2}, {"What happened", 5}},
            {{"3 July 2025", "She said \"no\" <twice>.\nThen she left."}, {"4 July 2025", "Łukasz came. محمد too."}, {"5 July 2025"}},
            "As it stood on 23 December 2026. Checkpoint 4211 9f3c2a",
            *calendar::parse_utc("2026-12-23T10:40:00.000Z")};
}

// One file of the archive; a failure of the test where it is not there.
std::string file_in(const std::string& archive, const char* name) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(archive.data(), archive.size(), 0, &error);
    auto* opened = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (!opened) {
        ADD_FAILURE() << "no archive: " << zip_error_strerror(&error);
        zip_source_free(source);
        return "";
    }
    std::string content;
    zip_stat_t stat;
    if (zip_stat(opened, name, 0, &stat) == 0) {
        content.resize(stat.size);
        auto* file = zip_fopen(opened, name, 0);
        EXPECT_EQ(zip_fread(file, content.data(), content.size()), static_cast<zip_int64_t>(content.size()));
        zip_fclose(file);
    } else
        ADD_FAILURE() << name << " is not in it";
    zip_close(opened);
    return content;
}

struct Parsed {
    explicit Parsed(const std::string& text) : document(xmlReadMemory(text.data(), static_cast<int>(text.size()), "part.xml", nullptr, XML_PARSE_NONET)) {}
    ~Parsed() { xmlFreeDoc(document); }
    Parsed(const Parsed&) = delete;
    Parsed& operator=(const Parsed&) = delete;
    xmlDoc* document;
};

std::string name_of(const xmlNode* node) { return std::string(reinterpret_cast<const char*>(node->name)); }

// The words of each element of this name, in order.
void words_under(xmlNode* node, const std::string& name, std::vector<std::string>& all) {
    for (; node; node = node->next) {
        if (node->type == XML_ELEMENT_NODE && name_of(node) == name) {
            auto* words = xmlNodeGetContent(node);
            all.emplace_back(reinterpret_cast<const char*>(words));
            xmlFree(words);
        } else
            words_under(node->children, name, all);
    }
}

std::vector<std::string> words_of(const std::string& part, const std::string& name) {
    Parsed parsed(part);
    std::vector<std::string> all;
    EXPECT_TRUE(parsed.document);
    if (parsed.document)
        words_under(xmlDocGetRootElement(parsed.document), name, all);
    return all;
}

std::size_t times(const std::string& text, std::string_view words) {
    std::size_t found = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
        ++found;
    return found;
}

} // namespace

TEST(Docx, every_part_of_it_is_well_formed_and_named_by_the_types) {
    const auto archive = docx_of(sheet());
    const auto types = file_in(archive, "[Content_Types].xml");
    for (const auto* name : {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/_rels/document.xml.rels", "word/footer1.xml",
                             "word/styles.xml"})
        EXPECT_TRUE(Parsed(file_in(archive, name)).document) << name;
    for (const auto* name : {"/word/document.xml", "/word/styles.xml", "/word/footer1.xml", "/docProps/core.xml"})
        EXPECT_THAT(types, HasSubstr(name));
    EXPECT_EQ(archive.substr(0, 2), "PK");
}

TEST(Docx, holds_the_words_as_they_are_cell_by_cell) {
    const auto document = file_in(docx_of(sheet()), "word/document.xml");
    EXPECT_THAT(words_of(document, "tc"), ElementsAre("Date", "What happened", "3 July 2025", "She said \"no\" <twice>.Then she left.", "4 July 2025",
                                                      "Łukasz came. محمد too.", "5 July 2025", ""));
    EXPECT_EQ(words_of(document, "p").front(), "Chronology of Tilly & Reece");
    EXPECT_EQ(times(document, "<w:br/>"), 1u);
}

TEST(Docx, repeats_its_header_splits_no_row_and_is_british) {
    const auto archive = docx_of(sheet());
    const auto document = file_in(archive, "word/document.xml");
    EXPECT_EQ(times(document, "<w:tblHeader/>"), 1u);
    EXPECT_EQ(times(document, "<w:cantSplit/>"), 4u);
    EXPECT_EQ(times(document, "<w:tr>"), 4u);
    EXPECT_THAT(document, HasSubstr("w:val=\"Heading1\""));
    EXPECT_THAT(file_in(archive, "word/styles.xml"), HasSubstr("<w:lang w:val=\"en-GB\""));
}

TEST(Docx, says_in_its_foot_what_it_is_and_on_which_page) {
    const auto foot = file_in(docx_of(sheet()), "word/footer1.xml");
    EXPECT_THAT(foot, HasSubstr("As it stood on 23 December 2026. Checkpoint 4211 9f3c2a. Page "));
    EXPECT_THAT(foot, HasSubstr("NUMPAGES"));
}

TEST(Docx, the_same_sheet_gives_the_same_bytes) { EXPECT_EQ(docx_of(sheet()), docx_of(sheet())); }

TEST(Docx, a_character_that_no_document_may_hold_is_left_out) {
    auto odd = sheet();
    odd.rows = {{std::string("a\x01"
                             "b\x1f"
                             "c"),
                 ""}};
    EXPECT_EQ(words_of(file_in(docx_of(odd), "word/document.xml"), "tc")[2], "abc");
}

TEST(Docx, an_empty_table_is_a_document_too) {
    auto empty = sheet();
    empty.rows.clear();
    EXPECT_EQ(words_of(file_in(docx_of(empty), "word/document.xml"), "tc").size(), 2u);
}

TEST(Docx, of_a_letter_has_its_paragraphs_in_order_on_upright_paper_and_its_lines_apart) {
    const auto file = docx_of(Letter{"Letter that a visit is planned", {"23 December 2026", "Maureen Barrow\n12 Weir Lane", "Dear Nan & <all>,", "Priya Anand\nSocial Worker"}, *calendar::parse_utc("2026-12-23T10:40:00.000Z")});
    const auto document = file_in(file, "word/document.xml");
    EXPECT_THAT(words_of(document, "p"), ElementsAre("23 December 2026", "Maureen Barrow12 Weir Lane", "Dear Nan & <all>,", "Priya AnandSocial Worker"));
    EXPECT_EQ(times(document, "<w:br/>"), 2U);
    EXPECT_THAT(document, Not(HasSubstr("landscape")));
    EXPECT_THAT(document, HasSubstr("w:w=\"11906\" w:h=\"16838\""));
    EXPECT_THAT(file_in(file, "docProps/core.xml"), HasSubstr("<dc:title>Letter that a visit is planned</dc:title>"));
    EXPECT_THAT(file_in(file, "word/footer1.xml"), HasSubstr("NUMPAGES"));
}

} // namespace lifestory::exports
