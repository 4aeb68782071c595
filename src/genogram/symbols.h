// McGoldrick's symbols and lines, each drawn the same on the sheet and in its key.
#pragma once

#include "genogram/svg.h"

namespace lifestory::genogram {

enum class Ring { Single, Double };

void draw_symbol(Svg& svg, const Person& person, Point centre, double half, Ring ring);
Pen pen_of(UnionKind kind);
Pen pen_of(Parentage kind);
void draw_child_line(Svg& svg, const std::vector<Point>& points, Parentage kind);
void draw_mark(Svg& svg, const UnionMark& mark);
void draw_around(Svg& svg, AroundKind kind, const Box& box);

// Along a line of several points, from the edge of one symbol to the edge of the other.
void draw_tie(Svg& svg, const std::vector<Point>& points, TieKind kind, Direction direction);

std::string_view words_of(UnionKind kind);
std::string_view words_of(Parentage kind);
std::string_view words_of(TieKind kind);
std::string_view words_of(AroundKind kind);

} // namespace lifestory::genogram
