// lifestory import --data DIR --from FOLDER --source NAME --by NAME --report FOLDER [--run]: brings in children, their families and their
// notes from another system's tables (docs/formats/import.md). Without --run it says what would come in and keeps nothing. Broken off, it
// goes on where it was when it is called again.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "calendar/day.h"

namespace lifestory::app {

struct ImportCall {
    std::filesystem::path data, from, report;
    std::string source; // what the other system is called: "Mosaic"
    std::string by;     // who answers for it, by the full name that they are registered under
    bool run = false;
    std::optional<calendar::Instant> at{}; // none: by the clock
};

int run_import(const ImportCall& call, std::ostream& out, std::ostream& err);

} // namespace lifestory::app
