// Is the picture right? Judged on the finished drawing by genogram/judge: nobody missing, nothing overlapping, no line through
// a person, elder left of younger, partners beside each other; and does it stay still when somebody is added?
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "genogram/sheet.h"
#include "unit/genogram/family_files.h"
#include "unit/genogram/judge.h"

using namespace lifestory;
using namespace lifestory::genogram;
using judge::invented;
using judge::judged;

namespace {

std::string said(const judge::Verdict& verdict) { return verdict.wrong.empty() ? "" : verdict.wrong.front(); }

struct Moved {
    double furthest = 0, sum = 0;
    int out_of_order = 0; // pairs of one row that changed places
};

Moved moved(const Layout& before, const Layout& after, std::size_t people) {
    Moved all;
    for (std::size_t at = 0; at < people; ++at) {
        const auto &old_place = before.people[at].centre, &place = after.people[at].centre;
        const double by = std::abs(place.x - old_place.x);
        all.furthest = std::max(all.furthest, by);
        all.sum += by;
        for (std::size_t other = 0; other < at; ++other)
            if (before.people[other].centre.y == old_place.y && after.people[other].centre.y == place.y &&
                (before.people[other].centre.x < old_place.x) != (after.people[other].centre.x < place.x))
                ++all.out_of_order;
    }
    return all;
}

Person somebody(const std::string& id, int born) {
    Person person;
    person.id = id;
    person.name = "Wilf New";
    person.gender = Gender::Male;
    person.born = When{born, 5, 5};
    return person;
}

// Child, partner or parent of one of them.
Family with_one_more(Family family, unsigned which) {
    const auto new_one = family.people.size();
    if (which % 3 == 0) {
        const auto at = which % family.unions.size();
        int born = 0;
        for (auto partner : family.unions[at].partners)
            born = std::max(born, family.people[partner].born->year + 38);
        family.people.push_back(somebody("new", born));
        family.unions[at].children.push_back({new_one, Parentage::Birth, 0, false, false, {}});
    } else {
        const auto at = which % new_one;
        const bool is_partner = which % 3 == 1;
        family.people.push_back(somebody("new", family.people[at].born->year - (is_partner ? 0 : 30)));
        Union made;
        made.id = "new-union";
        made.partners = is_partner ? std::vector<std::size_t>{at, new_one} : std::vector<std::size_t>{new_one};
        if (!is_partner)
            made.children = {{at, Parentage::Birth, 0, false, false, {}}};
        family.unions.push_back(made);
    }
    order_children(family);
    return family;
}

} // namespace

TEST(Layout, of_every_sample_is_right) {
    for (const char* name : {"family-care-551.ged", "family-care-70.ged", "RelationshipTest.ged", "RelationshipTestExtended.ged",
                             "utf8_lf_nobom.ged", "utf8_crlf_bom.ged"}) {
        const auto bytes = sample(name);
        if (!bytes)
            GTEST_SKIP() << "skipped: no ../shared";
        const auto family = with_stand_ins(must_read(*bytes).family);
        const auto verdict = judged(family, lay_out(family, std::nullopt));
        EXPECT_EQ(said(verdict), "") << name;
        EXPECT_EQ(verdict.partners_apart, 0) << name;
        EXPECT_EQ(verdict.lines_through_words, 0) << name;
        EXPECT_LE(verdict.crossings, 6) << name;
    }
}

TEST(Layout, of_a_few_generations_has_no_crossing) {
    const auto family = must_read(file_of("0 @I3@ INDI\n1 NAME Lee\n1 SEX M\n0 @I4@ INDI\n1 NAME Maureen\n1 SEX F\n0 @I5@ INDI\n1 NAME Reece\n"
                                          "1 BIRT\n2 DATE 6 FEB 2012\n0 @I6@ INDI\n1 NAME Darren\n1 SEX M\n"
                                          "0 @F1@ FAM\n1 HUSB @I3@\n1 WIFE @I2@\n1 CHIL @I1@\n1 CHIL @I5@\n"
                                          "0 @F2@ FAM\n1 WIFE @I4@\n1 CHIL @I2@\n0 @F3@ FAM\n1 HUSB @I6@\n1 WIFE @I2@\n")).family;
    const auto layout = lay_out(family, std::nullopt);
    const auto verdict = judged(family, layout);
    EXPECT_EQ(said(verdict), "");
    EXPECT_EQ(verdict.crossings, 0);
    const auto x = [&](const char* name) { return layout.people[called(family, name)].centre.x; };
    EXPECT_LT(x("Lee"), x("Kerry Barrow"));    // the earlier partner left, the later right
    EXPECT_LT(x("Kerry Barrow"), x("Darren"));
    EXPECT_LT(x("Reece"), x("Tilly Barrow"));  // the elder left
    EXPECT_EQ(layout.people[called(family, "Maureen")].row, 0);
    EXPECT_EQ(layout.people[called(family, "Tilly Barrow")].row, 2);
}

RC_GTEST_PROP(Layout, is_right_whatever_the_family, ()) {
    const auto seed = *rc::gen::inRange<unsigned>(0, 1'000'000);
    const auto people = *rc::gen::inRange<std::size_t>(2, 45);
    const auto family = invented(seed, people);
    const auto layout = lay_out(family, std::nullopt);
    const auto verdict = judged(family, layout);
    RC_ASSERT(said(verdict) == "");
    RC_ASSERT(layout == lay_out(family, std::nullopt));
}

RC_GTEST_PROP(Layout, stays_still_when_somebody_is_added, ()) {
    const auto family = invented(*rc::gen::inRange<unsigned>(0, 1'000'000), *rc::gen::inRange<std::size_t>(4, 30));
    RC_PRE(!family.unions.empty());
    const auto before = lay_out(family, std::nullopt);
    const auto more = with_one_more(family, *rc::gen::inRange<unsigned>(0, 1000));
    RC_PRE(check_ancestors(more).has_value());
    const auto after = lay_out(more, std::nullopt, kept_of(family, before));
    RC_ASSERT(said(judged(more, after)) == "");
    const auto far = moved(before, after, family.people.size());
    RC_ASSERT(far.out_of_order == 0);
}

TEST(Layout, stays_still_on_the_whole) {
    double sum = 0, furthest = 0;
    int out_of_order = 0, people = 0;
    for (unsigned seed = 0; seed < 120; ++seed) {
        const auto family = invented(seed, 12 + seed % 20);
        const auto before = lay_out(family, std::nullopt);
        const auto same = lay_out(family, std::nullopt, kept_of(family, before));
        EXPECT_LT(moved(before, same, family.people.size()).furthest, 0.5) << seed;
        const auto more = with_one_more(family, seed * 7 + 1);
        const auto far = moved(before, lay_out(more, std::nullopt, kept_of(family, before)), family.people.size());
        sum += far.sum;
        furthest = std::max(furthest, far.furthest);
        out_of_order += far.out_of_order;
        people += static_cast<int>(family.people.size());
    }
    RecordProperty("mean", std::to_string(sum / people));
    EXPECT_EQ(out_of_order, 0);
    EXPECT_LT(sum / people, 20) << "a symbol is 40 wide, a person with words about 130";
    EXPECT_LT(furthest, 400);
}

TEST(Layout, of_hundreds_is_right_too) { // how long it takes: docs/performance.md
    const auto family = invented(3, 200);
    EXPECT_EQ(said(judged(family, lay_out(family, std::nullopt))), "");
}

TEST(Judge, sees_what_is_wrong) {
    const auto family = invented(5, 20);
    const auto right = lay_out(family, std::nullopt);
    EXPECT_EQ(said(judged(family, right)), "");
    auto overlapping = right;
    overlapping.people[1].centre = overlapping.people[0].centre;
    EXPECT_NE(said(judged(family, overlapping)), "");
    auto through = right;
    for (auto& person : through.people)
        person.centre.y = through.lines.front().points.front().y;
    EXPECT_NE(said(judged(family, through)), "");
    auto turned = right;
    for (auto& person : turned.people)
        person.centre.x = -person.centre.x;
    EXPECT_NE(said(judged(family, turned)), "");
}

// A partner in a row below (a stepfather and his partner's daughter), cousins who marry, two sisters and two brothers crosswise.
TEST(Layout, draws_what_families_do) {
    const auto person = [](int born, Gender gender) {
        Person made = somebody("", born);
        made.gender = gender;
        return made;
    };
    Family family;
    for (int born : {1950, 1952, 1975, 1977, 1974, 1978, 2000, 2001})
        family.people.push_back(person(born, born % 2 ? Gender::Female : Gender::Male));
    for (std::size_t at = 0; at < family.people.size(); ++at)
        family.people[at].id = "p" + std::to_string(at);
    const auto join = [&](std::vector<std::size_t> partners, std::vector<std::size_t> children) {
        Union made;
        made.id = "u" + std::to_string(family.unions.size());
        made.partners = std::move(partners);
        for (auto child : children)
            made.children.push_back({child, Parentage::Birth, 0, false, false, {}});
        family.unions.push_back(made);
    };
    join({0, 1}, {2, 3});
    join({2, 4}, {6});
    join({3, 5}, {7});
    join({6, 7}, {});  // cousins
    join({0, 7}, {});  // across two generations: she is his granddaughter
    const auto verdict = judged(family, lay_out(family, std::nullopt));
    EXPECT_EQ(said(verdict), "");
    Family crosswise;
    for (int at = 0; at < 8; ++at) {
        crosswise.people.push_back(person(at < 4 ? 1950 : 1970 + at, at % 2 ? Gender::Female : Gender::Male));
        crosswise.people.back().id = "c" + std::to_string(at);
    }
    std::swap(family, crosswise);
    family.unions.clear();
    join({0, 1}, {4, 5});
    join({2, 3}, {6, 7});
    join({4, 7}, {});
    join({5, 6}, {});
    EXPECT_EQ(said(judged(family, lay_out(family, std::nullopt))), "");
}

TEST(Sheet, leads_ties_past_everybody_and_puts_rings_round_those_alone_who_live_there) {
    for (unsigned seed = 0; seed < 8; ++seed) {
        auto family = invented(seed, 18);
        const auto count = family.people.size();
        family.households = {{"Home", {0, 1 % count, 2 % count, 5 % count}, {}, {}}, {"Nan's", {7 % count, 9 % count}, {}, {}}};
        family.around = {{"w", AroundKind::Professional, "Priya Anand", "social worker", "01632 960 100", true, false},
                         {"t", AroundKind::Theme, "Alcohol", "", "", false, false}};
        for (std::size_t at = 0; at < 6; ++at)
            family.ties.push_back({{EndKind::Person, at * 3 % count}, {EndKind::Person, (at * 5 + 7) % count}, TieKind::Close, Direction::Neither, "", false});
        family.ties.push_back({{EndKind::Person, 3}, {EndKind::Around, 0}, TieKind::Stressful, Direction::Towards, "", false});
        const auto sheet = sheet_of(family, std::nullopt);
        for (const auto& path : sheet.ties)
            for (std::size_t at = 0; at < count; ++at) {
                const auto& tie = family.ties[path.tie];
                const bool is_end = (tie.from.kind == EndKind::Person && tie.from.at == at) || (tie.to.kind == EndKind::Person && tie.to.at == at);
                for (std::size_t step = 1; step < path.points.size() && !is_end; ++step)
                    for (double part = 0; part <= 1; part += 0.02) {
                        const auto &from = path.points[step - 1], &to = path.points[step];
                        const Point spot{from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
                        const auto box = sheet.layout.people[at].symbol();
                        EXPECT_FALSE(spot.x > box.left && spot.x < box.right && spot.y > box.top && spot.y < box.bottom) << seed << ": tie through " << at;
                    }
            }
        for (const auto& ring : sheet.rings)
            for (std::size_t at = 0; at < count; ++at) {
                const auto& members = family.households[ring.household].members;
                const auto centre = sheet.layout.people[at].centre;
                bool is_inside = false;
                for (const auto& outline : ring.outlines)
                    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++)
                        if ((outline[i].y > centre.y) != (outline[j].y > centre.y) && centre.x < outline[i].x)
                            is_inside = !is_inside;
                EXPECT_EQ(is_inside, std::find(members.begin(), members.end(), at) != members.end()) << seed << ": ring and person " << at;
            }
        for (const auto& around : sheet.around)
            EXPECT_FALSE(overlap(around.box, sheet.layout.box)) << seed;
    }
}
