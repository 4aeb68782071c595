// How wide words are on a drawing, without asking a font: a little wider than common sans-serif faces make them, so that what
// fits here fits on the page. Breaks long names into lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lifestory::genogram {

enum class Weight { Normal, Bold };

double width_of(std::string_view text, double size, Weight weight = Weight::Normal);

// Broken at blanks, and inside a word that is too long for a line; at most `most` lines, the last cut with an ellipsis.
std::vector<std::string> broken(std::string_view text, double width, double size, Weight weight, std::size_t most);

} // namespace lifestory::genogram
