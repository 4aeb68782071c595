// lifestory due --pack DIR --clause ID --at TIME [--given NAME=VALUE ...]: when it would be due, and how that was
// counted, as one line of JSON. With --batch a line for each row of a file (columns clause, at, given).
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "policy/pack.h"

namespace lifestory::app {

struct DueAsked {
    std::string clause;
    std::string at;                 // "2026-12-23T10:00", London's time; of a day alone hours run from its end
    std::vector<std::string> given; // "status=looked-after"
};

int say_due(const policy::Pack& pack, const DueAsked& asked, std::ostream& out, std::ostream& err);
int run_due(const std::filesystem::path& pack, const DueAsked& asked, std::ostream& out, std::ostream& err);
int run_due_batch(const std::filesystem::path& pack, const std::filesystem::path& batch, std::ostream& out, std::ostream& err);

} // namespace lifestory::app
