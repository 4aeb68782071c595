// Words as people type them: valid UTF-8 in one spelling (NFC), folded for comparing and finding. Knows no language
// rules beyond Unicode's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lifestory {

// Text as we keep it: NFC, line ends as \n, without NUL and other control characters. Refuses what is not UTF-8.
Result<std::string> clean_text(std::string_view typed);

std::string trim(std::string_view text);             // Unicode white space at both ends
bool is_blank(std::string_view text);
std::string fold(std::string_view text);             // for finding: case folded, accents taken off
std::size_t letters(std::string_view text);          // characters as a reader counts them (code points)
std::string first(std::string_view text, std::size_t letters); // cut at a code point
std::vector<std::string> split(std::string_view text, char at);
std::string join(const std::vector<std::string>& parts, std::string_view between);
bool starts_with_folded(std::string_view text, std::string_view beginning);
std::string plural(std::size_t count, std::string_view one, std::string_view many); // "1 day", "2 days"

// The known word nearest to a mistyped one, or empty: for "did you mean" in errors.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

} // namespace lifestory
