// Another agency's chronology as it comes: a table of lines with commas (or tabs), pasted from a spreadsheet. Each line is a day, a
// month or a year; what happened; what it meant for the child; what was done. A first line of headings is passed over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/chronology.h"

namespace lifestory::chronology {

struct Whose {
    std::string agency, source;
};

constexpr std::size_t most_agency_rows = 200;

// Refuses with every line that cannot be read, each by its number, at the field "rows".
Result<std::vector<record::PastEvent>> read_agency_rows(std::string_view text, const Whose& whose);

} // namespace lifestory::chronology
