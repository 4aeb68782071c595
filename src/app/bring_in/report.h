// The difference report: of every child what was carried, what was changed and why, and what is missing and why; as text, CSV and JSON. It
// names nobody: children stand in it by the number of the other system.
#pragma once

#include <filesystem>

#include "app/bring_in/family_in.h"

namespace lifestory::app::bring_in {

struct Report {
    std::string source, by;
    calendar::Instant at{};
    bool is_run = false; // else what would come in
    std::vector<ChildCame> children;
    std::map<std::string, std::size_t> carried; // rows of each file that say something of families
    std::vector<Missing> missing; // of nobody's record
    std::size_t notes = 0;        // new ones
    std::size_t broken = 0;       // children whose own row cannot be read
};

// Writes differences.txt, differences.csv and differences.json into the folder, which is made. Refuses "not-written".
Outcome write_report(const std::filesystem::path& folder, const Report& report, const Source& source, const Notes& notes);

std::string sum_of(const Report& report); // "12 children came in, 1 is held back ..."

} // namespace lifestory::app::bring_in
