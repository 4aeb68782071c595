#include "genogram/sheet.h"

#include <algorithm>
#include <cmath>

namespace lifestory::genogram {

namespace {

constexpr double clear = 7, from_family = 56, between = 16, around_width = 132;

struct Sized {
    std::size_t at;
    double width, height;
    std::vector<Words> words; // about the middle
    double wanted_x, wanted_y;
};

Sized sized(const Family& family, std::size_t at) {
    const auto& one = family.around[at];
    Sized made{at, around_width, 0, {}, 0, 0};
    const double room = one.kind == AroundKind::Theme ? around_width * 0.74 : around_width - 16;
    const auto add = [&](const std::string& text, double size, Weight weight, std::size_t most) {
        for (const auto& line : broken(text, room, size, weight, most)) {
            made.words.push_back({line, {0, made.height}, Anchor::Middle, size, weight});
            made.height += size + 2.5;
        }
    };
    add(one.name.empty() ? "?" : one.name, 11.5, Weight::Bold, 3);
    add(one.words, 10, Weight::Normal, 3);
    if (one.is_go_to)
        add("Ring out of hours " + (one.telephone.empty() ? "?" : one.telephone), 10, Weight::Bold, 3);
    else
        add(one.telephone, 10, Weight::Normal, 2);
    const double words = made.height;
    made.height += one.kind == AroundKind::Theme ? 30 : 16;
    for (auto& line : made.words)
        line.at.y += line.size * 0.8 - words / 2;
    return made;
}

class SheetMaker {
public:
    SheetMaker(const Family& family, std::optional<Day> on, const Kept& kept) : m_family(family) {
        m_sheet.layout = lay_out(family, on, kept);
        m_sheet.rings = rings_of(family, m_sheet.layout);
        m_sheet.box = m_sheet.layout.box;
        for (const auto& ring : m_sheet.rings) {
            for (const auto& outline : ring.outlines)
                for (const auto& point : outline)
                    m_sheet.box = joined(m_sheet.box, {point.x, point.y, point.x, point.y});
            for (const auto& words : ring.names)
                m_sheet.box = joined(m_sheet.box, box_of(words));
        }
    }

    Sheet make() && {
        place_around();
        for (std::size_t tie = 0; tie < m_family.ties.size(); ++tie)
            if (m_family.ties[tie].from != m_family.ties[tie].to)
                lead(tie);
        return std::move(m_sheet);
    }

private:
    // Each near whom it is tied to: left or right of the family, what is too much for the sides below it.
    void place_around() {
        m_sheet.around.resize(m_family.around.size());
        std::vector<Sized> left, right, below;
        const double middle = (m_sheet.box.left + m_sheet.box.right) / 2, room = std::max(m_sheet.box.height(), 260.0);
        double left_used = 0, right_used = 0;
        for (std::size_t at = 0; at < m_family.around.size(); ++at) {
            auto one = sized(m_family, at);
            const auto wanted = wanted_place(at);
            one.wanted_x = wanted.x, one.wanted_y = wanted.y;
            const bool goes_left = wanted.x < middle; // who is tied to nobody stands on the right, so that the sheet stays narrow
            for (const bool is_left : {goes_left, !goes_left})
                if (auto& used = is_left ? left_used : right_used; used + one.height <= room) {
                    used += one.height + between;
                    (is_left ? left : right).push_back(one);
                    one.height = 0;
                    break;
                }
            if (one.height > 0)
                below.push_back(one);
        }
        const auto family_box = m_sheet.box;
        stand_in_column(left, family_box.left - from_family - around_width / 2, family_box);
        stand_in_column(right, family_box.right + from_family + around_width / 2, family_box);
        stand_in_rows(below, family_box);
    }

    Point wanted_place(std::size_t at) const {
        const auto box = m_sheet.box;
        Point sum{0, 0};
        int count = 0;
        for (const auto& tie : m_family.ties)
            for (const auto& [here, there] : {std::pair(tie.from, tie.to), std::pair(tie.to, tie.from)})
                if (here.kind == EndKind::Around && here.at == at && there.kind == EndKind::Person) {
                    sum.x += m_sheet.layout.people[there.at].centre.x;
                    sum.y += m_sheet.layout.people[there.at].centre.y;
                    ++count;
                }
        return count ? Point{sum.x / count, sum.y / count} : Point{(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    }

    void stand(const Sized& one, Point centre) {
        auto& placed = m_sheet.around[one.at];
        placed.box = {centre.x - one.width / 2, centre.y - one.height / 2, centre.x + one.width / 2, centre.y + one.height / 2};
        placed.words = one.words;
        for (auto& words : placed.words)
            words.at = {words.at.x + centre.x, words.at.y + centre.y};
        m_sheet.box = joined(m_sheet.box, placed.box);
    }

    void stand_in_column(std::vector<Sized>& all, double x, const Box& family_box) {
        std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) { return one.wanted_y < other.wanted_y; });
        double height = all.empty() ? 0 : -between;
        for (const auto& one : all)
            height += one.height + between;
        double y = (family_box.top + family_box.bottom - height) / 2;
        for (const auto& one : all) {
            stand(one, {x, y + one.height / 2});
            y += one.height + between;
        }
    }

    void stand_in_rows(std::vector<Sized>& all, const Box& family_box) {
        std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) { return one.wanted_x < other.wanted_x; });
        const double step = around_width + between;
        const auto a_row = std::max<std::size_t>(1, static_cast<std::size_t>(std::max(family_box.width(), 400.0) / step));
        double y = family_box.bottom + from_family;
        for (std::size_t first = 0; first < all.size(); first += a_row) {
            const auto last = std::min(all.size(), first + a_row);
            double tallest = 0, x = (family_box.left + family_box.right) / 2 - step * static_cast<double>(last - first - 1) / 2;
            for (auto at = first; at < last; ++at, x += step) {
                stand(all[at], {x, y + all[at].height / 2});
                tallest = std::max(tallest, all[at].height);
            }
            y += tallest + between;
        }
    }

    // ---- ties

    static Box grown(const Box& box) { return {box.left - clear, box.top - clear, box.right + clear, box.bottom + clear}; }

    bool is_end(const Tie& tie, EndKind kind, std::size_t at) const {
        return (tie.from.kind == kind && tie.from.at == at) || (tie.to.kind == kind && tie.to.at == at);
    }

    std::vector<Box> in_the_way_of(const Tie& tie) const {
        std::vector<Box> boxes;
        for (std::size_t at = 0; at < m_sheet.layout.people.size(); ++at) {
            const auto& person = m_sheet.layout.people[at];
            if (!is_end(tie, EndKind::Person, at)) {
                boxes.push_back(grown(box_of(person)));
                continue;
            }
            for (const auto& words : person.words) // its own words stand beside the symbol and above it
                if (const auto box = box_of(words); !overlap(box, person.symbol()))
                    boxes.push_back({box.left - 2, box.top - clear, box.right + clear, box.bottom + clear});
        }
        for (std::size_t at = 0; at < m_sheet.around.size(); ++at)
            if (!is_end(tie, EndKind::Around, at))
                boxes.push_back(grown(m_sheet.around[at].box));
        for (const auto& words : m_sheet.layout.words)
            boxes.push_back(grown(box_of(words)));
        for (const auto& ring : m_sheet.rings)
            for (const auto& words : ring.names)
                boxes.push_back(box_of(words));
        return boxes;
    }

    Point middle_of(const TieEnd& end) const {
        if (end.kind == EndKind::Person)
            return m_sheet.layout.people[end.at].centre;
        const auto& box = m_sheet.around[end.at].box;
        return {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    }

    bool is_within(const TieEnd& end, Point point) const {
        if (end.kind == EndKind::Around) {
            const auto& box = m_sheet.around[end.at].box;
            return point.x > box.left - 2 && point.x < box.right + 2 && point.y > box.top - 2 && point.y < box.bottom + 2;
        }
        const auto& person = m_sheet.layout.people[end.at];
        if (m_family.people[end.at].gender == Gender::Female)
            return std::hypot(point.x - person.centre.x, point.y - person.centre.y) < person.half + 3;
        return std::abs(point.x - person.centre.x) < person.half + 3 && std::abs(point.y - person.centre.y) < person.half + 3;
    }

    // From the edge of the symbol on, not from its middle.
    void begin_outside(std::vector<Point>& points, const TieEnd& end) const {
        while (points.size() > 2 && is_within(end, points[1]))
            points.erase(points.begin());
        auto inner = points[0], outer = points[1];
        for (int halving = 0; halving < 24; ++halving) {
            const Point between_them{(inner.x + outer.x) / 2, (inner.y + outer.y) / 2};
            (is_within(end, between_them) ? inner : outer) = between_them;
        }
        points[0] = outer;
    }

    // Several ties between the same two lie beside each other.
    double beside(std::size_t which) const {
        int before = 0, all = 0;
        for (std::size_t tie = 0; tie < m_family.ties.size(); ++tie) {
            const auto &one = m_family.ties[tie], &other = m_family.ties[which];
            if ((one.from == other.from && one.to == other.to) || (one.from == other.to && one.to == other.from)) {
                before += tie < which ? 1 : 0;
                ++all;
            }
        }
        return std::min(11.0, 30.0 / all) * (before - (all - 1) / 2.0);
    }

    std::vector<std::vector<Point>> taken() const {
        std::vector<std::vector<Point>> all;
        for (const auto& path : m_sheet.ties)
            all.push_back(path.points);
        return all;
    }

    void lead(std::size_t which) {
        const auto& tie = m_family.ties[which];
        const double off = beside(which);
        auto from = middle_of(tie.from), to = middle_of(tie.to);
        const double length = std::max(1.0, std::hypot(to.x - from.x, to.y - from.y));
        const Point across{-(to.y - from.y) / length * off, (to.x - from.x) / length * off};
        auto points = way_round({from.x + across.x, from.y + across.y}, {to.x + across.x, to.y + across.y}, in_the_way_of(tie), taken());
        begin_outside(points, tie.from);
        std::reverse(points.begin(), points.end());
        begin_outside(points, tie.to);
        std::reverse(points.begin(), points.end());
        for (const auto& point : points)
            m_sheet.box = joined(m_sheet.box, {point.x - 6, point.y - 6, point.x + 6, point.y + 6});
        m_sheet.ties.push_back({which, std::move(points)});
    }

    const Family& m_family;
    Sheet m_sheet;
};

} // namespace

Sheet sheet_of(const Family& family, std::optional<Day> on, const Kept& kept) { return SheetMaker(family, on, kept).make(); }

} // namespace lifestory::genogram
