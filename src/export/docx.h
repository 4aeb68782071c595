// Documents for Word (Office Open XML, ISO 29500): a letter, and one of one table: A4 on its side, a heading, a header row that stands on every page,
// no row split between pages, British English, and a foot that says what it is. Written by us over a zip library.
#pragma once

#include <string>
#include <vector>

#include "calendar/day.h"

namespace lifestory::exports { // "export" is a word of the language

struct Column {
    std::string heading;
    int share = 1;             // of the width, beside the others
};

struct Sheet {
    std::string title;         // "Chronology of Tilly Barrow"
    std::vector<std::string> lines; // before the table, a paragraph each
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows; // a cell for each column; what is missing stands empty
    std::string foot;          // "As it stood on 23 December 2026. Checkpoint 4,211 9f3c2a"
    calendar::Instant made{};  // the document says when; the same sheet gives the same bytes
};

std::string docx_of(const Sheet& sheet);

// A letter on A4: paragraphs, one under the other; a new line within one is one on the paper.
struct Letter {
    std::string title;         // of the document, not on the paper
    std::vector<std::string> paragraphs;
    calendar::Instant made{};
};
std::string docx_of(const Letter& letter);

inline constexpr std::string_view docx_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

} // namespace lifestory::exports
