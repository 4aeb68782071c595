// A family laid out: where every symbol, line and word of it goes, as values. Generations in rows, partners adjacent, children
// under their own union in order of birth, no line through a person. How it looks is genogram/draw's.
#pragma once

#include <unordered_map>

#include "genogram/family.h"
#include "genogram/fit.h"

namespace lifestory::genogram {

struct Point {
    double x = 0, y = 0;
    bool operator==(const Point&) const = default;
};

struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;
    bool operator==(const Box&) const = default;
    double width() const { return right - left; }
    double height() const { return bottom - top; }
};
Box joined(const Box& one, const Box& other);
bool overlap(const Box& one, const Box& other); // more than the edge

enum class Anchor { Start, Middle, End };

struct Words {
    std::string text;
    Point at; // on the base line
    Anchor anchor = Anchor::Start;
    double size = 11;
    Weight weight = Weight::Normal;
    bool operator==(const Words&) const = default;
};
Box box_of(const Words& words);

struct PlacedPerson {
    Point centre;
    double half = 20; // of the symbol's width and height
    int row = 0;      // among those they are connected with
    std::vector<Words> words;
    bool operator==(const PlacedPerson&) const = default;
    Box symbol() const { return {centre.x - half, centre.y - half, centre.x + half, centre.y + half}; }
};

enum class LineRole { Union, Stem, Child };

struct FamilyLine {
    LineRole role = LineRole::Union;
    std::size_t which = 0;                             // of Family::unions
    std::size_t child = static_cast<std::size_t>(-1);  // of its children, for LineRole::Child
    std::vector<Point> points;
    bool operator==(const FamilyLine&) const = default;
};

struct UnionMark { // one slash for separation, two for divorce, one with a line back across it for together again; and the bar between identical twins
    enum class Kind { Separated, Divorced, Reunited, Identical } kind = Kind::Separated;
    std::size_t which = 0;
    Point from, to; // the line it stands on; of a bar, its ends
    bool operator==(const UnionMark&) const = default;
};

struct Layout {
    std::vector<PlacedPerson> people; // as in Family::people
    std::vector<FamilyLine> lines;
    std::vector<UnionMark> marks;
    std::vector<Words> words; // of the unions: "m. 2012"
    Box box;
    bool operator==(const Layout&) const = default;
};

// Where everybody stood in a drawing before, by their ids: with it the new drawing moves as little as it can.
using Kept = std::unordered_map<std::string, Point>;
Kept kept_of(const Family& family, const Layout& layout);

// `on`: the day, for ages. The family holds no person who is their own ancestor (check_ancestors).
Layout lay_out(const Family& family, std::optional<Day> on, const Kept& kept = {});

} // namespace lifestory::genogram
