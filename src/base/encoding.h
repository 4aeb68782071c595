// The letters of text that another program wrote: UTF-8, or the Windows code that older ones in this country write.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lifestory {

void add_utf8(std::string& text, std::uint32_t point);
bool is_utf8(std::string_view bytes);
std::string from_windows_1252(std::string_view bytes);

// What a file says, as UTF-8 without a mark at its beginning.
struct Decoded {
    std::string text;
    bool was_windows_1252 = false;
};
// UTF-8, else Windows-1252. Refuses "not-text" and "utf-16", with what to do.
Result<Decoded> decoded(std::string bytes);

} // namespace lifestory
