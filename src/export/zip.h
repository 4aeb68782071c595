// Files packed into one zip archive in memory, always in the same order and with the same day, so that the same files give the same
// bytes. A fault is thrown where the library fails.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace lifestory::exports {

using PackedFiles = std::vector<std::pair<std::string, std::string>>; // name and content

std::string packed(const PackedFiles& files);

} // namespace lifestory::exports
