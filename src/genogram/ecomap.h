// An ecomap: the child with those at home in the middle, everybody and everything else round them, and how strong each tie is
// and which way it goes. Taken from the same family values as the genogram, so nothing is typed twice.
#pragma once

#include "genogram/draw.h"

namespace lifestory::genogram {

struct PlacedEco {
    TieEnd who;
    Point centre;
    double radius = 0;
    std::vector<Words> words;
};

struct Ecomap {
    Point centre;
    double radius = 0;                  // of the circle in the middle
    std::vector<std::size_t> at_home;   // people in it, the focus first
    std::vector<Words> words;           // in it
    std::vector<PlacedEco> round;
    std::vector<std::size_t> ties;      // of Family::ties: those drawn, from the middle to one round it
    std::vector<std::size_t> tied_to;   // of `round`, for each tie
    Box box;
};

// In the middle the focus and their household; without a focus, the first household, else the first person.
Ecomap lay_out_ecomap(const Family& family);
std::string draw_ecomap(const Family& family, const Heading& heading);

} // namespace lifestory::genogram
