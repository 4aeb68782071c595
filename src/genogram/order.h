// The order of blocks in each row: few crossings, households together, never a younger child left of an older one. Blocks
// that a drawing already holds keep their order; a new one goes where it disturbs least.
#pragma once

#include "genogram/blocks.h"

namespace lifestory::genogram {

struct Ordering {
    std::vector<std::vector<std::size_t>> rows; // node numbers, left to right
};

// `kept`: where each node stood in the drawing before; none for a new one.
Ordering order_of(const Graph& graph, Blocks blocks, const Family& family, std::size_t start,
                  const std::vector<std::optional<double>>& kept);

} // namespace lifestory::genogram
