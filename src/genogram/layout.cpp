// Puts the steps of the layout together: each connected family by itself, then the families beside and below each other.
#include "genogram/layout.h"

#include <algorithm>
#include <cassert>

#include "genogram/label.h"
#include "genogram/order.h"
#include "genogram/places.h"
#include "genogram/routes.h"

namespace lifestory::genogram {

namespace {

constexpr double between_families = 60, least_shelf = 1600;

// Slanting or several lines come down to them: their years stand beside the symbol, out of the way.
std::vector<Years> years_of(const Family& family) {
    std::vector<int> families(family.people.size());
    std::vector<Years> years(family.people.size(), Years::Above);
    for (const auto& one : family.unions)
        for (const auto& child : one.children)
            if (++families[child.person] > 1 || child.born_together)
                years[child.person] = Years::Beside;
    return years;
}

void move(Layout& island, Point by) {
    const auto shift = [&](Point& point) { point = {point.x + by.x, point.y + by.y}; };
    for (auto& person : island.people) {
        shift(person.centre);
        for (auto& words : person.words)
            shift(words.at);
    }
    for (auto& line : island.lines)
        for (auto& point : line.points)
            shift(point);
    for (auto& mark : island.marks)
        shift(mark.from), shift(mark.to);
    for (auto& words : island.words)
        shift(words.at);
    island.box = {island.box.left + by.x, island.box.top + by.y, island.box.right + by.x, island.box.bottom + by.y};
}

struct Island {
    std::vector<std::size_t> people;
    Layout layout; // people as in the family; those of other islands stand nowhere
    bool is_kept = false;
};

Box box_of(const Island& island) {
    std::optional<Box> box;
    const auto add = [&](const Box& more) { box = box ? joined(*box, more) : more; };
    for (auto at : island.people) {
        add(island.layout.people[at].symbol());
        for (const auto& words : island.layout.people[at].words)
            add(box_of(words));
    }
    for (const auto& line : island.layout.lines)
        for (const auto& point : line.points)
            add({point.x, point.y, point.x, point.y});
    for (const auto& words : island.layout.words)
        add(box_of(words));
    return *box;
}

class Maker {
public:
    Maker(const Family& family, std::optional<Day> on, const Kept& kept) : m_family(family), m_kept(kept), m_rows(rows_of(family)) {
        const auto years = years_of(family);
        for (std::size_t at = 0; at < family.people.size(); ++at) {
            m_labels.push_back(label_of(family.people[at], on, years[at]));
            m_reach.push_back({-m_labels.back().box.left, m_labels.back().box.right});
        }
    }

    Layout make() {
        m_all.people.resize(m_family.people.size());
        std::vector<std::size_t> order;
        const auto first = m_family.focus ? m_rows.island[*m_family.focus] : 0;
        if (m_rows.islands > 0)
            order.push_back(first);
        for (std::size_t island = 0; island < m_rows.islands; ++island)
            if (island != first)
                order.push_back(island);
        for (auto island : order)
            join(lay_out(island));
        return std::move(m_all);
    }

private:
    Island lay_out(std::size_t which) const {
        Island island;
        const auto graph = graph_of(m_family, m_rows, which, m_reach);
        std::vector<std::optional<double>> kept(graph.nodes.size());
        for (std::size_t node = 0; node < graph.nodes.size(); ++node)
            if (const auto at = graph.nodes[node].person; at != none) {
                island.people.push_back(at);
                if (auto found = m_kept.find(m_family.people[at].id); found != m_kept.end()) {
                    kept[node] = found->second.x;
                    island.is_kept = true;
                }
            }
        const auto blocks = blocks_of(graph, m_family, kept);
        const auto start = m_family.focus && graph.node_of[*m_family.focus] != none ? graph.node_of[*m_family.focus] : 0;
        const auto ordering = order_of(graph, blocks, m_family, start, kept);
        const auto x = places_of(graph, blocks, ordering, wants_of(graph), kept);
        island.layout.people.resize(m_family.people.size());
        route(m_family, graph, ordering, x, m_labels, island.layout);
        return island;
    }

    std::vector<double> wants_of(const Graph& graph) const {
        std::vector<double> wants;
        for (const auto& unit : graph.units) {
            const auto& one = m_family.unions[unit.which];
            const double marks = one.has_mark() ? 24 : 0;
            wants.push_back(width_of(words_of_union(one), 10) + 44 + marks);
        }
        return wants;
    }

    // The child's own family keeps its place with her row at 0; the others stand right of it, then on shelves below.
    void join(Island island) {
        auto& layout = island.layout;
        layout.box = box_of(island);
        const bool is_first = !m_box;
        if (island.is_kept)
            move(layout, {0, mean_shift(island)});
        else if (is_first)
            move(layout, from_nought(layout.people[m_family.focus.value_or(island.people.front())].centre));
        else
            move(layout, next_place(layout.box));
        if (island.is_kept && !is_first)
            step_clear(layout);
        m_box = m_box ? joined(*m_box, layout.box) : layout.box;
        if (is_first || layout.box.top != m_shelf.top)
            m_shelf = layout.box;
        else
            m_shelf = joined(m_shelf, layout.box);
        m_taken.push_back(layout.box);
        for (auto at : island.people)
            m_all.people[at] = std::move(layout.people[at]);
        const auto take = [](auto& into, auto& from) { into.insert(into.end(), from.begin(), from.end()); };
        take(m_all.lines, layout.lines);
        take(m_all.marks, layout.marks);
        take(m_all.words, layout.words);
        m_all.box = *m_box;
    }

    static Point from_nought(Point centre) { return {-centre.x, -centre.y}; }

    double mean_shift(const Island& island) const {
        double sum = 0, count = 0;
        for (auto at : island.people)
            if (auto found = m_kept.find(m_family.people[at].id); found != m_kept.end()) {
                sum += found->second.y - island.layout.people[at].centre.y;
                ++count;
            }
        return sum / count;
    }

    Point next_place(const Box& box) const {
        const double widest = std::max(least_shelf, m_taken.front().width());
        if (m_shelf.right + between_families + box.width() - m_box->left <= widest)
            return {m_shelf.right + between_families - box.left, m_shelf.top - box.top};
        return {m_box->left - box.left, m_box->bottom + between_families - box.top};
    }

    void step_clear(Layout& layout) const {
        for (std::size_t tries = 0; tries <= m_taken.size(); ++tries)
            for (const auto& taken : m_taken)
                if (overlap(taken, layout.box))
                    move(layout, {taken.right + between_families / 2 - layout.box.left, 0});
    }

    const Family& m_family;
    const Kept& m_kept;
    Rows m_rows;
    std::vector<Label> m_labels;
    std::vector<Reach> m_reach;
    Layout m_all;
    std::optional<Box> m_box;
    Box m_shelf;
    std::vector<Box> m_taken;
};

} // namespace

Box joined(const Box& one, const Box& other) {
    return {std::min(one.left, other.left), std::min(one.top, other.top), std::max(one.right, other.right),
            std::max(one.bottom, other.bottom)};
}

bool overlap(const Box& one, const Box& other) {
    return one.left < other.right - 0.01 && other.left < one.right - 0.01 && one.top < other.bottom - 0.01 &&
           other.top < one.bottom - 0.01;
}

Box box_of(const Words& words) {
    const double width = width_of(words.text, words.size, words.weight);
    const double left = words.at.x - (words.anchor == Anchor::Start ? 0 : words.anchor == Anchor::Middle ? width / 2 : width);
    return {left, words.at.y - words.size * 0.8, left + width, words.at.y + words.size * 0.22};
}

Kept kept_of(const Family& family, const Layout& layout) {
    Kept kept;
    for (std::size_t at = 0; at < family.people.size(); ++at)
        kept.emplace(family.people[at].id, layout.people[at].centre);
    return kept;
}

Layout lay_out(const Family& family, std::optional<Day> on, const Kept& kept) {
    assert(check_ancestors(family)); // a circle has no rows
    return Maker(family, on, kept).make();
}

} // namespace lifestory::genogram
