// lifestory rebuild --data DIR: drops the lists across children and makes them again from the entries.
#pragma once

#include <filesystem>
#include <iosfwd>

namespace lifestory::app {

int run_rebuild(const std::filesystem::path& data, std::ostream& out, std::ostream& err);

} // namespace lifestory::app
