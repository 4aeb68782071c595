#include "genogram/key.h"

#include <algorithm>
#include <array>

#include "genogram/symbols.h"

namespace lifestory::genogram {

namespace {

constexpr double column = 232, row = 32;

KeyEntry symbol(Person person, std::string words, double half = 11, Ring ring = Ring::Single) {
    return {[person, half, ring](Svg& svg, Point at) { draw_symbol(svg, person, at, half, ring); }, std::move(words)};
}

void add_people(const Family& family, std::vector<KeyEntry>& key) {
    const auto some = [&](auto is) { return std::any_of(family.people.begin(), family.people.end(), is); };
    const auto of = [](Gender gender, Life life = Life::Born) {
        Person person;
        person.gender = gender;
        person.life = life;
        return person;
    };
    const auto add_gender = [&](Gender gender, const char* words) {
        if (some([&](const Person& one) { return one.gender == gender && one.life == Life::Born && !one.is_stand_in; }))
            key.push_back(symbol(of(gender), words));
    };
    add_gender(Gender::Male, "man or boy");
    add_gender(Gender::Female, "woman or girl");
    add_gender(Gender::Other, "another gender");
    if (family.focus)
        key.push_back(symbol(of(family.people[*family.focus].gender, family.people[*family.focus].life), "whom this is about", 12, Ring::Double));
    add_gender(Gender::NotRecorded, "gender not recorded");
    if (some([](const Person& one) { return one.is_stand_in; })) {
        auto person = of(Gender::NotRecorded);
        person.is_stand_in = true;
        key.push_back(symbol(person, "? somebody not known"));
    }
    if (some([](const Person& one) { return one.is_dead && one.life == Life::Born; })) {
        auto person = of(Gender::Male);
        person.is_dead = true;
        key.push_back(symbol(person, "has died"));
    }
    const auto add_life = [&](Life life, const char* words) {
        if (some([&](const Person& one) { return one.life == life; }))
            key.push_back(symbol(of(life == Life::Stillborn ? Gender::Male : Gender::NotRecorded, life), words, life == Life::Stillborn ? 7 : 10));
    };
    add_life(Life::Unborn, "unborn");
    add_life(Life::Stillborn, "stillborn (girls as a circle)");
    add_life(Life::Miscarriage, "miscarriage");
    add_life(Life::Termination, "termination");
}

void add_unions(const Family& family, std::vector<KeyEntry>& key) {
    const auto some = [&](auto is) { return std::any_of(family.unions.begin(), family.unions.end(), is); };
    for (const auto kind : {UnionKind::Married, UnionKind::LivingTogether, UnionKind::NotLivingTogether, UnionKind::Casual, UnionKind::NotKnown})
        if (some([&](const Union& one) { return one.kind == kind && one.partners.size() == 2; }))
            key.push_back({[kind](Svg& svg, Point at) { svg.line({{at.x - 19, at.y}, {at.x + 19, at.y}}, pen_of(kind)); },
                           std::string(words_of(kind))});
    const auto add_mark = [&](UnionMark::Kind kind, const char* words) {
        key.push_back({[kind](Svg& svg, Point at) {
                           svg.line({{at.x - 19, at.y}, {at.x + 19, at.y}}, pen_of(UnionKind::Married));
                           draw_mark(svg, {kind, 0, at, at});
                       },
                       words});
    };
    if (some([](const Union& one) { return one.is_separated && !one.is_divorced && !one.is_reunited; }))
        add_mark(UnionMark::Kind::Separated, "separated");
    if (some([](const Union& one) { return one.is_divorced && !one.is_reunited; }))
        add_mark(UnionMark::Kind::Divorced, "divorced");
    if (some([](const Union& one) { return one.is_reunited; }))
        add_mark(UnionMark::Kind::Reunited, "together again");
    std::vector<std::string> letters;
    if (some([](const Union& one) { return one.together.has_value(); }))
        letters.push_back("t. together");
    if (some([](const Union& one) { return one.kind == UnionKind::Married; }))
        letters.push_back("m. married");
    if (some([](const Union& one) { return one.is_separated; }))
        letters.push_back("s. separated");
    if (some([](const Union& one) { return one.is_divorced; }))
        letters.push_back("d. divorced");
    if (some([](const Union& one) { return one.is_reunited; }))
        letters.push_back("r. together again");
    for (std::size_t at = 0; at < letters.size(); at += 2)
        key.push_back({[](Svg&, Point) {}, letters[at] + (at + 1 < letters.size() ? ", " + letters[at + 1] : "")});
}

void add_children(const Family& family, std::vector<KeyEntry>& key) {
    const auto some = [&](auto is) {
        return std::any_of(family.unions.begin(), family.unions.end(), [&](const Union& one) {
            return std::any_of(one.children.begin(), one.children.end(), is);
        });
    };
    for (const auto kind : {Parentage::Birth, Parentage::Adopted, Parentage::Fostered, Parentage::Step, Parentage::Guardian, Parentage::NotKnown})
        if (some([&](const ChildOf& one) { return one.kind == kind; }))
            key.push_back({[kind](Svg& svg, Point at) { draw_child_line(svg, {{at.x, at.y - 14}, {at.x, at.y + 14}}, kind); },
                           std::string(words_of(kind))});
    const auto twins = [&](bool are_identical, const char* words) {
        if (some([&](const ChildOf& one) { return one.born_together && one.is_identical == are_identical; }))
            key.push_back({[are_identical](Svg& svg, Point at) {
                               svg.line({{at.x - 14, at.y + 12}, {at.x, at.y - 12}, {at.x + 14, at.y + 12}}, pen_of(Parentage::Birth));
                               if (are_identical)
                                   svg.line({{at.x - 7, at.y}, {at.x + 7, at.y}}, pen_of(Parentage::Birth));
                           },
                           words});
    };
    twins(false, "born together");
    twins(true, "identical, born together");
}

void add_ties(const Family& family, std::vector<KeyEntry>& key) {
    for (const auto kind : {TieKind::Close, TieKind::VeryClose, TieKind::Distant, TieKind::Hostile, TieKind::CloseAndHostile, TieKind::Stressful,
                            TieKind::CutOff, TieKind::Harm})
        if (std::any_of(family.ties.begin(), family.ties.end(), [&](const auto& one) { return one.kind == kind; }))
            key.push_back({[kind](Svg& svg, Point at) {
                               const std::vector<Point> points{{at.x - 20, at.y}, {at.x + 20, at.y}};
                               draw_tie(svg, points, kind, Direction::Neither);
                           },
                           std::string(words_of(kind))});
    for (const auto kind : {AroundKind::Professional, AroundKind::Service, AroundKind::Theme})
        if (std::any_of(family.around.begin(), family.around.end(), [&](const auto& one) { return one.kind == kind; }))
            key.push_back({[kind](Svg& svg, Point at) { draw_around(svg, kind, {at.x - 19, at.y - 11, at.x + 19, at.y + 11}); },
                           std::string(words_of(kind))});
}

std::size_t columns(double width) { return std::max<std::size_t>(1, static_cast<std::size_t>(width / column)); }

} // namespace

std::vector<KeyEntry> key_of(const Family& family) {
    std::vector<KeyEntry> key;
    add_people(family, key);
    add_unions(family, key);
    add_children(family, key);
    if (!family.households.empty())
        key.push_back({[](Svg& svg, Point at) {
                           svg.box({at.x - 19, at.y - 11, at.x + 19, at.y + 11}, 8, {1.5, "6 4", "#505a5f", "none"});
                       },
                       "live together"});
    add_ties(family, key);
    return key;
}

double height_of_key(std::size_t entries, double width) {
    const auto across = columns(width);
    return row * static_cast<double>((entries + across - 1) / across);
}

double draw_key(Svg& svg, const std::vector<KeyEntry>& key, Point corner, double width) {
    const auto across = columns(width);
    for (std::size_t at = 0; at < key.size(); ++at) {
        const Point middle{corner.x + column * static_cast<double>(at % across) + 22,
                           corner.y + row * static_cast<double>(at / across) + row / 2};
        key[at].draw(svg, middle);
        svg.words({key[at].words, {middle.x + 28, middle.y + 4}, Anchor::Start, 11, Weight::Normal});
    }
    return corner.y + height_of_key(key.size(), width);
}

} // namespace lifestory::genogram
