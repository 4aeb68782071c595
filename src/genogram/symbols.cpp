#include "genogram/symbols.h"

#include <cmath>

namespace lifestory::genogram {

namespace {

constexpr std::string_view ink = "#0b0c0c", paper = "#ffffff";

bool is_triangle(const Person& person) {
    return person.life == Life::Unborn || person.life == Life::Miscarriage || person.life == Life::Termination;
}

std::vector<Point> triangle(Point c, double half) {
    return {{c.x, c.y - half}, {c.x + half, c.y + half}, {c.x - half, c.y + half}};
}

std::vector<Point> diamond(Point c, double half) {
    return {{c.x, c.y - half}, {c.x + half, c.y}, {c.x, c.y + half}, {c.x - half, c.y}};
}

void draw_outline(Svg& svg, const Person& person, Point c, double half, const Pen& pen) {
    if (is_triangle(person))
        return svg.shape(triangle(c, half), pen);
    switch (person.gender) {
    case Gender::Male: return svg.box({c.x - half, c.y - half, c.x + half, c.y + half}, 0, pen);
    case Gender::Female: return svg.circle(c, half, pen);
    case Gender::NotRecorded: return svg.shape(diamond(c, half), pen);
    case Gender::Other: {
        const auto left = number(c.x - half), right = number(c.x + half), middle = number(c.y), foot = number(c.y + half);
        return svg.path("M" + left + " " + foot + "L" + left + " " + middle + "A" + number(half) + " " + number(half) + " 0 0 1 " +
                            right + " " + middle + "L" + right + " " + foot + "Z",
                        pen);
    }
    }
}

void draw_cross(Svg& svg, Point c, double half) {
    const Pen pen{1.4, {}, ink, "none"};
    svg.line({{c.x - half, c.y - half}, {c.x + half, c.y + half}}, pen);
    svg.line({{c.x - half, c.y + half}, {c.x + half, c.y - half}}, pen);
}

} // namespace

void draw_symbol(Svg& svg, const Person& person, Point centre, double half, Ring ring) {
    draw_outline(svg, person, centre, half, {ring == Ring::Double ? 2.2 : 1.8, person.is_stand_in ? "4 3" : "", ink, paper});
    if (ring == Ring::Double)
        draw_outline(svg, person, centre, half - 4.5, {1.6, {}, ink, "none"});
    const double round = person.gender == Gender::Female && !is_triangle(person) ? half * 0.71 : half;
    switch (person.life) {
    case Life::Born:
        if (person.is_dead)
            draw_cross(svg, centre, person.gender == Gender::NotRecorded ? half * 0.5 : round);
        return;
    case Life::Unborn: return;
    case Life::Stillborn: return draw_cross(svg, centre, half * 1.5);
    case Life::Miscarriage: return draw_cross(svg, {centre.x, centre.y + half * 0.2}, half * 0.9);
    case Life::Termination:
        draw_cross(svg, {centre.x, centre.y + half * 0.2}, half * 0.9);
        return svg.line({{centre.x - half, centre.y + half * 0.2}, {centre.x + half, centre.y + half * 0.2}}, {1.4, {}, ink, "none"});
    }
}

Pen pen_of(UnionKind kind) {
    switch (kind) {
    case UnionKind::Married: return {1.8, {}, ink, "none"};
    case UnionKind::LivingTogether: return {1.6, "9 5", ink, "none"};
    case UnionKind::NotLivingTogether: return {1.6, "2 4", ink, "none"};
    case UnionKind::Casual: return {1.6, "9 4 2 4", ink, "none"};
    case UnionKind::NotKnown: return {1, {}, ink, "none"};
    }
    return {};
}

Pen pen_of(Parentage kind) {
    switch (kind) {
    case Parentage::Birth: return {1.6, {}, ink, "none"};
    case Parentage::Adopted: return {1.6, "7 4", ink, "none"};
    case Parentage::Fostered: return {1.8, "2 4", ink, "none"};
    case Parentage::Step: return {1.6, "12 4 2 4", ink, "none"};
    case Parentage::Guardian: return {1.6, "7 3 2 3 2 3", ink, "none"};
    case Parentage::NotKnown: return {1.4, "1 7", ink, "none"};
    }
    return {};
}

// An adopted child's line is a dashed one with a whole one beside it.
void draw_child_line(Svg& svg, const std::vector<Point>& points, Parentage kind) {
    svg.line(points, pen_of(kind));
    if (kind != Parentage::Adopted)
        return;
    auto beside = points;
    for (auto& point : beside)
        point.x += 3;
    if (beside.size() > 2) // round a corner the second line goes down the last stretch alone
        beside.erase(beside.begin(), beside.end() - 2);
    svg.line(beside, {1.2, {}, ink, "none"});
}

void draw_mark(Svg& svg, const UnionMark& mark) {
    const Pen pen{1.8, {}, ink, "none"};
    const auto slash = [&](double x) { svg.line({{x - 5, mark.from.y + 9}, {x + 5, mark.from.y - 9}}, pen); };
    switch (mark.kind) {
    case UnionMark::Kind::Identical: return svg.line({mark.from, mark.to}, pen);
    case UnionMark::Kind::Separated: return slash(mark.from.x);
    case UnionMark::Kind::Reunited:
        slash(mark.from.x);
        return svg.line({{mark.from.x - 7, mark.from.y - 4}, {mark.from.x + 7, mark.from.y + 4}}, pen);
    case UnionMark::Kind::Divorced:
        slash(mark.from.x - 3);
        return slash(mark.from.x + 3);
    }
}

void draw_around(Svg& svg, AroundKind kind, const Box& box) {
    const Pen pen{1.4, {}, ink, "#f3f2f1"};
    switch (kind) {
    case AroundKind::Professional: return svg.box(box, 9, pen);
    case AroundKind::Service: {
        const double cut = 10;
        return svg.shape({{box.left + cut, box.top}, {box.right - cut, box.top}, {box.right, box.top + cut},
                          {box.right, box.bottom - cut}, {box.right - cut, box.bottom}, {box.left + cut, box.bottom},
                          {box.left, box.bottom - cut}, {box.left, box.top + cut}},
                         pen);
    }
    case AroundKind::Theme: return svg.ellipse(box, {1.4, "5 3", ink, paper});
    }
}

std::string_view words_of(UnionKind kind) {
    switch (kind) {
    case UnionKind::NotKnown: return "together, how is not recorded";
    case UnionKind::Married: return "married or civil partners";
    case UnionKind::LivingTogether: return "living together";
    case UnionKind::NotLivingTogether: return "partners, not living together";
    case UnionKind::Casual: return "a short relationship";
    }
    return {};
}

std::string_view words_of(Parentage kind) {
    switch (kind) {
    case Parentage::Birth: return "birth child";
    case Parentage::Adopted: return "adopted child";
    case Parentage::Fostered: return "fostered child";
    case Parentage::Step: return "stepchild";
    case Parentage::Guardian: return "child under special guardianship or with kin";
    case Parentage::NotKnown: return "child, how is not recorded";
    }
    return {};
}

std::string_view words_of(TieKind kind) {
    switch (kind) {
    case TieKind::Close: return "close";
    case TieKind::VeryClose: return "very close";
    case TieKind::Distant: return "distant";
    case TieKind::Hostile: return "hostile";
    case TieKind::CloseAndHostile: return "close and hostile";
    case TieKind::Stressful: return "stressful";
    case TieKind::CutOff: return "cut off, do not speak";
    case TieKind::Harm: return "harm, towards the arrow";
    }
    return {};
}

std::string_view words_of(AroundKind kind) {
    switch (kind) {
    case AroundKind::Professional: return "worker";
    case AroundKind::Service: return "service";
    case AroundKind::Theme: return "theme";
    }
    return {};
}

} // namespace lifestory::genogram
