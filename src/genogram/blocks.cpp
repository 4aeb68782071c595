#include "genogram/blocks.h"

#include <algorithm>

namespace lifestory::genogram {

namespace {

constexpr std::size_t most_tried_whole = 6; // 720 orders; longer chains are bettered step by step

class BlockMaker {
public:
    BlockMaker(const Graph& graph, const Family& family, const std::vector<std::optional<double>>& kept)
        : m_graph(graph), m_family(family), m_kept(kept), m_of(graph.nodes.size()), m_units(graph.nodes.size()), m_next(graph.nodes.size()) {
        for (std::size_t at = 0; at < graph.nodes.size(); ++at) {
            m_blocks.push_back({at});
            m_of[at] = at;
        }
        for (std::size_t unit = 0; unit < graph.units.size(); ++unit)
            if (graph.units[unit].nodes.size() == 2)
                for (auto node : graph.units[unit].nodes)
                    m_units[node].push_back(unit);
        for (const auto& [older, younger] : graph.older)
            m_next[older].push_back(younger);
    }

    Blocks make() && {
        for (const auto& unit : m_graph.units)
            if (unit.nodes.size() == 2 && m_of[unit.nodes[0]] != m_of[unit.nodes[1]])
                try_to_join(m_of[unit.nodes[0]], m_of[unit.nodes[1]]);
        Blocks blocks{{}, {}, std::vector<std::size_t>(m_of.size())};
        for (auto& block : m_blocks) {
            if (block.empty())
                continue;
            for (auto node : block)
                blocks.of[node] = blocks.nodes.size();
            blocks.may_turn.push_back(may_turn(block));
            blocks.nodes.push_back(std::move(block));
        }
        return blocks;
    }

private:
    using Order = std::vector<std::size_t>;

    std::size_t place(const Order& order, std::size_t node) const {
        return static_cast<std::size_t>(std::find(order.begin(), order.end(), node) - order.begin());
    }

    bool keeps_birth_order(const Order& order) const {
        for (std::size_t at = 0; at < order.size(); ++at)
            for (auto younger : m_next[order[at]])
                if (place(order, younger) < at)
                    return false;
        return true;
    }

    bool may_turn(Order order) const {
        std::reverse(order.begin(), order.end());
        return order.size() > 1 && keeps_birth_order(order);
    }

    std::size_t other(std::size_t unit, std::size_t node) const {
        const auto& nodes = m_graph.units[unit].nodes;
        return nodes[0] == node ? nodes[1] : nodes[0];
    }

    Gender gender(std::size_t node) const {
        const auto person = m_graph.nodes[node].person;
        return person == none ? Gender::NotRecorded : m_family.people[person].gender;
    }

    const std::optional<When>& began(std::size_t unit) const {
        const auto& one = m_family.unions[m_graph.units[unit].which];
        return one.together ? one.together : one.married;
    }

    // Unions of one person in order of time: as dated, else as written.
    bool is_earlier(std::size_t one, std::size_t other) const {
        const auto &first = began(one), &second = began(other);
        return first && second && *first != *second ? comes_before(*first, *second) : one < other;
    }

    int cost_of_node(const Order& order, std::size_t at) const {
        int cost = 0;
        for (auto unit : m_units[order[at]]) {
            const auto there = place(order, other(unit, order[at]));
            if (there == order.size())
                continue;
            if (there > at) // each union once
                cost += 100 * static_cast<int>(there - at - 1) +
                        (gender(order[at]) == Gender::Female && gender(order[there]) == Gender::Male ? 3 : 0) +
                        (m_graph.units[unit].nodes[0] == order[at] ? 0 : 1);
            for (auto later : m_units[order[at]])
                if (later != unit && is_earlier(unit, later))
                    if (const auto then = place(order, other(later, order[at])); then < order.size()) {
                        cost += then < there ? 20 : 0;
                        const bool is_current = std::none_of(m_units[order[at]].begin(), m_units[order[at]].end(),
                                                             [&](auto more) { return more != later && is_earlier(later, more); });
                        cost += is_current && then != at + 1 && then + 1 != at ? 10 : 0;
                    }
        }
        return cost;
    }

    int cost(const Order& order) const {
        int sum = keeps_birth_order(order) ? 0 : 1'000'000;
        for (std::size_t at = 0; at < order.size(); ++at) {
            sum += cost_of_node(order, at);
            for (std::size_t before = 0; before < at; ++before)
                if (m_kept[order[before]] && m_kept[order[at]] && *m_kept[order[before]] > *m_kept[order[at]])
                    sum += 2'000;
        }
        return sum;
    }

    Order tried_whole(Order order) const {
        std::sort(order.begin(), order.end());
        auto best = order;
        int least = cost(order);
        while (std::next_permutation(order.begin(), order.end()))
            if (const int now = cost(order); now < least) {
                least = now;
                best = order;
            }
        return best;
    }

    Order bettered(Order order) const {
        int least = cost(order);
        for (bool is_better = true; is_better;) {
            is_better = false;
            for (std::size_t from = 0; from < order.size(); ++from)
                for (std::size_t to = 0; to < order.size(); ++to) {
                    auto tried = order;
                    tried.erase(tried.begin() + static_cast<std::ptrdiff_t>(from));
                    tried.insert(tried.begin() + static_cast<std::ptrdiff_t>(to), order[from]);
                    if (const int now = cost(tried); now < least) {
                        least = now;
                        order = std::move(tried);
                        is_better = true;
                    }
                }
        }
        return order;
    }

    Order joined(Order one, Order other) const {
        if (one.size() + other.size() <= most_tried_whole) {
            one.insert(one.end(), other.begin(), other.end());
            return tried_whole(std::move(one));
        }
        Order best;
        for (int turn = 0; turn < 8; ++turn) {
            auto left = turn & 4 ? other : one, right = turn & 4 ? one : other;
            if (turn & 1)
                std::reverse(left.begin(), left.end());
            if (turn & 2)
                std::reverse(right.begin(), right.end());
            left.insert(left.end(), right.begin(), right.end());
            if (best.empty() || cost(left) < cost(best))
                best = std::move(left);
        }
        return best.size() <= 24 ? bettered(std::move(best)) : best;
    }

    // Would the blocks of a row, with these two as one, still have an order in which nobody stands before an elder?
    bool leaves_an_order(std::size_t one, std::size_t other) const {
        const auto merged = [&](std::size_t node) { return m_of[node] == other ? one : m_of[node]; };
        std::vector<bool> seen(m_blocks.size());
        std::vector<std::size_t> open{one};
        while (!open.empty()) {
            const auto at = open.back();
            open.pop_back();
            const auto follow = [&](const Order& block) {
                for (auto node : block)
                    for (auto younger : m_next[node])
                        if (const auto next = merged(younger); next != at && !seen[next]) {
                            seen[next] = true;
                            open.push_back(next);
                        }
            };
            follow(m_blocks[at]);
            if (at == one)
                follow(m_blocks[other]);
        }
        return !seen[one];
    }

    void try_to_join(std::size_t one, std::size_t other) {
        if (!leaves_an_order(one, other))
            return;
        auto order = joined(m_blocks[one], m_blocks[other]);
        if (!keeps_birth_order(order))
            return;
        for (auto node : m_blocks[other])
            m_of[node] = one;
        m_blocks[one] = std::move(order);
        m_blocks[other].clear();
    }

    const Graph& m_graph;
    const Family& m_family;
    const std::vector<std::optional<double>>& m_kept;
    std::vector<std::size_t> m_of;
    std::vector<std::vector<std::size_t>> m_units, m_next;
    std::vector<Order> m_blocks;
};

} // namespace

Blocks blocks_of(const Graph& graph, const Family& family, const std::vector<std::optional<double>>& kept) {
    return BlockMaker(graph, family, kept).make();
}

} // namespace lifestory::genogram
