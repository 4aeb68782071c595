// The lines of one connected family, once its people stand: rows down the page, unions below their partners, bars between
// rows in lanes of their own, so that no line runs through a person and none lies upon another.
#pragma once

#include "genogram/label.h"
#include "genogram/places.h"

namespace lifestory::genogram {

// Lays out one island; its highest row begins near y 0. Fills the people, lines, marks and words of `layout`.
void route(const Family& family, const Graph& graph, const Ordering& ordering, const std::vector<double>& x,
           const std::vector<Label>& labels, Layout& layout);

} // namespace lifestory::genogram
