// The lines between people that say how they get on: each kind a line of its own, told apart without colour.
#include <algorithm>
#include <cmath>

#include "genogram/symbols.h"

namespace lifestory::genogram {

namespace {

double distance(Point one, Point other) { return std::hypot(other.x - one.x, other.y - one.y); }

// A place on the line with the direction across it.
struct Spot {
    Point at, across;
};

class Track {
public:
    explicit Track(const std::vector<Point>& points) : m_points(points) {
        m_length.push_back(0);
        for (std::size_t at = 1; at < points.size(); ++at)
            m_length.push_back(m_length.back() + distance(points[at - 1], points[at]));
    }
    double length() const { return m_length.back(); }

    Spot spot(double along) const {
        std::size_t at = 1;
        while (at + 1 < m_points.size() && m_length[at] < along)
            ++at;
        const auto &from = m_points[at - 1], &to = m_points[at];
        const double whole = std::max(distance(from, to), 1e-6), part = (along - m_length[at - 1]) / whole;
        return {{from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part}, {-(to.y - from.y) / whole, (to.x - from.x) / whole}};
    }

    // The line beside this one; `off` may change along it.
    template <class Off>
    std::vector<Point> beside(double from, double to, double step, Off off) const {
        std::vector<Point> points;
        const int count = std::max(1, static_cast<int>(std::lround((to - from) / step)));
        for (int at = 0; at <= count; ++at) {
            const auto [spot, across] = this->spot(from + (to - from) * at / count);
            const double by = off(at, count);
            points.push_back({spot.x + across.x * by, spot.y + across.y * by});
        }
        return points;
    }

private:
    const std::vector<Point>& m_points;
    std::vector<double> m_length;
};

void draw_arrow(Svg& svg, const Track& track, double at, double from, std::string_view colour) {
    const auto tip = track.spot(at).at;
    const auto [foot, across] = track.spot(from);
    svg.shape({tip, {foot.x + across.x * 5, foot.y + across.y * 5}, {foot.x - across.x * 5, foot.y - across.y * 5}},
              {1, {}, colour, colour});
}

} // namespace

void draw_tie(Svg& svg, const std::vector<Point>& points, TieKind kind, Direction direction) {
    const Track track(points);
    const bool has_end = direction != Direction::Neither || kind == TieKind::Harm, has_start = direction == Direction::Both;
    const double from = has_start ? 9 : 0, to = track.length() - (has_end ? 9 : 0);
    const double step = points.size() > 2 ? 4 : 1e6;
    const auto along = [&](double off) { return track.beside(from, to, step, [off](int, int) { return off; }); };
    const auto zigzag = [&](double by) {
        return track.beside(from, to, 5, [by](int at, int count) { return at == 0 || at == count ? 0 : at % 2 ? by : -by; });
    };
    std::string_view colour = "#0b0c0c";
    switch (kind) {
    case TieKind::Close:
        colour = "#00703c";
        svg.line(along(-2.2), {1.5, {}, colour});
        svg.line(along(2.2), {1.5, {}, colour});
        break;
    case TieKind::VeryClose:
        colour = "#00703c";
        for (double off : {-4.0, 0.0, 4.0})
            svg.line(along(off), {1.5, {}, colour});
        break;
    case TieKind::Distant:
        colour = "#1d70b8";
        svg.line(along(0), {1.8, "2 6", colour});
        break;
    case TieKind::Hostile:
        colour = "#b10e1e";
        svg.line(zigzag(4.5), {1.5, {}, colour});
        break;
    case TieKind::CloseAndHostile:
        colour = "#b10e1e";
        svg.line(along(-6.5), {1.4, {}, colour});
        svg.line(along(6.5), {1.4, {}, colour});
        svg.line(zigzag(3.5), {1.3, {}, colour});
        break;
    case TieKind::Stressful:
        colour = "#7b4a00";
        svg.line(track.beside(from, to, 1.5, [](int at, int count) { return at == count ? 0 : 4 * std::sin(at * 1.5 * 3.14159265 / 8); }),
                 {1.6, {}, colour});
        break;
    case TieKind::CutOff: {
        const double middle = track.length() / 2;
        for (double side : {-1.0, 1.0}) {
            const auto [spot, across] = track.spot(middle + side * 6);
            svg.line({{spot.x + across.x * 8, spot.y + across.y * 8}, {spot.x - across.x * 8, spot.y - across.y * 8}}, {1.8, {}, colour});
        }
        const auto straight = [](int, int) { return 0.0; };
        svg.line(track.beside(from, middle - 6, step, straight), {1.6, {}, colour});
        svg.line(track.beside(middle + 6, to, step, straight), {1.6, {}, colour});
        break;
    }
    case TieKind::Harm:
        colour = "#b10e1e";
        svg.line(zigzag(4.5), {2, {}, colour});
        break;
    }
    if (has_end)
        draw_arrow(svg, track, track.length(), to, colour);
    if (has_start)
        draw_arrow(svg, track, 0, from, colour);
}

} // namespace lifestory::genogram
