// The ring round those who live together: one outline where they stand near each other, several where
// somebody of another home stands between, each after the first saying that it is also that home; never round anybody who does not live there.
#pragma once

#include "genogram/layout.h"

namespace lifestory::genogram {

struct HouseholdRing {
    std::size_t household = 0;
    std::vector<std::vector<Point>> outlines; // closed, of right angles
    std::vector<Words> names;
};

std::vector<HouseholdRing> rings_of(const Family& family, const Layout& layout);

Box box_of(const PlacedPerson& person); // symbol and words

} // namespace lifestory::genogram
