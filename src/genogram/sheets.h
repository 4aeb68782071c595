// A drawing too large for one sheet, on sheets of A4 or A3 across that are laid edge over edge and join: each is as large as its smallest words
// can be read, says which it is, and repeats a strip of its neighbours.
#pragma once

#include <string>
#include <vector>

namespace lifestory::genogram {

enum class SheetSize { A4, A3 };

// Of a drawing of draw_genogram or draw_ecomap, as wide as it is. One sheet when it can be read on one.
std::vector<std::string> joined_sheets(const std::string& drawing, SheetSize size = SheetSize::A4);

} // namespace lifestory::genogram
