// lifestory verify --data DIR [--record N] [--against FILE]: recomputes everything and names the entry that is wrong.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

namespace lifestory::app {

// Exit status: 0 all is well, 1 something is wrong, 2 a bad call. `record`: 32 hexadecimal digits, or empty. `against`:
// a checkpoint that somebody kept, or empty.
int run_verify(const std::filesystem::path& data, const std::string& record, const std::filesystem::path& against,
               std::ostream& out, std::ostream& err);

} // namespace lifestory::app
