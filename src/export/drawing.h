// A drawing in SVG as a PDF or a picture, made by librsvg's rsvg-convert where it is installed (decision 0023).
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace lifestory::exports {

bool can_convert_drawings();

// Each refuses "no-rsvg", "busy", "too-slow" and "no-drawing", with what to do instead.
Result<std::string> pdf_of_sheets(const std::vector<std::string>& drawings); // one page for each, as large as it says it is
Result<std::string> png_of(const std::string& drawing);

} // namespace lifestory::exports
