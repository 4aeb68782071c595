#include "genogram/ecomap.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/text.h"
#include "genogram/key.h"
#include "genogram/symbols.h"

namespace lifestory::genogram {

namespace {

constexpr double space_between = 18, least_way = 110, margin = 28;

// What a tie is on an ecomap: four strengths, told apart by their line.
enum class Strength { Strong, Weak, Stressful, Broken };

Strength strength_of(TieKind kind) {
    switch (kind) {
    case TieKind::Close: case TieKind::VeryClose: return Strength::Strong;
    case TieKind::Distant: return Strength::Weak;
    case TieKind::Hostile: case TieKind::CloseAndHostile: case TieKind::Stressful: case TieKind::Harm: return Strength::Stressful;
    case TieKind::CutOff: return Strength::Broken;
    }
    return Strength::Weak;
}

std::string_view words_of(Strength strength) {
    switch (strength) {
    case Strength::Strong: return "strong";
    case Strength::Weak: return "weak or distant";
    case Strength::Stressful: return "stressful";
    case Strength::Broken: return "broken off";
    }
    return {};
}

TieKind line_of(Strength strength) {
    switch (strength) {
    case Strength::Strong: return TieKind::Close;
    case Strength::Weak: return TieKind::Distant;
    case Strength::Stressful: return TieKind::Stressful;
    case Strength::Broken: return TieKind::CutOff;
    }
    return TieKind::Distant;
}

std::vector<std::size_t> at_home(const Family& family) {
    std::vector<std::size_t> home;
    if (family.focus)
        home.push_back(*family.focus);
    for (const auto& one : family.households)
        if (!family.focus || std::find(one.members.begin(), one.members.end(), *family.focus) != one.members.end()) {
            for (auto member : one.members)
                if (std::find(home.begin(), home.end(), member) == home.end())
                    home.push_back(member);
            break;
        }
    if (home.empty() && !family.people.empty())
        home.push_back(0);
    return home;
}

// Words in the middle of a circle just large enough for them.
double fill(std::vector<Words>& words, const std::vector<std::pair<std::string, Weight>>& lines, double room, double least) {
    for (const auto& [text, weight] : lines)
        for (const auto& line : broken(text, room, 11, weight, 4))
            words.push_back({line, {}, Anchor::Middle, 11, weight});
    const double height = 14.0 * static_cast<double>(words.size());
    double radius = least;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const double top = -height / 2 + 14.0 * static_cast<double>(at);
        words[at].at = {0, top + 10.5};
        radius = std::max(radius, 7 + std::hypot(width_of(words[at].text, 11, words[at].weight) / 2, std::max(std::abs(top), std::abs(top + 14))));
    }
    return radius;
}

void move(std::vector<Words>& words, Point by) {
    for (auto& one : words)
        one.at = {one.at.x + by.x, one.at.y + by.y};
}

class EcomapMaker {
public:
    explicit EcomapMaker(const Family& family) : m_family(family) {}

    Ecomap make() && {
        m_map.at_home = at_home(m_family);
        std::vector<std::pair<std::string, Weight>> lines;
        for (auto person : m_map.at_home)
            lines.emplace_back(m_family.name_of(person), lines.empty() ? Weight::Bold : Weight::Normal);
        m_map.radius = fill(m_map.words, lines, 150, 52);
        for (std::size_t tie = 0; tie < m_family.ties.size(); ++tie)
            take_tie(tie);
        for (std::size_t at = 0; at < m_family.around.size(); ++at)
            place_of({EndKind::Around, at});
        stand_round();
        return std::move(m_map);
    }

private:
    bool is_home(const TieEnd& end) const {
        return end.kind == EndKind::Person && std::find(m_map.at_home.begin(), m_map.at_home.end(), end.at) != m_map.at_home.end();
    }

    std::size_t place_of(const TieEnd& who) {
        const auto known = std::find_if(m_map.round.begin(), m_map.round.end(), [&](const auto& one) { return one.who == who; });
        if (known != m_map.round.end())
            return static_cast<std::size_t>(known - m_map.round.begin());
        PlacedEco placed{who, {}, 0, {}};
        std::vector<std::pair<std::string, Weight>> lines{{m_family.name_of(who), Weight::Bold}};
        if (who.kind == EndKind::Around)
            lines.emplace_back(m_family.around[who.at].words, Weight::Normal);
        else
            lines.emplace_back(m_family.people[who.at].role, Weight::Normal);
        const bool is_go_to = who.kind == EndKind::Around ? m_family.around[who.at].is_go_to : m_family.people[who.at].is_go_to;
        const auto& telephone = who.kind == EndKind::Around ? m_family.around[who.at].telephone : m_family.people[who.at].telephone;
        if (is_go_to)
            lines.emplace_back("Ring out of hours " + (telephone.empty() ? "?" : telephone), Weight::Bold);
        placed.radius = fill(placed.words, lines, 96, 34);
        m_map.round.push_back(std::move(placed));
        return m_map.round.size() - 1;
    }

    void take_tie(std::size_t at) {
        const auto& tie = m_family.ties[at];
        if (is_home(tie.from) == is_home(tie.to))
            return;
        m_map.ties.push_back(at);
        m_map.tied_to.push_back(place_of(is_home(tie.from) ? tie.to : tie.from));
    }

    // On one circle, each as wide an angle as its size asks; the circle grows until all have room.
    void stand_round() {
        double largest = 0, around = 0;
        for (const auto& one : m_map.round) {
            largest = std::max(largest, one.radius);
            around += 2 * one.radius + space_between;
        }
        double way = std::max(m_map.radius + least_way + largest, around / (2 * std::numbers::pi) * 1.12);
        double angle = -std::numbers::pi / 2;
        const double all = std::max(around, 1.0);
        for (auto& one : m_map.round) {
            const double half = (2 * one.radius + space_between) / all * std::numbers::pi;
            angle += half;
            one.centre = {way * 1.18 * std::cos(angle), way * std::sin(angle)};
            angle += half;
            move(one.words, one.centre);
        }
        m_map.box = {-m_map.radius, -m_map.radius, m_map.radius, m_map.radius};
        for (const auto& one : m_map.round)
            m_map.box = joined(m_map.box, {one.centre.x - one.radius, one.centre.y - one.radius, one.centre.x + one.radius, one.centre.y + one.radius});
    }

    const Family& m_family;
    Ecomap m_map;
};

std::vector<KeyEntry> eco_key(const Family& family, const Ecomap& map) {
    std::vector<KeyEntry> key;
    for (const auto strength : {Strength::Strong, Strength::Weak, Strength::Stressful, Strength::Broken})
        if (std::any_of(map.ties.begin(), map.ties.end(), [&](auto tie) { return strength_of(family.ties[tie].kind) == strength; }))
            key.push_back({[strength](Svg& svg, Point at) {
                               const std::vector<Point> points{{at.x - 20, at.y}, {at.x + 20, at.y}};
                               draw_tie(svg, points, line_of(strength), Direction::Neither);
                           },
                           std::string(words_of(strength))});
    if (std::any_of(map.ties.begin(), map.ties.end(), [&](auto tie) { return family.ties[tie].direction != Direction::Neither; }))
        key.push_back({[](Svg& svg, Point at) {
                           const std::vector<Point> points{{at.x - 20, at.y}, {at.x + 20, at.y}};
                           draw_tie(svg, points, TieKind::Close, Direction::Towards);
                       },
                       "which way it goes"});
    if (std::any_of(map.round.begin(), map.round.end(), [&](const auto& one) {
            return one.who.kind == EndKind::Around && family.around[one.who.at].kind == AroundKind::Theme;
        }))
        key.push_back({[](Svg& svg, Point at) { svg.circle(at, 11, {1.4, "5 3"}); }, "theme"});
    return key;
}

std::vector<Point> way(const Ecomap& map, const PlacedEco& to, double off) {
    const double length = std::max(1.0, std::hypot(to.centre.x, to.centre.y));
    const Point along{to.centre.x / length, to.centre.y / length}, across{-along.y * off, along.x * off};
    return {{along.x * (map.radius + 3) + across.x, along.y * (map.radius + 3) + across.y},
            {along.x * (length - to.radius - 3) + across.x, along.y * (length - to.radius - 3) + across.y}};
}

void draw_ties(Svg& svg, const Family& family, const Ecomap& map) {
    for (std::size_t at = 0; at < map.ties.size(); ++at) {
        const auto& tie = family.ties[map.ties[at]];
        double before = 0, all = 0;
        for (std::size_t other = 0; other < map.ties.size(); ++other)
            if (map.tied_to[other] == map.tied_to[at]) {
                before += other < at ? 1 : 0;
                ++all;
            }
        auto points = way(map, map.round[map.tied_to[at]], 16 * (before - (all - 1) / 2));
        if (const bool comes_in = map.round[map.tied_to[at]].who == tie.from; comes_in)
            std::reverse(points.begin(), points.end());
        draw_tie(svg, points, line_of(strength_of(tie.kind)), tie.direction);
    }
}

} // namespace

Ecomap lay_out_ecomap(const Family& family) { return EcomapMaker(family).make(); }

std::string draw_ecomap(const Family& family, const Heading& heading) {
    const auto map = lay_out_ecomap(family);
    const auto key = eco_key(family, map);
    const double width = std::max(map.box.width(), 560.0);
    const Box box{-width / 2 + std::min(0.0, map.box.left + width / 2) - margin, map.box.top - 70 - margin,
                  width / 2 + std::max(0.0, map.box.right - width / 2) + margin,
                  map.box.bottom + 30 + height_of_key(key.size(), width) + margin};
    const auto when = heading.on ? "As it stood on " + calendar::in_words(*heading.on) : std::string();
    const auto revision = heading.revision ? (when.empty() ? "Revision " : " \u00B7 revision ") + std::to_string(*heading.revision) : std::string();
    Svg svg;
    open_drawing(svg, heading, box,
                 plural(map.at_home.size(), "person", "people") + " in the middle, " + plural(map.round.size(), "circle", "circles") + " round them, " +
                     plural(map.ties.size(), "tie", "ties") + ". " + when + revision + ". The same is told in words beside it.");
    svg.box(box, 0, {0, {}, {}, "#ffffff"});
    draw_ties(svg, family, map);
    svg.circle(map.centre, map.radius, {2.2, {}, "#0b0c0c", "#ffffff"});
    for (const auto& words : map.words)
        svg.words(words);
    for (const auto& one : map.round) {
        const bool is_theme = one.who.kind == EndKind::Around && family.around[one.who.at].kind == AroundKind::Theme;
        svg.circle(one.centre, one.radius, {1.5, is_theme ? "5 3" : "", "#0b0c0c", "#ffffff"});
        for (const auto& words : one.words)
            svg.words(words);
    }
    svg.words({heading.title, {box.left + margin, box.top + margin + 20}, Anchor::Start, 19, Weight::Bold});
    svg.words({when + revision, {box.left + margin, box.top + margin + 40}, Anchor::Start, 12, Weight::Normal}, "#505a5f");
    draw_key(svg, key, {-width / 2, map.box.bottom + 24}, width);
    svg.close("g");
    svg.close("svg");
    return std::move(svg).text();
}

} // namespace lifestory::genogram
