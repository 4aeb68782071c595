// The whole sheet of a genogram as values: the family laid out, who and what stands around it, ties led past everybody, rings.
// genogram/draw makes SVG of it.
#pragma once

#include "genogram/rings.h"

namespace lifestory::genogram {

struct PlacedAround {
    Box box;
    std::vector<Words> words;
};

struct TiePath {
    std::size_t tie = 0;
    std::vector<Point> points;
};

struct Sheet {
    Layout layout;
    std::vector<HouseholdRing> rings;
    std::vector<PlacedAround> around; // as in Family::around
    std::vector<TiePath> ties;
    Box box;
};

Sheet sheet_of(const Family& family, std::optional<Day> on, const Kept& kept = {});

// A short way from one point to another that goes through none of the boxes and keeps beside the ways that are taken, not
// upon them; straight where there is none.
std::vector<Point> way_round(Point from, Point to, const std::vector<Box>& boxes, const std::vector<std::vector<Point>>& taken = {});

} // namespace lifestory::genogram
