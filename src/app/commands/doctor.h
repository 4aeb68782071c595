// lifestory doctor --data DIR: what is wrong with this installation, and what to do.
#pragma once

#include <filesystem>
#include <iosfwd>

namespace lifestory::app {

int run_doctor(const std::filesystem::path& data, std::ostream& out, std::ostream& err);

} // namespace lifestory::app
