// lifestory genogram --gedcom FILE [--focus @I1@] -o out.svg: draws a family from a GEDCOM file, without an installation, as
// it stood on the file's own day; with --text the same family in words.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

namespace lifestory::app {

struct GenogramCall {
    std::filesystem::path gedcom, out, text;
    std::string focus; // "@I1@" or "I1"; empty: nobody
    std::string on;    // "2026-12-23"; empty: the file's day, else today
};

int run_genogram(const GenogramCall& call, std::ostream& out, std::ostream& err);

} // namespace lifestory::app
