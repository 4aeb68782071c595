#include "export/docx.h"

#include <numeric>

#include <fmt/format.h>

#include "export/zip.h"

namespace lifestory::exports {

namespace {

constexpr int page_width = 16838, page_height = 11906, margin = 1000; // A4 on its side, in twentieths of a point
constexpr int text_width = page_width - 2 * margin;

constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr std::string_view words_namespace =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

constexpr std::string_view content_types = R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>)";

constexpr std::string_view package_relations = R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>)";

constexpr std::string_view document_relations = R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>)";

// Arial as on the screen; headings that Word's own list of headings knows.
constexpr std::string_view styles =
    R"(<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:after="160"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>)";

std::string escaped(std::string_view words) {
    std::string all;
    for (const char c : words) {
        switch (c) {
        case '&': all += "&amp;"; break;
        case '<': all += "&lt;"; break;
        case '>': all += "&gt;"; break;
        case '"': all += "&quot;"; break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') // no other control character may stand in XML
                all += c;
        }
    }
    return all;
}

// A new line of the words is one on the paper.
std::string run(std::string_view words, std::string_view look = "") {
    std::string text;
    for (std::size_t begin = 0; begin <= words.size();) {
        const auto end = std::min(words.find('\n', begin), words.size());
        fmt::format_to(std::back_inserter(text), "{}<w:t xml:space=\"preserve\">{}</w:t>", begin == 0 ? "" : "<w:br/>",
                       escaped(words.substr(begin, end - begin)));
        begin = end + 1;
    }
    return fmt::format("<w:r>{}{}</w:r>", look, text);
}

std::string paragraph(std::string_view words, std::string_view style = "") {
    const auto styled = style.empty() ? std::string() : fmt::format(R"(<w:pPr><w:pStyle w:val="{}"/></w:pPr>)", style);
    return fmt::format("<w:p>{}{}</w:p>", styled, words.empty() ? std::string() : run(words));
}

std::vector<int> widths_of(const std::vector<Column>& columns) {
    const int shares = std::max(1, std::accumulate(columns.begin(), columns.end(), 0, [](int sum, const Column& column) { return sum + column.share; }));
    std::vector<int> widths;
    for (const auto& column : columns)
        widths.push_back(text_width * column.share / shares);
    return widths;
}

std::string cell(int width, std::string_view content) {
    return fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{}</w:tc>)", width, content);
}

std::string header_row(const Sheet& sheet, const std::vector<int>& widths) {
    std::string cells;
    for (std::size_t at = 0; at < sheet.columns.size(); ++at)
        cells += cell(widths[at], fmt::format("<w:p>{}</w:p>", run(sheet.columns[at].heading, "<w:rPr><w:b/></w:rPr>")));
    return fmt::format("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{}</w:tr>", cells);
}

std::string row_of(const std::vector<std::string>& row, const std::vector<int>& widths) {
    std::string cells;
    for (std::size_t at = 0; at < widths.size(); ++at)
        cells += cell(widths[at], paragraph(at < row.size() ? std::string_view(row[at]) : std::string_view()));
    return fmt::format("<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>", cells);
}

std::string table_of(const Sheet& sheet) {
    const auto widths = widths_of(sheet.columns);
    std::string grid, borders, rows;
    for (const int width : widths)
        fmt::format_to(std::back_inserter(grid), R"(<w:gridCol w:w="{}"/>)", width);
    for (const auto* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        fmt::format_to(std::back_inserter(borders), R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="808080"/>)", side);
    for (const auto& row : sheet.rows)
        rows += row_of(row, widths);
    return fmt::format(
        R"(<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/><w:tblBorders>{}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{}</w:tblGrid>{}{}</w:tbl>)",
        text_width, borders, grid, header_row(sheet, widths), rows);
}

std::string document_of(const Sheet& sheet) {
    auto body = paragraph(sheet.title, "Heading1");
    for (const auto& line : sheet.lines)
        body += paragraph(line);
    return fmt::format(
        R"({}<w:document {}><w:body>{}{}<w:p/><w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="{}" w:h="{}" w:orient="landscape"/>)"
        R"(<w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr></w:body></w:document>)",
        head, words_namespace, body, table_of(sheet), page_width, page_height, margin, margin, margin, margin);
}

std::string field(std::string_view name) { return fmt::format(R"(<w:fldSimple w:instr=" {} "><w:r><w:t>1</w:t></w:r></w:fldSimple>)", name); }

std::string document_of(const Letter& letter) {
    std::string body;
    for (const auto& one : letter.paragraphs)
        body += fmt::format("<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"240\"/></w:pPr>{}</w:p>", run(one, R"(<w:rPr><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>)"));
    return fmt::format(R"({}<w:document {}><w:body>{}<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="{}" w:h="{}"/>)"
                       R"(<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr></w:body></w:document>)",
                       head, words_namespace, body, page_height, page_width);
}

std::string page_numbers() {
    return fmt::format(R"({}<w:ftr {}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{}{}{}{}</w:p></w:ftr>)", head, words_namespace, run("Page "), field("PAGE"), run(" of "), field("NUMPAGES"));
}

std::string footer_of(const Sheet& sheet) {
    return fmt::format(R"({}<w:ftr {}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{}{}{}{}</w:p></w:ftr>)", head, words_namespace,
                       run(sheet.foot + ". Page "), field("PAGE"), run(" of "), field("NUMPAGES"));
}

std::string core_of(const std::string& title, calendar::Instant made) {
    return fmt::format(
        R"({}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" )"
        R"(xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:language>en-GB</dc:language>)"
        R"(<dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created></cp:coreProperties>)",
        head, escaped(title), calendar::utc(made));
}

std::string document_in_parts(const std::string& core, const std::string& document, const std::string& footer) {
    const auto part = [](std::string_view words) { return fmt::format("{}{}", head, words); };
    return packed({{"[Content_Types].xml", part(content_types)},
                   {"_rels/.rels", part(package_relations)},
                   {"docProps/core.xml", core},
                   {"word/document.xml", document},
                   {"word/_rels/document.xml.rels", part(document_relations)},
                   {"word/footer1.xml", footer},
                   {"word/styles.xml", fmt::format("{}<w:styles {}>{}</w:styles>", head, words_namespace, styles)}});
}

} // namespace

std::string docx_of(const Sheet& sheet) { return document_in_parts(core_of(sheet.title, sheet.made), document_of(sheet), footer_of(sheet)); }

std::string docx_of(const Letter& letter) { return document_in_parts(core_of(letter.title, letter.made), document_of(letter), page_numbers()); }

} // namespace lifestory::exports
