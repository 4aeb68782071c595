// A family from a GEDCOM file, 5.5, 5.5.1 or 7.0, whoever wrote it: tolerant of what is odd (which it notes), refusing what
// would make a wrong drawing. Beyond the standard it reads the events by which programs write separation, living together,
// an expected baby and a lost pregnancy, and _FREL and _MREL.
#pragma once

#include "genogram/family.h"

namespace lifestory::genogram {

constexpr std::size_t most_people = 2'000;

struct GedcomFamily {
    Family family;
    std::optional<Day> written_on; // the file's own date: what it says stood so on that day
};

// Refuses, each in one sentence with its line where there is one: "bad-gedcom", "not-our-letters", "too-large",
// "own-ancestor". A file without people reads, and says so in its notes.
Result<GedcomFamily> read_gedcom(std::string_view bytes);

// The person a caller names: "@I1@" or "I1". Refuses one who is not there.
Result<std::size_t> find_person(const Family& family, const std::string& id);

} // namespace lifestory::genogram
