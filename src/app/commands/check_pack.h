// lifestory check-pack DIR: reads the pack and says whether it may be served. Exits 0, or 1 with a line for each
// refusal: path:line: kind.id: what is wrong; what was expected.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>

#include "policy/pack.h"

namespace lifestory::app {

int run_check_pack(const std::filesystem::path& folder, std::ostream& out, std::ostream& err);

// The pack opened for a command; what is refused is printed on `err`, a line each.
std::optional<policy::Pack> opened_pack(const std::filesystem::path& folder, std::ostream& err);

} // namespace lifestory::app
