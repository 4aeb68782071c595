#include "export/pdf.h"

#include <mutex>

#include "export/other_program.h"

namespace lifestory::exports {

namespace {

constexpr const char* program = "/usr/bin/soffice";

Refusal instead(std::string code, const std::string& why) { return refuse(std::move(code), why + " Print the page and save it as a PDF, or keep the Word file"); }

std::vector<std::string> words_for(const Scratch& scratch) {
    const auto folder = scratch.folder();
    return {program,     "--headless",   "--norestore",           "--nolockcheck", "--nodefault",   "-env:UserInstallation=file://" + (folder / "profile").string(),
            "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder.string(), (folder / "in.docx").string()};
}

} // namespace

bool can_make_pdf() { return is_installed(program); }

Result<std::string> pdf_of(const std::string& docx, std::chrono::seconds limit) {
    static std::mutex one_at_a_time; // it takes seconds and much memory: pressed ten times, it must not take every worker of the server
    if (!can_make_pdf())
        return instead("no-libreoffice", "LibreOffice is not installed here.");
    const std::unique_lock alone(one_at_a_time, std::try_to_lock);
    if (!alone)
        return instead("busy", "Another PDF is being made. Try again in a minute.");
    const Scratch scratch;
    const auto ended = scratch.put("in.docx", docx) ? run(scratch, words_for(scratch), limit) : Ended::NotStarted;
    if (ended == Ended::NotStarted)
        return instead("no-pdf", "LibreOffice could not be started.");
    if (ended == Ended::TooLate)
        return instead("too-slow", "The PDF took too long.");
    auto pdf = scratch.taken("in.pdf");
    if (!pdf.starts_with("%PDF-"))
        return instead("no-pdf", "LibreOffice could not make the PDF.");
    return pdf;
}

} // namespace lifestory::exports
