// One connected family as the layout works on it: nodes in rows (people, and narrow places through which a line passes a
// row), units (a union at its row), and links (what runs through the channel between two rows).
#pragma once

#include "genogram/family.h"
#include "genogram/rows.h"

namespace lifestory::genogram {

constexpr auto none = static_cast<std::size_t>(-1);
constexpr double between_nodes = 16; // at least, from one's reach to the next one's

struct Node {
    std::size_t person = none; // none: a line passes here
    int row = 0;
    double left = 0, right = 0; // how far it reaches from its middle
};

// A union where it is drawn. Partners who stand in different rows meet at the lower one: a line comes down to a pass beside it.
struct Unit {
    std::size_t which = 0;          // of Family::unions
    int row = 0;
    std::vector<std::size_t> nodes; // none to two
};

struct Lower {
    std::size_t node;
    std::size_t child; // place among the union's children; none: the line goes on below
};

struct Link {
    std::size_t which = 0;
    int row = 0;               // the channel below this row
    std::size_t unit = none;   // where it comes from: a unit, or
    std::size_t upper = none;  // a node, or nowhere (parents not drawn)
    std::vector<Lower> lowers; // in the row below
    bool is_union = false;     // carries a partner down, not children
};

struct Graph {
    std::vector<Node> nodes;
    std::vector<Unit> units;
    std::vector<Link> links;
    int rows = 0;
    std::vector<std::pair<std::size_t, std::size_t>> older; // the first stands left of the second
    std::vector<std::size_t> node_of;                       // of each person of the family; none: of another island
};

// `reach` says how far each person reaches left and right of the middle of the symbol.
struct Reach {
    double left, right;
};
Graph graph_of(const Family& family, const Rows& rows, std::size_t island, const std::vector<Reach>& reach);

} // namespace lifestory::genogram
