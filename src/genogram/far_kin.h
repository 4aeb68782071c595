// Aunts, uncles and cousins of whom no common parent was said: hung beside the parent whose brother or sister they are, or, where nobody
// said of which side they are, through somebody not known. Of a cousin of whom neither parent is known, or both
// and nobody said through which, nothing can be drawn but the word.
#pragma once

#include "genogram/kinship.h"

namespace lifestory::genogram {

struct FarKin {
    std::size_t from, to; // from is the aunt, uncle or cousin of to
    Kin kin;
    Side side;
    bool is_untold;
};

void hang_far_kin(Family& family, const std::vector<FarKin>& all);

} // namespace lifestory::genogram
