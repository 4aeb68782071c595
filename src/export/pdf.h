// A Word file, or a book of plain markup, as a PDF, made by LibreOffice where it is installed: by its program alone, never through a shell, with a profile and a
// folder of its own in memory that are wiped afterwards, and a limit of time. One at a time.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/result.h"

namespace lifestory::exports {

bool can_make_pdf(); // LibreOffice is installed

// Refuses "no-libreoffice", "busy", "too-slow" and "no-pdf", each with what to do instead.
Result<std::string> pdf_of(const std::string& docx, std::chrono::seconds limit = std::chrono::seconds(60));

// A book on A5: headings of the first two levels begin a page, links lead nowhere. The markup names its pictures by their names.
struct BookPicture {
    std::string name, bytes; // "drawing.png"
};
struct BookMarkup {
    std::string title, markup; // without a head
    std::vector<BookPicture> pictures;
};
Result<std::string> pdf_of_book(const BookMarkup& book, std::chrono::seconds limit = std::chrono::seconds(60));

} // namespace lifestory::exports
