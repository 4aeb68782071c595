// A file of a draft, as one line of its field: number, length and digest of what the ledger keeps, what kind it is, and its name. A line
// that somebody else made up is refused when it is signed: the ledger knows what it keeps.
#pragma once

#include <optional>
#include <string>

#include "record/form.h"

namespace lifestory::web::pages {

std::string line_of(const record::File& file);
std::optional<record::File> file_in_line(const std::string& line);
std::string in_words(const record::File& file); // "PDF document, 120 KB"
std::string size_in_words(std::uint64_t length);

} // namespace lifestory::web::pages
