// Which row of the drawing each person stands in: partners in one row, every child below its parents, generations even
// where the family allows it.
#pragma once

#include "genogram/family.h"

namespace lifestory::genogram {

struct Rows {
    std::vector<int> row;            // of each person; 0 is the highest of those they are connected with
    std::vector<std::size_t> island; // people connected by unions have the same number, counted in order of people
    std::size_t islands = 0;
};

Rows rows_of(const Family& family); // of a family without a person who is their own ancestor

} // namespace lifestory::genogram
