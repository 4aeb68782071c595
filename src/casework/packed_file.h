// What stands in a file that packs others (an Office file): their names and how long they become, from its list, without unpacking any.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/long_bytes.h"

namespace lifestory::casework {

struct PackedFile {
    std::vector<std::string> names;
    std::uint64_t unpacked = 0; // bytes of all, as the list says
    std::string media_type;     // OpenDocument's first file: what the whole is; empty where there is none

    bool holds(std::string_view name) const;
};

// Nothing when its list cannot be read: it is cut, broken, or no such file.
std::optional<PackedFile> look_into(const LongBytes& bytes);

} // namespace lifestory::casework
