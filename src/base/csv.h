// Tables as other programs give them out: cells parted by commas, semicolons or tabs, quoted where one holds such a sign, a quotation
// mark or a line's end (RFC 4180). Strict: a row that cannot be read is named with its line and column, and the others go on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lifestory {

struct CsvRow {
    std::size_t line = 0; // where it begins, from 1
    std::vector<std::string> cells;
};

struct CsvFault {
    std::size_t line = 0;
    std::size_t cell = 0; // from 1
    std::string what;     // a sentence
};

struct CsvTable {
    char parted_by = ',';
    std::vector<CsvRow> rows; // the first names the columns; as long as the first, all of them
    std::vector<CsvFault> faults;
};

CsvTable read_csv(std::string_view text);

// One row of ours, with its line's end.
std::string csv_line(const std::vector<std::string>& cells);

} // namespace lifestory
