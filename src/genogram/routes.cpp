#include "genogram/routes.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "genogram/lanes.h"

namespace lifestory::genogram {

namespace {

constexpr double symbol = 20, years_height = 16, fork_height = 30, lane_height = 12, union_height = 22, union_gap = 20;
constexpr double widest_fork = 400; // twins who stand further apart each have a line of their own

struct Leg {
    std::size_t unit, node;
    double x;
};

class Router {
public:
    Router(const Family& family, const Graph& graph, const Ordering& ordering, const std::vector<double>& x,
           const std::vector<Label>& labels, Layout& layout)
        : m_family(family), m_graph(graph), m_x(x), m_labels(labels), m_layout(layout), m_rows(static_cast<std::size_t>(graph.rows)),
          m_depth(graph.units.size()), m_from(graph.links.size()), m_bars(graph.links.size()), m_lane(graph.links.size(), -1),
          m_middle(m_rows), m_union_top(m_rows), m_channel_top(m_rows + 1), m_channel_bottom(m_rows + 1) {
        const auto place = numbered(ordering, graph.nodes.size());
        for (const auto& unit : graph.units)
            m_stretch.push_back(stretch_of(unit, graph, place, ordering));
    }

    void route() {
        share_out_feet();
        choose_union_depths();
        share_out_heads();
        for (std::size_t link = 0; link < m_graph.links.size(); ++link)
            m_drops.push_back(drops_of(link));
        hang_children();
        choose_lanes();
        set_rows();
        place_people();
        for (std::size_t unit = 0; unit < m_graph.units.size(); ++unit)
            draw_union(unit);
        for (std::size_t link = 0; link < m_graph.links.size(); ++link)
            draw_link(link);
    }

private:
    const Person* person(std::size_t node) const {
        const auto at = m_graph.nodes[node].person;
        return at == none ? nullptr : &m_family.people[at];
    }
    std::size_t row_of(std::size_t node) const { return static_cast<std::size_t>(m_graph.nodes[node].row); }
    static std::size_t channel(int row) { return static_cast<std::size_t>(row + 1); } // below a row; 0: above the highest

    // ---- where lines meet a symbol

    struct Foot {
        bool is_unit;
        std::size_t at; // unit or link
        double towards;
    };

    // Several unions leave a symbol side by side, in the order of where they go.
    void share_out_feet() {
        std::map<std::size_t, std::vector<Foot>> feet;
        for (std::size_t unit = 0; unit < m_graph.units.size(); ++unit) {
            const auto& nodes = m_graph.units[unit].nodes;
            for (std::size_t at = 0; at < nodes.size(); ++at)
                feet[nodes[at]].push_back({true, unit, nodes.size() == 2 ? m_x[nodes[1 - at]] : m_x[nodes[at]]});
        }
        for (std::size_t link = 0; link < m_graph.links.size(); ++link)
            if (const auto upper = m_graph.links[link].upper; upper != none && person(upper))
                feet[upper].push_back({false, link, m_x[m_graph.links[link].lowers.front().node]});
        for (auto& [node, all] : feet) {
            std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) { return one.towards < other.towards; });
            const double step = all.size() > 1 ? std::min(14.0, 30.0 / static_cast<double>(all.size() - 1)) : 0;
            for (std::size_t at = 0; at < all.size(); ++at) {
                const double x = m_x[node] + step * (static_cast<double>(at) - static_cast<double>(all.size() - 1) / 2);
                m_foot[{node, all[at].is_unit, all[at].at}] = x;
            }
        }
    }

    double foot(std::size_t node, bool is_unit, std::size_t at) const {
        const auto found = m_foot.find({node, is_unit, at});
        return found == m_foot.end() ? m_x[node] : found->second;
    }

    // A child of several families has a line from each, side by side.
    void share_out_heads() {
        std::map<std::size_t, std::vector<std::pair<double, std::size_t>>> heads;
        for (std::size_t at = 0; at < m_graph.links.size(); ++at)
            for (const auto& lower : m_graph.links[at].lowers)
                heads[lower.node].emplace_back(upper_x(at).value_or(m_x[lower.node]), at);
        for (auto& [node, all] : heads) {
            std::stable_sort(all.begin(), all.end());
            const double step = all.size() > 1 ? std::min(18.0, 34.0 / static_cast<double>(all.size() - 1)) : 0;
            for (std::size_t at = 0; at < all.size(); ++at)
                m_head[{node, all[at].second}] = m_x[node] + step * (static_cast<double>(at) - static_cast<double>(all.size() - 1) / 2);
        }
    }

    double head(std::size_t node, std::size_t link) const { return m_head.at({node, link}); }

    // ---- unions

    std::pair<double, double> span_of(std::size_t unit) const {
        const auto& nodes = m_graph.units[unit].nodes;
        const auto one = foot(nodes[0], true, unit), other = foot(nodes[1], true, unit);
        return {std::min(one, other), std::max(one, other)};
    }

    // Short lines first: what reaches further hangs deeper.
    void choose_union_depths() {
        m_depths.assign(m_rows, 0);
        std::vector<std::size_t> order;
        for (std::size_t unit = 0; unit < m_graph.units.size(); ++unit)
            if (m_graph.units[unit].nodes.size() == 2)
                order.push_back(unit);
        std::stable_sort(order.begin(), order.end(), [&](auto one, auto other) {
            return span_of(one).second - span_of(one).first < span_of(other).second - span_of(other).first;
        });
        for (std::size_t at = 0; at < order.size(); ++at) {
            const auto row = m_graph.units[order[at]].row;
            const auto [left, right] = span_of(order[at]);
            int depth = 0;
            for (std::size_t before = 0; before < at; ++before)
                if (const auto [from, to] = span_of(order[before]);
                    m_graph.units[order[before]].row == row && left < to + 5 && from < right + 5)
                    depth = std::max(depth, m_depth[order[before]] + 1);
            m_depth[order[at]] = depth;
            auto& deepest = m_depths[static_cast<std::size_t>(row)];
            deepest = std::max(deepest, depth + 1);
        }
    }

    std::pair<double, double> stretch_span(std::size_t unit) const {
        const auto& stretch = m_stretch[unit];
        const auto [left, right] = span_of(unit);
        const auto& nodes = m_graph.units[unit].nodes;
        const auto is_end = [&](std::size_t node) { return node == nodes[0] || node == nodes[1]; };
        return {is_end(stretch.left) ? left : m_x[stretch.left] + 16, is_end(stretch.right) ? right : m_x[stretch.right] - 16};
    }

    std::optional<double> upper_x(std::size_t at) const {
        const auto& link = m_graph.links[at];
        if (link.upper != none)
            return foot(link.upper, false, at);
        if (link.unit == none || m_graph.units[link.unit].nodes.empty())
            return std::nullopt;
        if (m_graph.units[link.unit].nodes.size() == 1)
            return foot(m_graph.units[link.unit].nodes[0], true, link.unit);
        const auto [left, right] = stretch_span(link.unit);
        return (left + right) / 2;
    }

    // ---- children

    struct Drop {
        double x;
        std::vector<std::size_t> lowers; // places in the link; several: born together
    };

    std::vector<Drop> drops_of(std::size_t at) const {
        const auto& link = m_graph.links[at];
        std::vector<Drop> drops;
        int last_born = 0;
        for (std::size_t lower = 0; lower < link.lowers.size(); ++lower) {
            const auto child = link.lowers[lower].child;
            const int born = child == none ? 0 : m_family.unions[link.which].children[child].born_together;
            const bool is_near = lower > 0 && m_x[link.lowers[lower].node] - m_x[link.lowers[lower - 1].node] < widest_fork;
            if (born != 0 && born == last_born && is_near)
                drops.back().lowers.push_back(lower);
            else
                drops.push_back({0, {lower}});
            last_born = born;
        }
        for (auto& drop : drops) {
            for (auto lower : drop.lowers)
                drop.x += head(link.lowers[lower].node, at);
            drop.x /= static_cast<double>(drop.lowers.size());
            while (drop.lowers.size() > 1 && is_above_another(drop.x, link))
                drop.x += 7;
        }
        return drops;
    }

    // Twins' common line comes down between them: never where the line of somebody else does.
    bool is_above_another(double x, const Link& link) const {
        return std::any_of(m_head.begin(), m_head.end(), [&](const auto& one) {
            return m_graph.nodes[one.first.first].row == link.row + 1 && std::abs(one.second - x) < 5;
        });
    }

    // Straight down where there is one child near enough, and clear of the lines of others.
    void hang_children() {
        for (std::size_t at = 0; at < m_graph.links.size(); ++at)
            if (m_graph.links[at].unit == none || m_graph.units[m_graph.links[at].unit].nodes.size() < 2)
                m_from[at] = upper_x(at);
        for (std::size_t at = 0; at < m_graph.links.size(); ++at) {
            const auto& link = m_graph.links[at];
            const auto& drops = m_drops[at];
            for (const auto& drop : drops)
                m_bars[at].drops.push_back(drop.x);
            if (link.unit != none && m_graph.units[link.unit].nodes.size() == 2) {
                const auto [left, right] = stretch_span(link.unit);
                const bool goes_straight = drops.size() == 1 && drops[0].x > left + 6 && drops[0].x < right - 6;
                m_from[at] = clear_of_others(at, goes_straight ? drops[0].x : (left + right) / 2, left + 6, right - 6);
            }
            m_bars[at].from = m_from[at];
        }
    }

    double clear_of_others(std::size_t at, double wanted, double left, double right) const {
        std::vector<double> others;
        for (const auto& [key, x] : m_foot) // of deeper unions, which come down beside this one
            if (const auto& [node, is_unit, which] = key;
                m_graph.nodes[node].row == m_graph.links[at].row && !(is_unit && which == m_graph.links[at].unit))
                others.push_back(x);
        for (std::size_t link = 0; link < m_graph.links.size(); ++link)
            if (link != at && m_graph.links[link].row == m_graph.links[at].row) {
                if (const auto from = m_from[link]; from && *from > left - 8 && *from < right + 8)
                    others.push_back(*from);
                for (const auto& drop : m_drops[link])
                    if (drop.x > left - 8 && drop.x < right + 8)
                        others.push_back(drop.x);
            }
        for (int step = 0; step < 20; ++step) {
            const double x = wanted + (step % 2 ? 1 : -1) * 5.0 * ((step + 1) / 2);
            if (x >= left && x <= right && std::none_of(others.begin(), others.end(), [&](double other) { return std::abs(other - x) < 5; }))
                return x;
        }
        return wanted;
    }

    void choose_lanes() {
        m_lane_counts.assign(m_rows + 1, 0);
        for (std::size_t at = 0; at <= m_rows; ++at) {
            std::vector<Bar> bars;
            std::vector<std::size_t> which;
            for (std::size_t link = 0; link < m_graph.links.size(); ++link)
                if (channel(m_graph.links[link].row) == at) {
                    bars.push_back(m_bars[link]);
                    which.push_back(link);
                }
            const auto lanes = lanes_of(bars);
            for (std::size_t bar = 0; bar < which.size(); ++bar)
                m_lane[which[bar]] = lanes.lane[bar];
            m_lane_counts[at] = lanes.count;
        }
    }

    // ---- down the page

    bool has_twins(std::size_t row) const {
        for (const auto& link : m_graph.links)
            if (link.row + 1 == static_cast<int>(row))
                for (const auto& lower : link.lowers)
                    if (lower.child != none && m_family.unions[link.which].children[lower.child].born_together)
                        return true;
        return false;
    }

    void set_rows() {
        std::vector<double> above(m_rows, symbol), below(m_rows, symbol);
        for (const auto& node : m_graph.nodes)
            if (node.person != none) {
                const auto row = static_cast<std::size_t>(node.row);
                above[row] = std::max(above[row], -m_labels[node.person].box.top - years_height);
                below[row] = std::max(below[row], m_labels[node.person].box.bottom);
            }
        double y = 0;
        for (std::size_t row = 0; row < m_rows; ++row) {
            m_channel_top[row] = y;
            const int lanes = m_lane_counts[row];
            y += lanes > 0 ? 14 + lane_height * (lanes - 1) + 8 : row > 0 ? 14 : 0;
            y += has_twins(row) ? fork_height : 0;
            m_channel_bottom[row] = y;
            y += years_height + above[row];
            m_middle[row] = y;
            y += below[row] + (m_depths[row] > 0 ? union_gap : 0);
            m_union_top[row] = y;
            y += m_depths[row] > 1 ? union_height * (m_depths[row] - 1) : 0;
        }
        m_channel_top[m_rows] = y;
    }

    double union_y(std::size_t unit) const {
        return m_union_top[static_cast<std::size_t>(m_graph.units[unit].row)] + union_height * m_depth[unit];
    }
    double lane_y(std::size_t link) const {
        return m_channel_top[channel(m_graph.links[link].row)] + 14 + lane_height * m_lane[link];
    }

    void place_people() {
        for (std::size_t node = 0; node < m_graph.nodes.size(); ++node) {
            const auto at = m_graph.nodes[node].person;
            if (at == none)
                continue;
            auto& placed = m_layout.people[at];
            placed.centre = {m_x[node], m_middle[row_of(node)]};
            placed.half = m_labels[at].half;
            placed.row = m_graph.nodes[node].row;
            placed.words = m_labels[at].words;
            for (auto& words : placed.words)
                words.at = {words.at.x + placed.centre.x, words.at.y + placed.centre.y};
        }
    }

    Point foot_point(std::size_t node, double x) const {
        const auto* who = person(node);
        const double below = who ? edge_below(*who, m_labels[m_graph.nodes[node].person].half, x - m_x[node]) : 0;
        return {x, m_middle[row_of(node)] + below};
    }

    Point head_point(std::size_t node, double x) const {
        const auto* who = person(node);
        const double above = who ? edge_above(*who, m_labels[m_graph.nodes[node].person].half, x - m_x[node]) : 0;
        return {x, m_middle[row_of(node)] - above};
    }

    void draw_union(std::size_t at) {
        const auto& unit = m_graph.units[at];
        if (unit.nodes.size() != 2)
            return;
        const auto& one = m_family.unions[unit.which];
        const double y = union_y(at);
        auto left = unit.nodes[0], right = unit.nodes[1];
        if (m_x[left] > m_x[right])
            std::swap(left, right);
        const auto from = foot_point(left, foot(left, true, at)), to = foot_point(right, foot(right, true, at));
        m_layout.lines.push_back({LineRole::Union, unit.which, none, {from, {from.x, y}, {to.x, y}, to}});
        const auto [start, end] = stretch_span(at);
        if (one.has_mark()) {
            const auto parted = one.is_divorced ? UnionMark::Kind::Divorced : UnionMark::Kind::Separated;
            const auto kind = one.is_reunited ? UnionMark::Kind::Reunited : parted;
            m_layout.marks.push_back({kind, unit.which, {start + 16, y}, {start + 16, y}});
        }
        const double room = one.has_mark() ? start + 26 : start;
        if (const auto words = words_of_union(one); !words.empty())
            m_layout.words.push_back({words, {(room + end) / 2, y - 4}, Anchor::Middle, 10, Weight::Normal});
    }

    Point start_of(std::size_t at) const {
        const auto& link = m_graph.links[at];
        if (link.upper != none)
            return foot_point(link.upper, *m_from[at]);
        const auto& unit = m_graph.units[link.unit];
        return unit.nodes.size() == 1 ? foot_point(unit.nodes[0], *m_from[at]) : Point{*m_from[at], union_y(link.unit)};
    }

    void draw_link(std::size_t at) {
        const auto& link = m_graph.links[at];
        const auto& drops = m_drops[at];
        const auto role = link.is_union ? LineRole::Union : LineRole::Stem;
        const bool is_straight = m_lane[at] < 0;
        const double y = is_straight ? 0 : lane_y(at);
        if (drops.size() == 1 && m_from[at]) {
            auto points = is_straight ? std::vector<Point>{start_of(at)}
                                      : std::vector<Point>{start_of(at), {*m_from[at], y}, {drops[0].x, y}};
            draw_drop(at, drops[0], std::move(points), role);
            return;
        }
        if (m_from[at])
            m_layout.lines.push_back({role, link.which, none, {start_of(at), {*m_from[at], y}}});
        m_layout.lines.push_back({role, link.which, none, {{m_bars[at].left(), y}, {m_bars[at].right(), y}}});
        for (const auto& drop : drops)
            draw_drop(at, drop, {{drop.x, y}}, role);
    }

    void draw_drop(std::size_t at, const Drop& drop, std::vector<Point> points, LineRole role) {
        const auto& link = m_graph.links[at];
        if (drop.lowers.size() == 1) {
            const auto& lower = link.lowers[drop.lowers[0]];
            points.push_back(head_point(lower.node, drop.x));
            m_layout.lines.push_back({lower.child == none ? role : LineRole::Child, link.which, lower.child, std::move(points)});
            return;
        }
        const Point fork{drop.x, m_channel_bottom[channel(link.row)] - fork_height + 4};
        points.push_back(fork);
        m_layout.lines.push_back({role, link.which, none, std::move(points)});
        std::vector<Point> heads;
        bool are_identical = true;
        for (auto which : drop.lowers) {
            const auto& lower = link.lowers[which];
            heads.push_back(head_point(lower.node, head(lower.node, at)));
            are_identical = are_identical && m_family.unions[link.which].children[lower.child].is_identical;
            m_layout.lines.push_back({LineRole::Child, link.which, lower.child, {fork, heads.back()}});
        }
        if (are_identical) {
            const auto half_way = [&](const Point& end) {
                return Point{fork.x + (end.x - fork.x) * 0.4, fork.y + (end.y - fork.y) * 0.4};
            };
            m_layout.marks.push_back({UnionMark::Kind::Identical, link.which, half_way(heads.front()), half_way(heads.back())});
        }
    }

    using FootKey = std::tuple<std::size_t, bool, std::size_t>;

    const Family& m_family;
    const Graph& m_graph;
    const std::vector<double>& m_x;
    const std::vector<Label>& m_labels;
    Layout& m_layout;
    std::size_t m_rows;
    std::vector<Stretch> m_stretch;
    std::map<FootKey, double> m_foot;                            // where a union or link leaves a node
    std::map<std::pair<std::size_t, std::size_t>, double> m_head; // where a link meets a node
    std::vector<int> m_depth, m_depths, m_lane_counts;
    std::vector<std::optional<double>> m_from;
    std::vector<std::vector<Drop>> m_drops;
    std::vector<Bar> m_bars;
    std::vector<int> m_lane;
    std::vector<double> m_middle, m_union_top, m_channel_top, m_channel_bottom;
};

} // namespace

void route(const Family& family, const Graph& graph, const Ordering& ordering, const std::vector<double>& x,
           const std::vector<Label>& labels, Layout& layout) {
    Router(family, graph, ordering, x, labels, layout).route();
}

} // namespace lifestory::genogram
