// The lines of a GEDCOM file, 5.5 to 7.0, as a tree in one list: letters of any of its encodings made UTF-8, CONC and CONT
// joined. What the tags mean is for genogram/read_gedcom.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lifestory::genogram {

struct GedcomLine {
    int number = 0; // in the file, from 1
    int level = 0;
    std::string id;  // "@I1@" or empty
    std::string tag; // upper case
    std::string value;
};

struct GedcomFile {
    std::vector<GedcomLine> lines;  // CONC and CONT are not among them: their words stand in the line above
    std::vector<std::string> notes; // what was odd and read all the same
};

constexpr std::size_t most_gedcom_bytes = 100'000'000;

// Refuses what is no GEDCOM file, and a line that cannot be one, each with its number and what to do.
Result<GedcomFile> read_gedcom_lines(std::string_view bytes);

// The whole file as UTF-8: UTF-8 and UTF-16 by their marks, else as its CHAR says (ANSEL, ANSI, ASCII, UTF-8).
Result<std::string> gedcom_text(std::string_view bytes);

} // namespace lifestory::genogram
