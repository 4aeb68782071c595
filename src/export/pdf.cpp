#include "export/pdf.h"

#include <fmt/format.h>

#include "export/other_program.h"

namespace lifestory::exports {

namespace {

constexpr const char* program = "/usr/bin/soffice";

Result<std::string> made_of(const std::string& in, std::vector<std::pair<std::string, std::string>> files, std::chrono::seconds limit) {
    static std::mutex one_at_a_time;
    Making making{program, std::move(files), {}, "in.pdf", "%PDF-", limit, "LibreOffice", "no-libreoffice", "PDF", "no-pdf",
                  "Print the page and save it as a PDF, or keep the Word file"};
    for (const char* word : {"--headless", "--norestore", "--nolockcheck", "--nodefault", "-env:UserInstallation=file://{}/profile"})
        making.words.emplace_back(word);
    if (in.ends_with(".html"))
        making.words.emplace_back("--infilter=HTML (StarWriter)");
    for (const char* word : {"--convert-to", "pdf:writer_pdf_Export", "--outdir", "{}"})
        making.words.emplace_back(word);
    making.words.push_back("{}/" + in);
    return made_by(making, one_at_a_time);
}

// On paper a link leads nowhere, and an address of ours means nothing.
std::string without_links(const std::string& markup) {
    std::string all;
    for (std::size_t at = 0; at < markup.size();) {
        const bool is_link = markup.compare(at, 3, "<a ") == 0 || markup.compare(at, 4, "</a>") == 0;
        const auto end = is_link ? markup.find('>', at) : std::string::npos;
        if (end != std::string::npos)
            at = end + 1;
        else
            all += markup[at++];
    }
    return all;
}

constexpr std::string_view look = "@page { size: 148mm 210mm; margin: 15mm } body { font-family: Arial; font-size: 12pt; line-height: 130% } "
                                  "h1, h2, h3 { font-family: Arial } h1 { font-size: 28pt } h2 { font-size: 18pt; page-break-before: always } h3 { font-size: 13pt }";

} // namespace

bool can_make_pdf() { return is_installed(program); }

Result<std::string> pdf_of(const std::string& docx, std::chrono::seconds limit) { return made_of("in.docx", {{"in.docx", docx}}, limit); }

Result<std::string> pdf_of_book(const BookMarkup& book, std::chrono::seconds limit) {
    const auto page = fmt::format("<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>{}</title><style>{}</style></head><body>{}</body></html>", book.title, look,
                                  without_links(book.markup));
    std::vector<std::pair<std::string, std::string>> files{{"in.html", page}};
    for (const auto& picture : book.pictures)
        files.emplace_back(picture.name, picture.bytes);
    return made_of("in.html", files, limit);
}

} // namespace lifestory::exports
