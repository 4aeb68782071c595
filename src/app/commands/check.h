// lifestory check --pack DIR FILE.txt|FOLDER ...: reads each text as written to the child and prints one JSON line for
// each finding, and for each thing that is missing. Exits 0 whatever it finds.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <vector>

namespace lifestory::app {

int run_check(const std::filesystem::path& pack, const std::vector<std::filesystem::path>& files, std::ostream& out,
              std::ostream& err);

} // namespace lifestory::app
