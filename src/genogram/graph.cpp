#include "genogram/graph.h"

#include <algorithm>

namespace lifestory::genogram {

namespace {

constexpr double pass_reach = 9;

class GraphMaker {
public:
    GraphMaker(const Family& family, const Rows& rows, std::size_t island, const std::vector<Reach>& reach)
        : m_family(family), m_rows(rows), m_island(island) {
        m_graph.node_of.assign(family.people.size(), none);
        for (std::size_t person = 0; person < family.people.size(); ++person)
            if (rows.island[person] == island) {
                m_graph.node_of[person] = m_graph.nodes.size();
                m_graph.nodes.push_back({person, rows.row[person], reach[person].left, reach[person].right});
                m_graph.rows = std::max(m_graph.rows, rows.row[person] + 1);
            }
    }

    Graph make() && {
        for (std::size_t which = 0; which < m_family.unions.size(); ++which)
            if (is_here(m_family.unions[which]))
                add_union(which);
        add_birth_order();
        return std::move(m_graph);
    }

private:
    bool is_here(const Union& one) const {
        const auto somebody = !one.partners.empty() ? one.partners.front() : one.children.front().person;
        return m_rows.island[somebody] == m_island;
    }

    std::size_t add_pass(int row) {
        m_graph.nodes.push_back({none, row, pass_reach, pass_reach});
        return m_graph.nodes.size() - 1;
    }

    void add_union(std::size_t which) {
        const auto& one = m_family.unions[which];
        Unit unit{which, 0, {}};
        for (auto partner : one.partners)
            unit.nodes.push_back(m_graph.node_of[partner]);
        if (unit.nodes.empty()) {
            unit.row = 1'000'000;
            for (const auto& child : one.children)
                unit.row = std::min(unit.row, m_rows.row[child.person] - 1);
        } else {
            unit.row = row_of(unit.nodes.front());
            if (unit.nodes.size() == 2 && row_of(unit.nodes[0]) != row_of(unit.nodes[1]))
                bring_down(unit);
        }
        m_graph.units.push_back(unit);
        add_children(one, m_graph.units.size() - 1);
    }

    int row_of(std::size_t node) const { return m_graph.nodes[node].row; }

    void bring_down(Unit& unit) {
        auto &upper = row_of(unit.nodes[0]) < row_of(unit.nodes[1]) ? unit.nodes[0] : unit.nodes[1];
        unit.row = std::max(row_of(unit.nodes[0]), row_of(unit.nodes[1]));
        while (row_of(upper) < unit.row) {
            const auto pass = add_pass(row_of(upper) + 1);
            m_graph.links.push_back({unit.which, row_of(upper), none, upper, {{pass, none}}, true});
            upper = pass;
        }
    }

    void add_children(const Union& one, std::size_t unit) {
        const auto which = m_graph.units[unit].which;
        Link link{which, m_graph.units[unit].row, unit, none, {}, false};
        std::vector<std::size_t> waiting;
        for (std::size_t at = 0; at < one.children.size(); ++at)
            waiting.push_back(at);
        while (!waiting.empty()) {
            std::vector<std::size_t> deeper;
            for (auto at : waiting) {
                const auto node = m_graph.node_of[one.children[at].person];
                if (row_of(node) == link.row + 1)
                    link.lowers.push_back({node, at});
                else
                    deeper.push_back(at);
            }
            std::size_t pass = none;
            if (!deeper.empty())
                link.lowers.push_back({pass = add_pass(link.row + 1), none});
            m_graph.links.push_back(link);
            link = {which, link.row + 1, none, pass, {}, false};
            waiting = std::move(deeper);
        }
    }

    bool is_reached(std::size_t from, std::size_t to, const std::vector<std::vector<std::size_t>>& next) const {
        std::vector<bool> seen(m_graph.nodes.size());
        std::vector<std::size_t> open{from};
        while (!open.empty()) {
            const auto at = open.back();
            open.pop_back();
            if (at == to)
                return true;
            for (auto more : next[at])
                if (!seen[more]) {
                    seen[more] = true;
                    open.push_back(more);
                }
        }
        return false;
    }

    // Dated children first, whose order agrees in every family; then what was written, unless it would contradict it.
    void add_birth_order() {
        std::vector<std::vector<std::size_t>> next(m_graph.nodes.size());
        const auto add = [&](std::size_t one, std::size_t other) {
            if (one != other && row_of(one) == row_of(other) && !is_reached(other, one, next)) {
                next[one].push_back(other);
                m_graph.older.emplace_back(one, other);
            }
        };
        const auto has_date = [&](const ChildOf& child) {
            const auto& person = m_family.people[child.person];
            return person.born || person.expected;
        };
        for (const bool is_dated : {true, false})
            for (const auto& unit : m_graph.units) {
                std::vector<std::size_t> nodes;
                for (const auto& child : m_family.unions[unit.which].children)
                    if (!is_dated || has_date(child))
                        nodes.push_back(m_graph.node_of[child.person]);
                for (std::size_t younger = 1; younger < nodes.size(); ++younger)
                    for (std::size_t older = younger; older-- > 0;)
                        if (row_of(nodes[older]) == row_of(nodes[younger])) {
                            add(nodes[older], nodes[younger]);
                            break;
                        }
            }
    }

    const Family& m_family;
    const Rows& m_rows;
    std::size_t m_island;
    Graph m_graph;
};

} // namespace

Graph graph_of(const Family& family, const Rows& rows, std::size_t island, const std::vector<Reach>& reach) {
    return GraphMaker(family, rows, island, reach).make();
}

} // namespace lifestory::genogram
