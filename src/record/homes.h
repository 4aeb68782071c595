// Where somebody lived and lives, of the homes of their family: of several that hold, the one that began last. Who lived at an earlier home
// is kept there; that they live elsewhere now is read here, so that nobody has to be crossed out where they were.
#pragma once

#include <optional>
#include <vector>

#include "record/family.h"

namespace lifestory::record {

struct TimeAtHome {
    const Beside<Household>* said = nullptr; // of the family; the last that was said of it while they lived there
    std::optional<Day> since, until;         // until: the last day
    const Household& home() const { return said->what; }
};

std::vector<TimeAtHome> times_at_home(const Family& family, const PersonNumber& person, Day today); // newest first; the first without a last day holds

// Those of its members who have no newer home on that day; all of them where the home is over.
std::vector<PersonNumber> living_at(const Family& family, const Household& home, Day on);

} // namespace lifestory::record
