#include "unit/genogram/judge.h"

#include <algorithm>
#include <cmath>

namespace lifestory::genogram::judge {

namespace {

struct Segment {
    Point from, to;
    std::size_t which;
    std::vector<std::size_t> own; // people whom the line may reach
};

bool reaches_into(const Segment& line, const Box& box) {
    double enter = 0, leave = 1;
    const auto clip = [&](double start, double by, double low, double high) {
        if (std::abs(by) < 1e-9)
            return start > low && start < high;
        const double one = (low - start) / by, other = (high - start) / by;
        enter = std::max(enter, std::min(one, other));
        leave = std::min(leave, std::max(one, other));
        return enter < leave - 1e-9;
    };
    return clip(line.from.x, line.to.x - line.from.x, box.left + 0.5, box.right - 0.5) &&
           clip(line.from.y, line.to.y - line.from.y, box.top + 0.5, box.bottom - 0.5);
}

std::vector<Segment> segments_of(const Family& family, const Layout& layout) {
    std::vector<Segment> segments;
    for (const auto& line : layout.lines) {
        const auto& one = family.unions[line.which];
        auto own = one.partners;
        if (line.role == LineRole::Child)
            own.push_back(one.children[line.child].person);
        for (std::size_t at = 1; at < line.points.size(); ++at)
            segments.push_back({line.points[at - 1], line.points[at], line.which, own});
    }
    return segments;
}

double cross(Point origin, Point one, Point other) {
    return (one.x - origin.x) * (other.y - origin.y) - (one.y - origin.y) * (other.x - origin.x);
}

bool do_cross(const Segment& one, const Segment& other) {
    const double a = cross(one.from, one.to, other.from), b = cross(one.from, one.to, other.to);
    const double c = cross(other.from, other.to, one.from), d = cross(other.from, other.to, one.to);
    return a * b < -1e-6 && c * d < -1e-6;
}

bool lies_upon(const Segment& one, const Segment& other) {
    const auto along = [](double a, double b, double c, double d) {
        return std::min(std::max(a, b), std::max(c, d)) - std::max(std::min(a, b), std::min(c, d)) > 1;
    };
    const auto flat = [](const Segment& it) { return std::abs(it.from.y - it.to.y) < 0.01 && std::abs(it.from.x - it.to.x) > 1; };
    const auto steep = [](const Segment& it) { return std::abs(it.from.x - it.to.x) < 0.01 && std::abs(it.from.y - it.to.y) > 1; };
    if (flat(one) && flat(other) && std::abs(one.from.y - other.from.y) < 1.5)
        return along(one.from.x, one.to.x, other.from.x, other.to.x);
    return steep(one) && steep(other) && std::abs(one.from.x - other.from.x) < 1.5 && along(one.from.y, one.to.y, other.from.y, other.to.y);
}

class Judge {
public:
    Judge(const Family& family, const Layout& layout) : m_family(family), m_layout(layout), m_segments(segments_of(family, layout)) {}

    Verdict judge() && {
        if (m_layout.people.size() != m_family.people.size())
            complain("somebody is missing");
        symbols_and_words();
        lines_and_people();
        lines_and_lines();
        for (std::size_t at = 0; at < m_family.unions.size(); ++at)
            union_rows(at);
        return std::move(m_verdict);
    }

private:
    void complain(std::string words) { m_verdict.wrong.push_back(std::move(words)); }
    std::string name(std::size_t at) const { return m_family.people[at].id + " " + m_family.name_of(at); }

    struct Thing {
        Box box;
        std::string what;
    };

    void symbols_and_words() {
        std::vector<Thing> things;
        for (std::size_t at = 0; at < m_layout.people.size(); ++at) {
            const auto& person = m_layout.people[at];
            things.push_back({person.symbol(), "the symbol of " + name(at)});
            for (const auto& words : person.words)
                if (words.at.y < person.symbol().top || words.at.x > person.symbol().right)
                    things.push_back({box_of(words), "“" + words.text + "” of " + name(at)});
        }
        for (const auto& words : m_layout.words)
            things.push_back({box_of(words), "“" + words.text + "” of a union"});
        std::sort(things.begin(), things.end(), [](const auto& one, const auto& other) { return one.box.left < other.box.left; });
        for (std::size_t at = 0; at < things.size(); ++at)
            for (std::size_t next = at + 1; next < things.size() && things[next].box.left < things[at].box.right; ++next)
                if (overlap(things[at].box, things[next].box))
                    complain(things[at].what + " lies on " + things[next].what);
    }

    void lines_and_people() {
        for (const auto& line : m_segments)
            for (std::size_t at = 0; at < m_layout.people.size(); ++at) {
                const auto& person = m_layout.people[at];
                const bool is_own = std::find(line.own.begin(), line.own.end(), at) != line.own.end();
                if (!is_own && reaches_into(line, person.symbol()))
                    complain("a line of " + m_family.unions[line.which].id + " runs through " + name(at));
                const double inner = person.half * 0.4;
                if (is_own && reaches_into(line, {person.centre.x - inner, person.centre.y - inner, person.centre.x + inner, person.centre.y + inner}))
                    complain("a line of " + m_family.unions[line.which].id + " runs into " + name(at));
                for (const auto& words : person.words)
                    if (!is_own && words.at.x > person.symbol().right && reaches_into(line, box_of(words)))
                        ++m_verdict.lines_through_words;
            }
    }

    void lines_and_lines() {
        for (std::size_t at = 0; at < m_segments.size(); ++at)
            for (std::size_t other = at + 1; other < m_segments.size(); ++other) {
                if (m_segments[at].which == m_segments[other].which)
                    continue;
                if (do_cross(m_segments[at], m_segments[other]))
                    ++m_verdict.crossings;
                if (lies_upon(m_segments[at], m_segments[other]))
                    complain("lines of " + m_family.unions[m_segments[at].which].id + " and " + m_family.unions[m_segments[other].which].id +
                             " lie upon each other");
            }
    }

    std::optional<When> birth(std::size_t at) const {
        const auto& person = m_family.people[at];
        return person.born ? person.born : person.expected;
    }

    void union_rows(std::size_t which) {
        const auto& one = m_family.unions[which];
        for (const auto& child : one.children)
            for (auto partner : one.partners)
                if (m_layout.people[child.person].centre.y <= m_layout.people[partner].centre.y + 20)
                    complain(name(child.person) + " does not stand below " + name(partner));
        for (const auto& elder : one.children)
            for (const auto& younger : one.children) {
                const auto &first = birth(elder.person), &second = birth(younger.person);
                const auto &here = m_layout.people[elder.person], &there = m_layout.people[younger.person];
                if (first && second && comes_before(*first, *second) && here.row == there.row && here.centre.x > there.centre.x)
                    complain(name(younger.person) + " stands before the elder " + name(elder.person));
            }
        if (one.partners.size() == 2 && unions_of(one.partners[0]) == 1 && unions_of(one.partners[1]) == 1)
            partners(one.partners[0], one.partners[1]);
    }

    int unions_of(std::size_t person) const {
        int count = 0;
        for (const auto& one : m_family.unions)
            count += one.partners.size() == 2 && std::find(one.partners.begin(), one.partners.end(), person) != one.partners.end() ? 1 : 0;
        return count;
    }

    bool are_siblings(std::size_t one, std::size_t other) const {
        return std::any_of(m_family.unions.begin(), m_family.unions.end(), [&](const auto& it) {
            const auto has = [&](auto at) {
                return std::any_of(it.children.begin(), it.children.end(), [&](const auto& child) { return child.person == at; });
            };
            return has(one) && has(other);
        });
    }

    void partners(std::size_t one, std::size_t other) {
        const auto &left = m_layout.people[one].centre, &right = m_layout.people[other].centre;
        if (left.y != right.y || are_siblings(one, other)) // elder and younger siblings may stand between
            return;
        for (std::size_t at = 0; at < m_layout.people.size(); ++at) {
            const auto& between = m_layout.people[at].centre;
            if (between.y == left.y && (between.x - left.x) * (between.x - right.x) < 0) {
                ++m_verdict.partners_apart;
                return;
            }
        }
    }

    const Family& m_family;
    const Layout& m_layout;
    std::vector<Segment> m_segments;
    Verdict m_verdict;
};

} // namespace

Verdict judged(const Family& family, const Layout& layout) { return Judge(family, layout).judge(); }

} // namespace lifestory::genogram::judge
