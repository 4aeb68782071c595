#include "export/pdf.h"

#include <algorithm>
#include <mutex>

#include <fmt/format.h>

#include "export/other_program.h"

namespace lifestory::exports {

namespace {

constexpr const char* program = "/usr/bin/soffice";

Refusal instead(std::string code, const std::string& why) { return refuse(std::move(code), why + " Print the page and save it as a PDF, or keep the Word file"); }

std::vector<std::string> words_for(const Scratch& scratch, const std::string& in) {
    const auto folder = scratch.folder().string();
    std::vector<std::string> words;
    for (const char* word : {program, "--headless", "--norestore", "--nolockcheck", "--nodefault"})
        words.emplace_back(word);
    words.push_back(fmt::format("-env:UserInstallation=file://{}/profile", folder));
    if (in.ends_with(".html"))
        words.emplace_back("--infilter=HTML (StarWriter)");
    for (const char* word : {"--convert-to", "pdf:writer_pdf_Export", "--outdir"})
        words.emplace_back(word);
    words.push_back(folder);
    words.push_back(fmt::format("{}/{}", folder, in));
    return words;
}

Result<std::string> made_of(const std::string& in, const std::vector<std::pair<std::string, std::string>>& files, std::chrono::seconds limit) {
    static std::mutex one_at_a_time; // it takes seconds and much memory: pressed ten times, it must not take every worker of the server
    if (!can_make_pdf())
        return instead("no-libreoffice", "LibreOffice is not installed here.");
    const std::unique_lock alone(one_at_a_time, std::try_to_lock);
    if (!alone)
        return instead("busy", "Another PDF is being made. Try again in a minute.");
    const Scratch scratch;
    const bool is_put = std::all_of(files.begin(), files.end(), [&](const auto& file) { return scratch.put(file.first, file.second); });
    const auto ended = is_put ? run(scratch, words_for(scratch, in), limit) : Ended::NotStarted;
    if (ended == Ended::NotStarted)
        return instead("no-pdf", "LibreOffice could not be started.");
    if (ended == Ended::TooLate)
        return instead("too-slow", "The PDF took too long.");
    auto pdf = scratch.taken("in.pdf");
    if (!pdf.starts_with("%PDF-"))
        return instead("no-pdf", "LibreOffice could not make the PDF.");
    return pdf;
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
    if (!book.picture.empty())
        files.emplace_back("picture.png", book.picture);
    return made_of("in.html", files, limit);
}

} // namespace lifestory::exports
