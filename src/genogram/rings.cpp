#include "genogram/rings.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace lifestory::genogram {

namespace {

constexpr double least_corridor = 26;

Box grown(Box box, double by) { return {box.left - by, box.top - by, box.right + by, box.bottom + by}; }

struct Stretch {
    Box box;
    double y;
};

// Members who stand side by side with nobody else between them.
std::vector<Stretch> runs_of(const Household& home, const Layout& layout, double pad) {
    std::map<double, std::vector<std::size_t>> rows;
    for (std::size_t at = 0; at < layout.people.size(); ++at)
        rows[layout.people[at].centre.y].push_back(at);
    std::vector<Stretch> runs;
    for (auto& [y, row] : rows) {
        std::sort(row.begin(), row.end(), [&](auto one, auto other) { return layout.people[one].centre.x < layout.people[other].centre.x; });
        bool goes_on = false;
        for (auto at : row) {
            const bool lives_here = std::find(home.members.begin(), home.members.end(), at) != home.members.end();
            if (lives_here && goes_on)
                runs.back().box = joined(runs.back().box, grown(box_of(layout.people[at]), pad));
            else if (lives_here)
                runs.push_back({grown(box_of(layout.people[at]), pad), y});
            goes_on = lives_here;
        }
    }
    return runs;
}

bool is_free(const Box& box, const Household& home, const Layout& layout) {
    for (std::size_t at = 0; at < layout.people.size(); ++at)
        if (std::find(home.members.begin(), home.members.end(), at) == home.members.end() && overlap(box, box_of(layout.people[at])))
            return false;
    return true;
}

// Between two runs of neighbouring rows that stand above each other.
std::vector<Box> corridors(const std::vector<Stretch>& runs, const Household& home, const Layout& layout) {
    std::vector<Box> all;
    for (const auto& upper : runs)
        for (const auto& lower : runs) {
            if (upper.box.bottom >= lower.box.top)
                continue;
            const Box between{std::max(upper.box.left, lower.box.left), upper.box.bottom - 1, std::min(upper.box.right, lower.box.right),
                              lower.box.top + 1};
            const bool skips_a_row = std::any_of(runs.begin(), runs.end(), [&](const auto& one) {
                return one.y > upper.y && one.y < lower.y && overlap(one.box, between);
            });
            if (between.width() >= least_corridor && !skips_a_row && is_free(between, home, layout))
                all.push_back(between);
        }
    return all;
}

// The outline of boxes taken together: the edges of a grid of their sides that have the inside on one hand alone.
class Outliner {
public:
    explicit Outliner(const std::vector<Box>& boxes) {
        for (const auto& box : boxes) {
            m_xs.insert(m_xs.end(), {box.left, box.right});
            m_ys.insert(m_ys.end(), {box.top, box.bottom});
        }
        tidy(m_xs), tidy(m_ys);
        m_inside.assign(m_xs.size() + 1, std::vector<bool>(m_ys.size() + 1));
        for (std::size_t x = 0; x + 1 < m_xs.size(); ++x)
            for (std::size_t y = 0; y + 1 < m_ys.size(); ++y)
                for (const auto& box : boxes)
                    if (box.left <= m_xs[x] && m_xs[x + 1] <= box.right && box.top <= m_ys[y] && m_ys[y + 1] <= box.bottom)
                        m_inside[x + 1][y + 1] = true;
    }

    std::vector<std::vector<Point>> outlines() {
        for (std::size_t x = 0; x <= m_xs.size(); ++x)
            for (std::size_t y = 0; y <= m_ys.size(); ++y)
                add_edges(x, y);
        std::vector<std::vector<Point>> all;
        while (!m_edges.empty())
            all.push_back(follow());
        return all;
    }

private:
    using Corner = std::pair<std::size_t, std::size_t>;

    static void tidy(std::vector<double>& all) {
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
    }

    bool inside(std::size_t x, std::size_t y) const { return x < m_inside.size() && y < m_inside[x].size() && m_inside[x][y]; }

    // With the inside on the right hand. Cell x, y lies left of and above corner x, y.
    void add_edges(std::size_t x, std::size_t y) {
        if (!inside(x, y))
            return;
        const Corner top_left{x - 1, y - 1}, top_right{x, y - 1}, bottom_right{x, y}, bottom_left{x - 1, y};
        if (!inside(x, y - 1))
            m_edges.emplace(top_left, top_right);
        if (!inside(x + 1, y))
            m_edges.emplace(top_right, bottom_right);
        if (!inside(x, y + 1))
            m_edges.emplace(bottom_right, bottom_left);
        if (!inside(x - 1, y))
            m_edges.emplace(bottom_left, top_left);
    }

    std::vector<Point> follow() {
        std::vector<Corner> corners;
        auto edge = m_edges.begin();
        const auto start = edge->first;
        auto at = start;
        do {
            corners.push_back(at);
            at = edge->second;
            m_edges.erase(edge);
            edge = m_edges.find(at);
        } while (at != start && edge != m_edges.end());
        std::vector<Point> points;
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const auto &before = corners[(i + corners.size() - 1) % corners.size()], &after = corners[(i + 1) % corners.size()];
            const bool turns = (before.first == corners[i].first) != (corners[i].first == after.first);
            if (turns)
                points.push_back({m_xs[corners[i].first], m_ys[corners[i].second]});
        }
        return points;
    }

    std::vector<double> m_xs, m_ys;
    std::vector<std::vector<bool>> m_inside;
    std::multimap<Corner, Corner> m_edges;
};

// People of several homes: each later ring a little wider, so that both are seen.
double pad_of(const Family& family, std::size_t at) {
    int shared = 0;
    for (std::size_t before = 0; before < at; ++before)
        for (auto member : family.households[before].members)
            if (const auto& mine = family.households[at].members; std::find(mine.begin(), mine.end(), member) != mine.end()) {
                ++shared;
                break;
            }
    return 5 + 3.0 * std::min(shared, 2);
}

} // namespace

Box box_of(const PlacedPerson& person) {
    auto box = person.symbol();
    for (const auto& words : person.words)
        box = joined(box, box_of(words));
    return box;
}

std::vector<HouseholdRing> rings_of(const Family& family, const Layout& layout) {
    std::vector<HouseholdRing> rings;
    for (std::size_t at = 0; at < family.households.size(); ++at) {
        const auto& home = family.households[at];
        const auto runs = runs_of(home, layout, pad_of(family, at));
        auto boxes = corridors(runs, home, layout);
        for (const auto& run : runs)
            boxes.push_back(run.box);
        HouseholdRing ring{at, Outliner(boxes).outlines(), {}};
        for (const auto& outline : ring.outlines) {
            const auto called = (ring.names.empty() ? "" : "also ") + home.name; // where others stand between them: one home all the same
            auto corner = outline.front();
            double right = corner.x;
            for (const auto& point : outline)
                if (point.y < corner.y || (point.y == corner.y && point.x < corner.x))
                    corner = point;
            for (const auto& point : outline)
                right = point.y == corner.y ? std::max(right, point.x) : right;
            for (const auto& name : broken(called, std::max(60.0, right - corner.x), 10, Weight::Bold, 1))
                ring.names.push_back({name, {corner.x + 6, corner.y - 3}, Anchor::Start, 10, Weight::Bold});
        }
        rings.push_back(std::move(ring));
    }
    return rings;
}

} // namespace lifestory::genogram
