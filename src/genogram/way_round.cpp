#include <algorithm>
#include <cmath>
#include <queue>

#include "genogram/sheet.h"

namespace lifestory::genogram {

namespace {

bool passes_through(Point from, Point to, const Box& box) {
    double enter = 0, leave = 1;
    const auto clip = [&](double start, double by, double low, double high) {
        if (std::abs(by) < 1e-9)
            return start > low && start < high;
        const double one = (low - start) / by, other = (high - start) / by;
        enter = std::max(enter, std::min(one, other));
        leave = std::min(leave, std::max(one, other));
        return enter < leave;
    };
    return clip(from.x, to.x - from.x, box.left + 0.01, box.right - 0.01) &&
           clip(from.y, to.y - from.y, box.top + 0.01, box.bottom - 0.01);
}

bool is_clear(Point from, Point to, const std::vector<Box>& boxes) {
    return std::none_of(boxes.begin(), boxes.end(), [&](const auto& box) { return passes_through(from, to, box); });
}

double length(Point one, Point other) { return std::hypot(one.x - other.x, one.y - other.y); }

} // namespace

std::vector<Point> way_round(Point from, Point to, const std::vector<Box>& boxes) {
    if (is_clear(from, to, boxes))
        return {from, to};
    std::vector<Point> corners{from, to};
    const auto is_inside = [&](Point point) {
        return std::any_of(boxes.begin(), boxes.end(), [&](const auto& box) {
            return point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;
        });
    };
    for (const auto& box : boxes)
        for (const Point corner : {Point{box.left, box.top}, Point{box.right, box.top}, Point{box.left, box.bottom}, Point{box.right, box.bottom}})
            if (!is_inside(corner))
                corners.push_back(corner);
    constexpr double far = 1e300;
    std::vector<double> reached(corners.size(), far);
    std::vector<std::size_t> came_from(corners.size(), 0);
    std::vector<bool> is_done(corners.size());
    using Step = std::pair<double, std::size_t>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
    reached[0] = 0;
    open.emplace(length(from, to), 0);
    while (!open.empty()) {
        const auto at = open.top().second;
        open.pop();
        if (is_done[at])
            continue;
        is_done[at] = true;
        if (at == 1)
            break;
        for (std::size_t next = 1; next < corners.size(); ++next) {
            const double there = reached[at] + length(corners[at], corners[next]) + 8; // few bends
            if (!is_done[next] && there < reached[next] && is_clear(corners[at], corners[next], boxes)) {
                reached[next] = there;
                came_from[next] = at;
                open.emplace(there + length(corners[next], to), next);
            }
        }
    }
    if (!is_done[1])
        return {from, to};
    std::vector<Point> points;
    for (std::size_t at = 1; at != 0; at = came_from[at])
        points.push_back(corners[at]);
    points.push_back(from);
    std::reverse(points.begin(), points.end());
    return points;
}

} // namespace lifestory::genogram
