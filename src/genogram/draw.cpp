#include "genogram/draw.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "genogram/key.h"
#include "genogram/sheet.h"
#include "genogram/symbols.h"

namespace lifestory::genogram {

namespace {

constexpr double margin = 28, a4_across = 297.0 / 210.0;
constexpr double on_a_page = 1.6; // the smallest words of a drawing are of 10

std::string rounded(const std::vector<Point>& corners, double radius) {
    std::string steps;
    for (std::size_t at = 0; at < corners.size(); ++at) {
        const auto &before = corners[(at + corners.size() - 1) % corners.size()], &here = corners[at],
                   &after = corners[(at + 1) % corners.size()];
        const auto towards = [&](const Point& other) {
            const double length = std::max(1e-6, std::hypot(other.x - here.x, other.y - here.y));
            const double by = std::min(radius, length / 2) / length;
            return Point{here.x + (other.x - here.x) * by, here.y + (other.y - here.y) * by};
        };
        const auto from = towards(before), to = towards(after);
        steps += (at == 0 ? "M" : "L") + number(from.x) + " " + number(from.y) + "Q" + number(here.x) + " " + number(here.y) + " " +
                 number(to.x) + " " + number(to.y);
    }
    return steps + "Z";
}

// How the children of a union hang when they all hang alike; the common part of their line is drawn so.
Parentage common_kind(const Union& one) {
    for (const auto& child : one.children)
        if (child.kind != one.children.front().kind)
            return Parentage::Birth;
    return one.children.empty() ? Parentage::Birth : one.children.front().kind;
}

int generations(const Layout& layout) {
    int most = 0;
    for (const auto& person : layout.people)
        most = std::max(most, person.row + 1);
    return most;
}

class Drawer {
public:
    Drawer(const Family& family, const Heading& heading, const Kept& kept)
        : m_family(family), m_heading(heading), m_sheet(sheet_of(family, heading.on, kept)), m_key(key_of(family)) {
        // Title and key grow with a large family, so that they are read on the same sheet of paper.
        m_scale = std::clamp(m_sheet.box.width() / 1500, 1.0, 2.5);
    }

    std::string draw() && {
        const auto box = whole_box();
        open_drawing(m_svg, m_heading, box, description());
        m_svg.box(box, 0, {0, {}, {}, "#ffffff"});
        draw_rings();
        draw_lines();
        for (const auto& tie : m_sheet.ties)
            draw_tie(m_svg, tie.points, m_family.ties[tie.tie].kind, m_family.ties[tie.tie].direction);
        for (std::size_t at = 0; at < m_family.people.size(); ++at)
            draw_person(at);
        draw_around_family();
        draw_heading(box);
        draw_foot();
        m_svg.close("g");
        m_svg.close("svg");
        return std::move(m_svg).text();
    }

private:
    std::vector<std::string> notes() const {
        std::vector<std::string> lines;
        for (const auto& note : m_family.notes)
            for (const auto& line : broken(note, foot_width(), 10, Weight::Normal, 3))
                lines.push_back(line);
        if (lines.size() > 12) {
            lines.resize(12);
            lines.push_back("More is noted in the text of this drawing.");
        }
        return lines;
    }

    std::string subtitle() const {
        std::vector<std::string> parts;
        if (m_heading.on)
            parts.push_back("As it stood on " + calendar::in_words(*m_heading.on));
        if (m_heading.revision)
            parts.push_back("revision " + std::to_string(*m_heading.revision));
        if (!m_heading.drawn_with.empty())
            parts.push_back(m_heading.drawn_with);
        return join(parts, " \u00B7 ");
    }

    double heading_width() const {
        return std::max(width_of(m_heading.title, 19, Weight::Bold), width_of(subtitle(), 12)) * m_scale;
    }
    double content_width() const { return std::max({m_sheet.box.width(), std::min(heading_width(), 1200 * m_scale), 460.0}); }
    double foot_width() const { return content_width() / m_scale; }
    double foot_height() const {
        return m_scale * (24 + height_of_key(m_key.size(), foot_width()) + 14.0 * static_cast<double>(notes().size()));
    }

    // The family, its heading above and its key below, with white round it to the shape of the paper.
    Box whole_box() const {
        const double middle = (m_sheet.box.left + m_sheet.box.right) / 2, half = content_width() / 2;
        Box box{middle - half - margin, m_sheet.box.top - 66 * m_scale - margin, middle + half + margin,
                m_sheet.box.bottom + foot_height() + margin};
        if (m_heading.paper == Paper::AsWideAsItIs)
            return box;
        if (const double wanted = box.height() * a4_across; wanted > box.width())
            return {middle - wanted / 2, box.top, middle + wanted / 2, box.bottom};
        const double more = box.width() / a4_across - box.height();
        return {box.left, box.top - more * 0.2, box.right, box.bottom + more * 0.8};
    }

    std::string description() const {
        std::string words = plural(m_family.people.size(), "person", "people") + " in " +
                            plural(static_cast<std::size_t>(generations(m_sheet.layout)), "generation", "generations") + ", " +
                            plural(m_family.unions.size(), "union", "unions") + ", " +
                            plural(m_family.households.size(), "household", "households") + ", " +
                            plural(m_family.ties.size(), "tie", "ties") + ". ";
        if (m_family.focus)
            words += "It is about " + m_family.name_of(*m_family.focus) + ". ";
        return words + (subtitle().empty() ? "" : subtitle() + ". ") + "The same family is told in words beside it.";
    }

    void draw_rings() {
        for (const auto& ring : m_sheet.rings)
            for (const auto& outline : ring.outlines)
                m_svg.path(rounded(outline, 16), {1.5, "6 4", "#505a5f", "none"});
    }

    void draw_lines() {
        for (const auto& line : m_sheet.layout.lines) {
            const auto& one = m_family.unions[line.which];
            if (line.role == LineRole::Union)
                m_svg.line(line.points, pen_of(one.kind));
            else if (line.role == LineRole::Stem)
                m_svg.line(line.points, pen_of(common_kind(one)));
            else
                draw_child_line(m_svg, line.points, one.children[line.child].kind);
        }
        for (const auto& mark : m_sheet.layout.marks)
            draw_mark(m_svg, mark);
        for (const auto& words : m_sheet.layout.words)
            write_over_lines(words);
        for (const auto& ring : m_sheet.rings)
            for (const auto& words : ring.names)
                write_over_lines(words);
    }

    void write_over_lines(const Words& words) {
        auto box = box_of(words);
        m_svg.box({box.left, box.top + 1, box.right, box.bottom - 1}, 2, {0, {}, {}, "#ffffff"});
        m_svg.words(words);
    }

    void draw_person(std::size_t at) {
        const auto& person = m_family.people[at];
        const auto& placed = m_sheet.layout.people[at];
        m_svg.open("g", "data-person=\"" + escaped(person.id) + "\"");
        m_svg.element("title", {}, m_family.name_of(at));
        draw_symbol(m_svg, person, placed.centre, placed.half, m_family.focus == at ? Ring::Double : Ring::Single);
        for (const auto& words : placed.words)
            m_svg.words(words);
        m_svg.close("g");
    }

    void draw_around_family() {
        for (std::size_t at = 0; at < m_sheet.around.size(); ++at) {
            draw_around(m_svg, m_family.around[at].kind, m_sheet.around[at].box);
            for (const auto& words : m_sheet.around[at].words)
                m_svg.words(words);
        }
    }

    void draw_heading(const Box& box) {
        const double left = std::max(box.left + margin, (m_sheet.box.left + m_sheet.box.right - content_width()) / 2);
        const double top = box.top + margin;
        double y = top + 20 * m_scale;
        for (const auto& line : broken(m_heading.title, content_width(), 19 * m_scale, Weight::Bold, 2)) {
            m_svg.words({line, {left, y}, Anchor::Start, 19 * m_scale, Weight::Bold});
            y += 22 * m_scale;
        }
        m_svg.words({subtitle(), {left, y - 2 * m_scale}, Anchor::Start, 12 * m_scale, Weight::Normal}, "#505a5f");
    }

    void draw_foot() {
        const double left = (m_sheet.box.left + m_sheet.box.right - content_width()) / 2, top = m_sheet.box.bottom + 20 * m_scale;
        m_svg.line({{left, top}, {left + content_width(), top}}, {1, {}, "#b1b4b6", "none"});
        m_svg.open("g", "transform=\"translate(" + number(left) + " " + number(top + 6) + ") scale(" + number(m_scale) + ")\"");
        double y = draw_key(m_svg, m_key, {0, 0}, foot_width()) + 12;
        for (const auto& note : notes()) {
            m_svg.words({note, {4, y}, Anchor::Start, 10, Weight::Normal}, "#505a5f");
            y += 14;
        }
        m_svg.close("g");
    }

    const Family& m_family;
    const Heading& m_heading;
    Sheet m_sheet;
    std::vector<KeyEntry> m_key;
    double m_scale = 1;
    Svg m_svg;
};

} // namespace

void open_drawing(Svg& svg, const Heading& heading, const Box& box, std::string_view description) {
    const auto id = escaped(heading.id);
    const auto size = heading.paper == Paper::A4Across
                          ? std::string(" width=\"297mm\" height=\"210mm\"")
                          : " width=\"" + number(box.width() * on_a_page) + "\" height=\"" + number(box.height() * on_a_page) + "\"";
    svg.open("svg", "xmlns=\"http://www.w3.org/2000/svg\"" + size + " viewBox=\"" + number(box.left) + " " + number(box.top) + " " + number(box.width()) +
                        " " + number(box.height()) + "\" role=\"img\" aria-labelledby=\"" + id + "-title " + id + "-description\"");
    svg.element("title", "id=\"" + id + "-title\"", heading.title);
    svg.element("desc", "id=\"" + id + "-description\"", description);
    svg.open("g", "font-family=\"Arial, Helvetica, sans-serif\"");
}

std::string draw_genogram(const Family& family, const Heading& heading, const Kept& kept) {
    return Drawer(family, heading, kept).draw();
}

} // namespace lifestory::genogram
