// Where somebody lived and lives, of the homes of their family. A child who was placed lives where they were placed, and no longer where they lived before: that
// is read here, so that nobody has to be crossed out where they were. Somebody can live in two other homes at once, half of the week in each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/family.h"

namespace lifestory::record {

// The home of a placement, by its id: it is a home of the family like any other, named after the child's interval.
std::string home_of_placement_id(std::string_view episode); // "placed-0123..."
bool is_of_placement(const Household& home);

struct TimeAtHome {
    const Beside<Household>* said = nullptr; // of the family; the last that was said of it while they lived there
    std::optional<Day> since, until;         // until: the last day; none: it holds, beside a newer one too
    const Household& home() const { return said->what; }
};

// Newest first. Where one holds today, the first is the newest of those.
std::vector<TimeAtHome> times_at_home(const Family& family, const PersonNumber& person, Day today);

// Those of its members who are not placed elsewhere, later, on that day; all of them where the home is over.
std::vector<PersonNumber> living_at(const Family& family, const Household& home, Day on);

} // namespace lifestory::record
