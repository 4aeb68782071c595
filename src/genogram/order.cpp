#include "genogram/order.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>

namespace lifestory::genogram {

namespace {

constexpr double crossing_costs = 1000, far_partner_costs = 300, far_relative_costs = 8, far_twin_costs = 400;
constexpr double pushing_costs = 100; // for each unit of length by which those who were drawn before would have to make room
constexpr double turning_costs = 1; // blocks are made with a man left of a woman: turned where something is gained
constexpr int most_rounds = 6;

struct Edge {
    std::size_t link, lower;
    double from, to; // places in the two rows
};

class Orderer {
public:
    Orderer(const Graph& graph, Blocks blocks, const Family& family, const std::vector<std::optional<double>>& kept)
        : m_graph(graph), m_blocks(std::move(blocks)), m_made(m_blocks.nodes), m_kept(kept), m_rows(static_cast<std::size_t>(graph.rows)),
          m_links_of(m_blocks.nodes.size()), m_near(m_blocks.nodes.size()), m_place(graph.nodes.size(), -1),
          m_links_below(static_cast<std::size_t>(graph.rows) + 1), m_after(m_blocks.nodes.size()), m_was_drawn(m_blocks.nodes.size()), m_is_placed(m_blocks.nodes.size()), m_is_walked(m_blocks.nodes.size()) {
        for (std::size_t at = 0; at < graph.links.size(); ++at)
            add_link(at);
        for (const auto& unit : graph.units)
            if (unit.nodes.size() == 2 && m_blocks.of[unit.nodes[0]] != m_blocks.of[unit.nodes[1]])
                m_apart.push_back({unit.nodes[0], unit.nodes[1]});
        for (const auto& link : graph.links)
            add_twins(link, family.unions[link.which]);
        for (const auto& home : family.households)
            add_household(home);
        close_birth_order();
    }

    Ordering order(std::size_t start) && {
        place_kept();
        walk(m_blocks.of[start]);
        for (std::size_t block = 0; block < m_blocks.nodes.size(); ++block)
            walk(block);
        for (int round = 0; round < most_rounds; ++round) {
            for (std::size_t row = 0; row < m_rows.size(); ++row)
                turn_kept(row);
            if (!better())
                break;
        }
        Ordering all{std::vector<std::vector<std::size_t>>(m_rows.size())};
        for (std::size_t row = 0; row < m_rows.size(); ++row)
            for (auto block : m_rows[row])
                all.rows[row].insert(all.rows[row].end(), m_blocks.nodes[block].begin(), m_blocks.nodes[block].end());
        return all;
    }

private:
    std::size_t row_of(std::size_t block) const {
        return static_cast<std::size_t>(m_graph.nodes[m_blocks.nodes[block].front()].row);
    }

    void add_link(std::size_t at) {
        const auto& link = m_graph.links[at];
        std::vector<std::size_t> ends;
        if (link.upper != none)
            ends.push_back(m_blocks.of[link.upper]);
        if (link.unit != none)
            for (auto node : m_graph.units[link.unit].nodes)
                ends.push_back(m_blocks.of[node]);
        for (const auto& lower : link.lowers)
            ends.push_back(m_blocks.of[lower.node]);
        std::sort(ends.begin(), ends.end());
        ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
        for (auto block : ends)
            m_links_of[block].push_back(at);
        m_links_below[static_cast<std::size_t>(link.row + 1)].push_back(at);
        for (const auto& one : link.lowers)
            for (const auto& other : link.lowers)
                if (one.node != other.node)
                    m_near[m_blocks.of[one.node]].push_back(other.node);
    }

    void add_twins(const Link& link, const Union& one) {
        for (std::size_t at = 1; at < link.lowers.size(); ++at)
            if (const auto &twin = link.lowers[at - 1], &other = link.lowers[at]; twin.child != none && other.child != none)
                if (const int born = one.children[twin.child].born_together; born && born == one.children[other.child].born_together)
                    m_twins.push_back({twin.node, other.node});
    }

    void add_household(const Household& home) {
        for (auto one : home.members)
            for (auto other : home.members) {
                const auto here = m_graph.node_of[one], there = m_graph.node_of[other];
                if (here != there && here != none && there != none && m_graph.nodes[here].row == m_graph.nodes[there].row)
                    m_near[m_blocks.of[here]].push_back(there);
            }
    }

    // Every block that must stand right of another, through others between them too.
    void close_birth_order() {
        const auto words = m_blocks.nodes.size() / 64 + 1;
        for (auto& set : m_after)
            set.assign(words, 0);
        std::vector<std::vector<std::size_t>> next(m_blocks.nodes.size());
        std::vector<std::size_t> waits_for(m_blocks.nodes.size());
        for (const auto& [older, younger] : m_graph.older)
            if (const auto one = m_blocks.of[older], other = m_blocks.of[younger]; one != other) {
                next[one].push_back(other);
                ++waits_for[other];
            }
        std::vector<std::size_t> sorted;
        for (std::size_t block = 0; block < waits_for.size(); ++block)
            if (waits_for[block] == 0)
                sorted.push_back(block);
        for (std::size_t at = 0; at < sorted.size(); ++at)
            for (auto other : next[sorted[at]])
                if (--waits_for[other] == 0)
                    sorted.push_back(other);
        for (auto block = sorted.rbegin(); block != sorted.rend(); ++block)
            for (auto other : next[*block]) {
                m_after[*block][other / 64] |= std::uint64_t{1} << (other % 64);
                for (std::size_t word = 0; word < words; ++word)
                    m_after[*block][word] |= m_after[other][word];
            }
    }

    bool is_before(std::size_t one, std::size_t other) const { return m_after[one][other / 64] >> (other % 64) & 1; }

    void number_row(std::size_t row) {
        double place = 1;
        for (auto block : m_rows[row])
            for (auto node : m_blocks.nodes[block])
                m_place[node] = place++;
    }

    // A union hangs from the end that no other union passes.
    double place_of_upper(const Link& link) const {
        if (link.upper != none)
            return m_place[link.upper];
        if (link.unit == none || m_graph.units[link.unit].nodes.empty())
            return -1;
        const auto& nodes = m_graph.units[link.unit].nodes;
        if (nodes.size() == 1)
            return m_place[nodes[0]];
        const auto one = m_place[nodes[0]], other = m_place[nodes[1]];
        return one < 0 || other < 0 ? -1 : std::abs(one - other) <= 1 ? (one + other) / 2 : std::min(one, other) + 0.5;
    }

    void add_edges(std::size_t at, std::vector<Edge>& edges) const {
        const auto& link = m_graph.links[at];
        const auto from = place_of_upper(link);
        if (from < 0)
            return;
        for (const auto& lower : link.lowers)
            if (m_place[lower.node] >= 0)
                edges.push_back({at, lower.node, from, m_place[lower.node]});
    }

    // What the block costs where its nodes stand now.
    double cost(std::size_t block, const std::vector<Edge>& others) const {
        std::vector<Edge> own;
        for (auto link : m_links_of[block])
            add_edges(link, own);
        double sum = 0;
        const auto crosses = [&](const Edge& one, const Edge& other) {
            return m_graph.links[one.link].row == m_graph.links[other.link].row && one.link != other.link &&
                   (one.from - other.from) * (one.to - other.to) < 0;
        };
        for (std::size_t at = 0; at < own.size(); ++at) {
            for (const auto& other : others)
                sum += crosses(own[at], other) ? crossing_costs : 0;
            for (std::size_t more = at + 1; more < own.size(); ++more)
                sum += crosses(own[at], own[more]) ? crossing_costs : 0;
        }
        for (const auto& [one, other] : m_apart)
            if (m_blocks.of[one] == block || m_blocks.of[other] == block)
                if (m_place[one] >= 0 && m_place[other] >= 0)
                    sum += far_partner_costs * std::abs(m_place[one] - m_place[other]);
        for (const auto& [one, other] : m_twins)
            if (m_blocks.of[one] == block || m_blocks.of[other] == block)
                if (m_place[one] >= 0 && m_place[other] >= 0)
                    sum += far_twin_costs * std::abs(m_place[one] - m_place[other]);
        for (auto near : m_near[block])
            if (m_place[near] >= 0)
                sum += far_relative_costs * std::abs(m_place[near] - m_place[m_blocks.nodes[block].front()]) /
                       static_cast<double>(m_near[block].size());
        return sum + (m_blocks.nodes[block].front() != m_made[block].front() ? turning_costs : 0);
    }

    std::vector<Edge> edges_without(std::size_t block) const {
        std::vector<Edge> edges;
        const auto& own = m_links_of[block];
        const auto row = row_of(block);
        for (const auto channel : {row, row + 1})
            for (auto link : m_links_below[channel])
                if (std::find(own.begin(), own.end(), link) == own.end())
                    add_edges(link, edges);
        return edges;
    }

    // What it costs that those of the row who were drawn before must part, with the block standing in this gap.
    double pushing(std::size_t block, const std::vector<std::size_t>& there, std::size_t gap) const {
        double sum = 0, need = between_nodes;
        std::optional<double> left;
        const auto pass = [&](std::size_t other) {
            for (auto node : m_blocks.nodes[other]) {
                const auto& one = m_graph.nodes[node];
                if (const auto& x = m_kept[node]) {
                    sum += left ? std::max(0.0, need - (*x - one.left - *left)) : 0;
                    left = *x + one.right;
                    need = between_nodes;
                } else
                    need += one.left + one.right + between_nodes;
            }
        };
        for (std::size_t at = 0; at <= there.size() && !m_is_fresh; ++at) {
            if (at == gap)
                pass(block);
            if (at < there.size())
                pass(there[at]);
        }
        return pushing_costs * sum;
    }

    void put(std::size_t block, double gap) {
        const auto& nodes = m_blocks.nodes[block];
        for (std::size_t at = 0; at < nodes.size(); ++at)
            m_place[nodes[at]] = gap - 0.5 + static_cast<double>(at + 1) / static_cast<double>(nodes.size() + 1);
    }

    // Takes the cheapest gap and way round; among equals the last that was best before, else the rightmost.
    bool insert(std::size_t block, std::optional<std::size_t> stood) {
        const auto row = row_of(block);
        auto& there = m_rows[row];
        number_row(row);
        std::size_t from = 0, to = there.size();
        for (std::size_t at = 0; at < there.size(); ++at) {
            if (is_before(there[at], block))
                from = at + 1;
            if (is_before(block, there[at]))
                to = std::min(to, at);
        }
        const auto others = edges_without(block);
        const auto before = m_blocks.nodes[block];
        auto best_nodes = before;
        std::size_t best_gap = stood ? *stood : to;
        double least = 1e300;
        const auto gap_place = [&](std::size_t gap) {
            return gap == there.size() ? (there.empty() ? 1 : m_place[m_blocks.nodes[there.back()].back()] + 0.5)
                                       : m_place[m_blocks.nodes[there[gap]].front()] - 0.5;
        };
        const auto try_gap = [&](std::size_t gap) {
            put(block, gap_place(gap));
            if (const double now = cost(block, others) + pushing(block, there, gap); now < least - 1e-9) {
                least = now;
                best_gap = gap;
                best_nodes = m_blocks.nodes[block];
            }
        };
        for (int turn = 0; turn < (m_blocks.may_turn[block] ? 2 : 1); ++turn) {
            if (stood && turn == 0)
                try_gap(*stood);
            for (std::size_t gap = to + 1; gap-- > from;)
                try_gap(gap);
            std::reverse(m_blocks.nodes[block].begin(), m_blocks.nodes[block].end());
        }
        m_blocks.nodes[block] = best_nodes;
        there.insert(there.begin() + static_cast<std::ptrdiff_t>(best_gap), block);
        number_row(row);
        return !stood || *stood != best_gap || best_nodes != before;
    }

    // Blocks drawn before stand in the order in which they stood, as far as birth order allows.
    void place_kept() {
        std::vector<std::pair<double, std::size_t>> kept;
        for (std::size_t block = 0; block < m_blocks.nodes.size(); ++block) {
            double sum = 0, count = 0, slope = 0;
            auto& nodes = m_blocks.nodes[block];
            std::optional<double> last;
            for (auto node : nodes)
                if (const auto& x = m_kept[node]) {
                    slope += last ? *x - *last : 0;
                    last = x;
                    sum += *x;
                    ++count;
                }
            if (slope < 0 && m_blocks.may_turn[block])
                std::reverse(nodes.begin(), nodes.end());
            if (count > 0)
                kept.emplace_back(sum / count, block);
        }
        std::sort(kept.begin(), kept.end());
        while (!kept.empty()) {
            const auto next = std::find_if(kept.begin(), kept.end(), [&](const auto& one) {
                return std::none_of(kept.begin(), kept.end(), [&](const auto& other) { return is_before(other.second, one.second); });
            });
            m_rows[row_of(next->second)].push_back(next->second);
            m_is_placed[next->second] = m_was_drawn[next->second] = true;
            kept.erase(next);
        }
        for (std::size_t row = 0; row < m_rows.size(); ++row)
            number_row(row);
    }

    // A block of which one alone was drawn before stands the way round that costs less.
    void turn_kept(std::size_t row) {
        for (std::size_t gap = 0; gap < m_rows[row].size(); ++gap) {
            const auto block = m_rows[row][gap];
            auto& nodes = m_blocks.nodes[block];
            const auto kept = std::count_if(nodes.begin(), nodes.end(), [&](auto node) { return m_kept[node].has_value(); });
            if (kept != 1 || !m_blocks.may_turn[block])
                continue;
            auto others = m_rows[row];
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(gap));
            const auto lines = edges_without(block);
            const auto costs = [&] {
                number_row(row);
                return cost(block, lines) + pushing(block, others, gap);
            };
            const auto now = costs();
            std::reverse(nodes.begin(), nodes.end());
            if (costs() >= now - 1e-9)
                std::reverse(nodes.begin(), nodes.end());
        }
        number_row(row);
    }

    void walk(std::size_t start) {
        std::deque<std::size_t> open{start};
        while (!open.empty()) {
            const auto block = open.front();
            open.pop_front();
            if (m_is_walked[block])
                continue;
            m_is_walked[block] = true;
            if (!m_is_placed[block]) {
                m_is_placed[block] = true;
                insert(block, std::nullopt);
            }
            for (auto at : m_links_of[block]) {
                const auto& link = m_graph.links[at];
                if (link.upper != none)
                    open.push_back(m_blocks.of[link.upper]);
                if (link.unit != none)
                    for (auto node : m_graph.units[link.unit].nodes)
                        open.push_back(m_blocks.of[node]);
                for (const auto& lower : link.lowers)
                    open.push_back(m_blocks.of[lower.node]);
            }
        }
    }

    bool better() {
        bool is_better = false;
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            const auto blocks = m_rows[row];
            for (auto block : blocks) {
                if (m_was_drawn[block])
                    continue;
                auto& there = m_rows[row];
                const auto at = std::find(there.begin(), there.end(), block);
                const auto stood = static_cast<std::size_t>(at - there.begin());
                there.erase(at);
                is_better = insert(block, stood) || is_better;
            }
        }
        return is_better;
    }

    const Graph& m_graph;
    Blocks m_blocks;
    std::vector<std::vector<std::size_t>> m_made;
    const std::vector<std::optional<double>>& m_kept;
    const bool m_is_fresh = std::none_of(m_kept.begin(), m_kept.end(), [](const auto& x) { return x.has_value(); });
    std::vector<std::vector<std::size_t>> m_rows; // blocks
    std::vector<std::vector<std::size_t>> m_links_of, m_near;
    std::vector<double> m_place; // in its row; -1: not yet there
    std::vector<std::vector<std::size_t>> m_links_below;
    std::vector<std::vector<std::uint64_t>> m_after;
    std::vector<std::pair<std::size_t, std::size_t>> m_apart, m_twins;
    std::vector<bool> m_was_drawn, m_is_placed, m_is_walked;
};

} // namespace

Ordering order_of(const Graph& graph, Blocks blocks, const Family& family, std::size_t start,
                  const std::vector<std::optional<double>>& kept) {
    return Orderer(graph, std::move(blocks), family, kept).order(start);
}

} // namespace lifestory::genogram
