// The key of a drawing: a sample and a word for each kind of symbol and line that it uses.
#pragma once

#include <functional>

#include "genogram/svg.h"

namespace lifestory::genogram {

struct KeyEntry {
    std::function<void(Svg&, Point)> draw; // in a place 40 wide and 30 high, about its middle
    std::string words;
};

std::vector<KeyEntry> key_of(const Family& family);

// In columns from the left; answers how far down it reached.
double draw_key(Svg& svg, const std::vector<KeyEntry>& key, Point corner, double width);
double height_of_key(std::size_t entries, double width);

} // namespace lifestory::genogram
