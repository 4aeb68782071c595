// The SVG of a genogram and an ecomap: what stands in it, that it is well formed and escaped, that its key holds what is used
// and no more, and that every word of it fits.
#include <cmath>

#include <gmock/gmock.h>

#include "genogram/ecomap.h"
#include "genogram/key.h"
#include "genogram/tell.h"
#include "unit/genogram/family_files.h"
#include "unit/genogram/judge.h"

using namespace lifestory;
using namespace lifestory::genogram;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

// Every element closed in order, every & an escape; enough to catch what we could get wrong.
std::string ill_formed(const std::string& svg) {
    std::vector<std::string> open;
    for (std::size_t at = 0; at < svg.size(); ++at) {
        if (svg[at] == '&' && svg.compare(at, 5, "&amp;") && svg.compare(at, 4, "&lt;") && svg.compare(at, 4, "&gt;") &&
            svg.compare(at, 6, "&quot;") && svg.compare(at, 5, "&#39;"))
            return "a bare & at " + std::to_string(at);
        if (static_cast<unsigned char>(svg[at]) < 0x20 && svg[at] != '\n')
            return "a control character";
        if (svg[at] != '<')
            continue;
        const auto end = svg.find('>', at);
        const auto tag = svg.substr(at + 1, end - at - 1);
        const auto name = tag.substr(tag.starts_with('/') ? 1 : 0, tag.find_first_of(" /", 1) - (tag.starts_with('/') ? 1 : 0));
        if (tag.find('<') != std::string::npos)
            return "a bare < in " + tag;
        if (tag.starts_with('/')) {
            if (open.empty() || open.back() != tag.substr(1))
                return "closed out of turn: " + tag;
            open.pop_back();
        } else if (!tag.ends_with('/'))
            open.push_back(name);
        at = end;
    }
    return open.empty() ? "" : "left open: " + open.back();
}

std::vector<std::string> key_words(const Family& family) {
    std::vector<std::string> words;
    for (const auto& entry : key_of(family))
        words.push_back(entry.words);
    return words;
}

Family a_family() {
    return must_read(file_of("0 @I3@ INDI\n1 NAME Lee /O'Dowd & Sons/\n1 SEX M\n1 DEAT\n2 DATE 2020\n0 @F1@ FAM\n1 HUSB @I3@\n1 WIFE @I2@\n"
                             "1 CHIL @I1@\n1 MARR\n2 DATE 2014\n1 DIV\n2 DATE 2018\n")).family;
}

Heading heading() { return {"Tilly <Barrow>'s family", calendar::parse_day("2026-12-23").value(), 4, "Drawn with Tilly and Nan", "g", Paper::A4Across}; }

} // namespace

TEST(DrawGenogram, holds_its_day_revision_people_and_words_for_those_who_cannot_see_it) {
    auto family = a_family();
    family.focus = 0;
    const auto svg = draw_genogram(family, heading());
    EXPECT_EQ(ill_formed(svg), "");
    EXPECT_THAT(svg, HasSubstr("width=\"297mm\" height=\"210mm\""));
    EXPECT_THAT(svg, HasSubstr("<title id=\"g-title\">Tilly &lt;Barrow&gt;&#39;s family</title>"));
    EXPECT_THAT(svg, HasSubstr("<desc id=\"g-description\">3 people in 2 generations, 1 union, 0 households, 0 ties. It is about Tilly Barrow."));
    EXPECT_THAT(svg, HasSubstr("As it stood on 23 December 2026 · revision 4 · Drawn with Tilly and Nan"));
    EXPECT_THAT(svg, HasSubstr(">m. 2014, d. 2018</text>"));
    EXPECT_THAT(svg, HasSubstr(">11</text>")) << "her age";
    EXPECT_THAT(svg, HasSubstr("O&#39;Dowd &amp; Sons"));
    EXPECT_THAT(svg, Not(HasSubstr("<style")));
    EXPECT_THAT(svg, Not(HasSubstr("<script")));
    EXPECT_EQ(svg, draw_genogram(family, heading()));
}

TEST(DrawGenogram, escapes_whatever_a_file_holds) {
    auto family = must_read("0 HEAD\n0 @\"><x>@ INDI\n1 NAME </text><script>alert(1)</script> /\x01&amp;/\n0 TRLR\n").family;
    EXPECT_EQ(ill_formed(draw_genogram(family, heading())), "");
    EXPECT_THAT(draw_genogram(family, heading()), Not(HasSubstr("<script>")));
}

TEST(DrawGenogram, of_nobody_says_so) {
    const auto family = must_read("0 HEAD\n0 TRLR\n").family;
    const auto svg = draw_genogram(family, heading());
    EXPECT_EQ(ill_formed(svg), "");
    EXPECT_THAT(svg, HasSubstr("There is nobody in the file."));
}

TEST(Key, holds_what_is_used_and_no_more) {
    auto family = a_family();
    EXPECT_EQ(key_words(family), (std::vector<std::string>{"man or boy", "woman or girl", "has died", "married or civil partners", "divorced",
                                                           "m. married, d. divorced", "birth child"}));
    family.unions[0].children[0].kind = Parentage::Fostered;
    family.focus = 0;
    family.households = {{"Nan's", {0}, {}, {}}};
    family.ties = {{{EndKind::Person, 0}, {EndKind::Person, 1}, TieKind::CutOff, Direction::Neither, "", false}};
    for (const char* words : {"fostered child", "whom this is about", "live together", "cut off, do not speak"})
        EXPECT_THAT(key_words(family), Contains(words));
    EXPECT_THAT(key_words(family), Not(Contains("birth child")));
}

TEST(Key, tells_every_tie_apart_without_colour) {
    std::vector<std::string> drawings;
    for (const auto kind : {TieKind::Close, TieKind::VeryClose, TieKind::Distant, TieKind::Hostile, TieKind::CloseAndHostile, TieKind::Stressful,
                            TieKind::CutOff, TieKind::Harm}) {
        auto family = a_family();
        family.ties = {{{EndKind::Person, 0}, {EndKind::Person, 1}, kind, Direction::Neither, "", false}};
        Svg svg;
        for (const auto& entry : key_of(family))
            entry.draw(svg, {0, 0});
        auto drawn = std::move(svg).text();
        for (auto at = drawn.find("#"); at != std::string::npos; at = drawn.find("#", at + 1))
            drawn.replace(at, 7, "#------");
        EXPECT_THAT(drawings, Not(Contains(drawn)));
        drawings.push_back(drawn);
    }
}

TEST(Words, of_a_name_of_any_length_fit_their_lines) {
    for (const char* name : {"Wolfeschlegelsteinhausenbergerdorff", "Adeyemi-Jones-Featherstonehaugh", "Ng", "王小明王小明王小明王小明", "a b c d e f g h i j k l m n o p q r s t"})
        for (const auto& line : broken(name, 84, 11.5, Weight::Bold, 4)) {
            EXPECT_LE(width_of(line, 11.5, Weight::Bold), 84) << line;
            EXPECT_NE(line, "");
        }
    EXPECT_EQ(broken("Adeyemi-Jones", 84, 11.5, Weight::Bold, 4), (std::vector<std::string>{"Adeyemi-", "Jones"}));
}

TEST(Losses, are_left_out_unless_they_are_chosen) {
    const auto bytes = sample("family-care-551.ged");
    if (!bytes)
        GTEST_SKIP() << "skipped: no ../shared";
    const auto whole = must_read(*bytes).family, without = without_losses(whole);
    EXPECT_EQ(without.people.size() + 1, whole.people.size());
    EXPECT_THAT(draw_genogram(whole, heading()), HasSubstr("Ivy Price"));
    EXPECT_THAT(draw_genogram(without, heading()), Not(HasSubstr("Ivy Price")));
    EXPECT_EQ(judge::judged(without, lay_out(without, {})).wrong, std::vector<std::string>{});
}

TEST(Tell, names_everybody_whom_the_drawing_names) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        auto family = judge::invented(seed, 25);
        for (std::size_t at = 0; at < family.people.size(); ++at)
            family.people[at].name = "Person " + std::to_string(at) + " Barrow";
        const auto text = plain_text(tell(family, std::nullopt));
        for (std::size_t at = 0; at < family.people.size(); ++at)
            EXPECT_THAT(text, HasSubstr("Person " + std::to_string(at) + " Barrow, "));
    }
}

TEST(Ecomap, stands_everybody_clear_of_each_other_with_a_line_to_each) {
    auto family = judge::invented(4, 12);
    family.focus = 0;
    family.households = {{"Home", {0, 1, 2}, {}, {}}};
    for (std::size_t at = 0; at < 14; ++at) {
        family.around.push_back({"a" + std::to_string(at), at % 2 ? AroundKind::Service : AroundKind::Theme, "Millbrook Primary School " + std::to_string(at),
                                 "Year 6, breakfast club", "", at == 3, false});
        if (at % 3)
            family.ties.push_back({{EndKind::Person, at % 3}, {EndKind::Around, at}, static_cast<TieKind>(at % 8), static_cast<Direction>(at % 3), "", false});
    }
    family.ties.push_back({{EndKind::Person, 0}, {EndKind::Person, 5}, TieKind::Close, Direction::Both, "", false});
    const auto map = lay_out_ecomap(family);
    EXPECT_EQ(map.round.size(), 15u);
    EXPECT_EQ(map.at_home, (std::vector<std::size_t>{0, 1, 2}));
    for (std::size_t at = 0; at < map.round.size(); ++at) {
        const auto& one = map.round[at];
        EXPECT_GT(std::hypot(one.centre.x, one.centre.y), map.radius + one.radius + 40);
        for (std::size_t other = 0; other < at; ++other)
            EXPECT_GT(std::hypot(one.centre.x - map.round[other].centre.x, one.centre.y - map.round[other].centre.y), one.radius + map.round[other].radius)
                << at << " and " << other;
        for (const auto& words : one.words)
            for (const double x : {box_of(words).left, box_of(words).right})
                EXPECT_LE(std::hypot(x - one.centre.x, words.at.y - words.size * 0.4 - one.centre.y), one.radius) << words.text;
    }
    const auto svg = draw_ecomap(family, heading());
    EXPECT_EQ(ill_formed(svg), "");
    EXPECT_THAT(svg, HasSubstr("3 people in the middle, 15 circles round them, 10 ties. As it stood on 23 December 2026 · revision 4."));
    EXPECT_THAT(svg, HasSubstr(">Ring out of</text>"));
}
