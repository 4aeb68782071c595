// lifestory clauses --pack DIR: one JSON line for each clause of the pack and of what it extends: how it is answered,
// by which rules, and in which files of tests/acceptance/ beside packs/ its cases stand.
#pragma once

#include <filesystem>
#include <iosfwd>

namespace lifestory::app {

int run_clauses(const std::filesystem::path& pack, std::ostream& out, std::ostream& err);

} // namespace lifestory::app
