// What stands in, above and beside a person's symbol, and how much room it takes.
#pragma once

#include "genogram/layout.h"

namespace lifestory::genogram {

struct Label {
    std::vector<Words> words; // about a symbol whose middle is at 0, 0
    double half = 20;         // of the symbol
    Box box;                  // symbol and words
};

enum class Years { Above, Beside }; // beside where slanting or several lines come from above

Label label_of(const Person& person, std::optional<Day> on, Years years);

// How far the symbol's edge is above (and below) its middle, at `across` from the middle.
double edge_above(const Person& person, double half, double across);
double edge_below(const Person& person, double half, double across);

std::string words_of_union(const Union& one); // "m. 2012, d. 2018"; "?" where its kind is not known

} // namespace lifestory::genogram
