// Leads the lines between people past everybody who stands in the way (A* over the corners of what stands there).
#include <algorithm>
#include <array>
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

constexpr double clear = 9, bend = 8, far = 1e300;
constexpr std::array<double, 3> further_out{0, 11, 22}; // from a box's corner: places for ways clear each other

double distance(Point point, Point from, Point to) {
    const double whole = std::max(1e-9, (to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y));
    const double part = std::clamp(((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / whole, 0.0, 1.0);
    return length(point, {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
}

// How much of a step lies upon a way that is taken; to cross one costs little.
double upon(Point from, Point to, const std::vector<std::vector<Point>>& taken) {
    const double step = 10, all = length(from, to);
    double sum = 0;
    for (double along = step / 2; along < all; along += step) {
        const Point spot{from.x + (to.x - from.x) * along / all, from.y + (to.y - from.y) * along / all};
        const bool is_taken = std::any_of(taken.begin(), taken.end(), [&](const auto& way) {
            for (std::size_t at = 1; at < way.size(); ++at)
                if (distance(spot, way[at - 1], way[at]) < clear)
                    return true;
            return false;
        });
        sum += is_taken ? step : 0;
    }
    return sum;
}

// Boxes that a sensible way could meet.
std::vector<Box> nearby(Point from, Point to, const std::vector<Box>& boxes) {
    const double reach = 260;
    const Box around{std::min(from.x, to.x) - reach, std::min(from.y, to.y) - reach, std::max(from.x, to.x) + reach, std::max(from.y, to.y) + reach};
    std::vector<Box> near;
    for (const auto& box : boxes)
        if (overlap(box, around))
            near.push_back(box);
    return near;
}

std::vector<Point> corners_of(Point from, Point to, const std::vector<Box>& boxes) {
    std::vector<Point> corners{from, to};
    const auto is_inside = [&](Point point) {
        return std::any_of(boxes.begin(), boxes.end(), [&](const auto& box) {
            return point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;
        });
    };
    for (const auto& box : boxes)
        for (const double out : further_out)
            for (const Point corner : {Point{box.left - out, box.top - out}, Point{box.right + out, box.top - out},
                                       Point{box.left - out, box.bottom + out}, Point{box.right + out, box.bottom + out}})
                if (!is_inside(corner))
                    corners.push_back(corner);
    return corners;
}

} // namespace

std::vector<Point> way_round(Point from, Point to, const std::vector<Box>& all_boxes, const std::vector<std::vector<Point>>& taken) {
    if (is_clear(from, to, all_boxes) && upon(from, to, taken) <= 2 * 20)
        return {from, to};
    const auto boxes = nearby(from, to, all_boxes);
    const auto corners = corners_of(from, to, boxes);
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
            const double least = reached[at] + length(corners[at], corners[next]) + bend;
            if (is_done[next] || least >= reached[next] || !is_clear(corners[at], corners[next], boxes))
                continue;
            const double there = least + 3 * upon(corners[at], corners[next], taken);
            if (there < reached[next]) {
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
