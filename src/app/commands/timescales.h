// lifestory timescales --pack DIR: every timescale and frequency of the pack and of what it extends, one JSON line
// each: id, kind, and the rule's own keys as they are written.
#pragma once

#include <filesystem>
#include <iosfwd>

namespace lifestory::app {

int run_timescales(const std::filesystem::path& pack, std::ostream& out, std::ostream& err);

} // namespace lifestory::app
