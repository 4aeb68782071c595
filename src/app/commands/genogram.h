// lifestory genogram --gedcom FILE [--focus @I1@] -o out.svg: draws a family from a GEDCOM file or GenoPro's, without an installation, as
// it stood on the file's own day; with --text the same family in words. With -o out.ged it writes GEDCOM instead.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

namespace lifestory::app {

struct GenogramCall {
    std::filesystem::path gedcom, genopro, out, text; // one of the first two
    std::string focus; // "@I1@" or "I1"; empty: nobody
    std::string on;    // "2026-12-23"; empty: the file's day, else today
    std::string version = "7.0"; // of GEDCOM that is written, or "5.5.1"
};

int run_genogram(const GenogramCall& call, std::ostream& out, std::ostream& err);

} // namespace lifestory::app
