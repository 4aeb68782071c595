// Where each node stands across the page: partners at their least distance, children under their union, nobody moved more
// than must be when a drawing before it is kept.
#pragma once

#include "genogram/order.h"

namespace lifestory::genogram {

// `wants`: how far apart the two ends of a unit's visible stretch must be, for its words; by unit.
std::vector<double> places_of(const Graph& graph, const Blocks& blocks, const Ordering& ordering, const std::vector<double>& wants,
                              const std::vector<std::optional<double>>& kept);

// The two neighbouring nodes between which a unit's line shows its words and its children hang: of a line that passes below
// somebody, the stretch that fewest other unions share. Both are the same node when there is one partner alone.
struct Stretch {
    std::size_t left = none, right = none;
};
Stretch stretch_of(const Unit& unit, const Graph& graph, const std::vector<std::size_t>& place, const Ordering& ordering);

std::vector<std::size_t> numbered(const Ordering& ordering, std::size_t nodes); // each node's place in its row

} // namespace lifestory::genogram
