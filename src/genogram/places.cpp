#include "genogram/places.h"

#include <algorithm>
#include <cmath>

namespace lifestory::genogram {

namespace {

constexpr int most_sweeps = 48;
constexpr double kept_weight = 1000;

struct Wish {
    double sum = 0, weight = 0;
    void add(double by, double how_much) {
        sum += by * how_much;
        weight += how_much;
    }
    double shift() const { return weight > 0 ? sum / weight : 0; }
};

// Runs of nodes of one block that stand together: they move as one.
struct Run {
    std::vector<std::size_t> nodes;
    std::vector<double> offset; // of each node from the first
    double left = 0, right = 0; // reach from the first node's middle
    double x = 0, weight = 1;
    double home = 0; // where a drawing before had it, when it weighs more than 1
};

class Placer {
public:
    Placer(const Graph& graph, const Blocks& blocks, const Ordering& ordering, const std::vector<double>& wants,
           const std::vector<std::optional<double>>& kept)
        : m_graph(graph), m_kept(kept), m_x(graph.nodes.size()), m_run_of(graph.nodes.size()), m_rows(ordering.rows.size()) {
        const auto place = numbered(ordering, graph.nodes.size());
        for (const auto& unit : graph.units)
            m_stretch.push_back(stretch_of(unit, graph, place, ordering));
        for (std::size_t row = 0; row < m_rows.size(); ++row)
            make_runs(ordering.rows[row], row, blocks, wants);
    }

    std::vector<double> place() && {
        for (auto& row : m_rows)
            start(row);
        for (int sweep = 0; sweep < most_sweeps; ++sweep) {
            for (std::size_t row = 0; row < m_rows.size(); ++row)
                move(row, Look::Up);
            for (std::size_t row = m_rows.size(); row-- > 0;)
                move(row, sweep + 4 < most_sweeps ? Look::Down : Look::Both);
        }
        return std::move(m_x);
    }

private:
    enum class Look { Up, Down, Both };

    double least_between(std::size_t left, std::size_t right) const {
        return m_graph.nodes[left].right + between_nodes + m_graph.nodes[right].left;
    }

    void make_runs(const std::vector<std::size_t>& nodes, std::size_t row, const Blocks& blocks, const std::vector<double>& wants) {
        auto& runs = m_rows[row];
        for (std::size_t at = 0; at < nodes.size(); ++at) {
            const auto node = nodes[at];
            const bool goes_on = at > 0 && blocks.of[node] == blocks.of[nodes[at - 1]];
            double apart = at > 0 ? least_between(nodes[at - 1], node) : 0;
            for (std::size_t unit = 0; unit < m_stretch.size() && at > 0; ++unit)
                if (m_stretch[unit].left == nodes[at - 1] && m_stretch[unit].right == node)
                    apart = std::max(apart, wants[unit]);
            if (!goes_on)
                runs.push_back({});
            auto& run = runs.back();
            run.offset.push_back(goes_on ? run.offset.back() + apart : 0);
            if (run.nodes.empty())
                run.left = at > 0 ? apart - m_graph.nodes[nodes[at - 1]].right : m_graph.nodes[node].left;
            run.right = run.offset.back() + m_graph.nodes[node].right;
            run.nodes.push_back(node);
            m_run_of[node] = {row, runs.size() - 1};
        }
    }

    void settle(Run& run, double x) {
        run.x = x;
        for (std::size_t at = 0; at < run.nodes.size(); ++at)
            m_x[run.nodes[at]] = x + run.offset[at];
    }

    void start(std::vector<Run>& runs) {
        double x = 0;
        for (auto& run : runs) {
            Wish kept;
            for (std::size_t at = 0; at < run.nodes.size(); ++at)
                if (const auto& before = m_kept[run.nodes[at]])
                    kept.add(*before - run.offset[at], 1);
            if (kept.weight > 0) {
                run.weight = kept_weight;
                run.home = kept.shift();
            }
            settle(run, kept.weight > 0 ? kept.shift() : x + run.left);
            x = run.x + run.right;
        }
    }

    double upper_x(const Link& link) const {
        if (link.upper != none)
            return m_x[link.upper];
        const auto& stretch = m_stretch[link.unit];
        return (m_x[stretch.left] + m_x[stretch.right]) / 2;
    }

    bool has_upper(const Link& link) const {
        return link.upper != none || (link.unit != none && m_stretch[link.unit].left != none);
    }

    std::pair<double, double> span(const Link& link) const {
        double left = 1e300, right = -1e300;
        for (const auto& lower : link.lowers) {
            left = std::min(left, m_x[lower.node]);
            right = std::max(right, m_x[lower.node]);
        }
        return {left, right};
    }

    void wish_from_above(std::size_t row, std::vector<Wish>& wishes) const {
        for (const auto& link : m_graph.links) {
            if (link.row + 1 != static_cast<int>(row))
                continue;
            const auto [left, right] = span(link);
            const double middle = (left + right) / 2;
            const double shift = has_upper(link) ? upper_x(link) - middle : 0;
            for (const auto& lower : link.lowers) {
                const bool is_pass = m_graph.nodes[lower.node].person == none;
                wishes[m_run_of[lower.node].second].add(shift + 0.15 * (middle - m_x[lower.node]), is_pass ? 2 : 1);
            }
        }
    }

    void wish_from_below(std::size_t row, std::vector<Wish>& wishes) const {
        for (const auto& link : m_graph.links) {
            if (link.row != static_cast<int>(row) || !has_upper(link))
                continue;
            const auto [left, right] = span(link);
            const auto node = link.upper != none ? link.upper : m_stretch[link.unit].left;
            wishes[m_run_of[node].second].add((left + right) / 2 - upper_x(link), 1);
        }
    }

    void move(std::size_t row, Look look) {
        auto& runs = m_rows[row];
        std::vector<Wish> wishes(runs.size());
        if (look != Look::Down)
            wish_from_above(row, wishes);
        if (look != Look::Up)
            wish_from_below(row, wishes);
        std::vector<double> wanted(runs.size());
        for (std::size_t at = 0; at < runs.size(); ++at)
            wanted[at] = runs[at].weight > 1 ? runs[at].home : runs[at].x + wishes[at].shift();
        spread(runs, wanted);
    }

    // The nearest places in which nothing overlaps (pool adjacent violators).
    void spread(std::vector<Run>& runs, const std::vector<double>& wanted) {
        struct Pool {
            double sum, weight;
            std::size_t count;
            double mean() const { return sum / weight; }
        };
        std::vector<Pool> pools;
        std::vector<double> before(runs.size());
        for (std::size_t at = 0; at < runs.size(); ++at) {
            if (at > 0)
                before[at] = before[at - 1] + runs[at - 1].right + runs[at].left;
            pools.push_back({(wanted[at] - before[at]) * runs[at].weight, runs[at].weight, 1});
            while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
                const auto last = pools.back();
                pools.pop_back();
                pools.back().sum += last.sum;
                pools.back().weight += last.weight;
                pools.back().count += last.count;
            }
        }
        std::size_t at = 0;
        for (const auto& pool : pools)
            for (std::size_t more = 0; more < pool.count; ++more, ++at)
                settle(runs[at], pool.mean() + before[at]);
    }

    const Graph& m_graph;
    const std::vector<std::optional<double>>& m_kept;
    std::vector<double> m_x;
    std::vector<std::pair<std::size_t, std::size_t>> m_run_of; // row and run
    std::vector<std::vector<Run>> m_rows;
    std::vector<Stretch> m_stretch;
};

} // namespace

std::vector<std::size_t> numbered(const Ordering& ordering, std::size_t nodes) {
    std::vector<std::size_t> place(nodes);
    for (const auto& row : ordering.rows)
        for (std::size_t at = 0; at < row.size(); ++at)
            place[row[at]] = at;
    return place;
}

Stretch stretch_of(const Unit& unit, const Graph& graph, const std::vector<std::size_t>& place, const Ordering& ordering) {
    if (unit.nodes.empty())
        return {};
    if (unit.nodes.size() == 1)
        return {unit.nodes[0], unit.nodes[0]};
    auto left = unit.nodes[0], right = unit.nodes[1];
    if (place[left] > place[right])
        std::swap(left, right);
    const auto& row = ordering.rows[static_cast<std::size_t>(unit.row)];
    const auto from = place[left], to = place[right];
    std::vector<int> passed(to - from); // by other unions, each gap
    for (const auto& other : graph.units)
        if (other.row == unit.row && other.which != unit.which && other.nodes.size() == 2) {
            const auto [low, high] = std::minmax(place[other.nodes[0]], place[other.nodes[1]]);
            for (auto gap_at = std::max(low, from); gap_at < std::min(high, to); ++gap_at)
                ++passed[gap_at - from];
        }
    const auto freest = static_cast<std::size_t>(std::min_element(passed.begin(), passed.end()) - passed.begin());
    const auto at = passed.back() == passed[freest] && passed.front() != passed[freest] ? passed.size() - 1 : freest;
    return {row[from + at], row[from + at + 1]};
}

std::vector<double> places_of(const Graph& graph, const Blocks& blocks, const Ordering& ordering, const std::vector<double>& wants,
                              const std::vector<std::optional<double>>& kept) {
    return Placer(graph, blocks, ordering, wants, kept).place();
}

} // namespace lifestory::genogram
