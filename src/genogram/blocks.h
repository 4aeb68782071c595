// Partners beside each other: the nodes of a row gathered into blocks, each block in the order that keeps most partners
// adjacent, the oldest union leftmost, siblings in order of birth.
#pragma once

#include "genogram/graph.h"

namespace lifestory::genogram {

struct Blocks {
    std::vector<std::vector<std::size_t>> nodes; // of each block, left to right
    std::vector<bool> may_turn;                  // may also be drawn the other way round
    std::vector<std::size_t> of;                 // the block of each node
};

// `kept`: where each node stood in the drawing before, none for a new one: those who stood left of each other still do.
Blocks blocks_of(const Graph& graph, const Family& family, const std::vector<std::optional<double>>& kept);

} // namespace lifestory::genogram
