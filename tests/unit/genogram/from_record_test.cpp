// The Barrows' family as their record holds it, drawn as it stood on different days.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "genogram/draw.h"
#include "genogram/from_record.h"
#include "genogram/tell.h"
#include "unit/genogram/judge.h"

using namespace lifestory;
using namespace lifestory::genogram;
using testing::HasSubstr;
using testing::Not;

namespace {

PersonNumber number(unsigned digit) {
    PersonNumber made;
    made.bytes[15] = static_cast<std::uint8_t>(digit);
    return made;
}
const auto tilly = number(1), reece = number(2), kerry = number(3), maureen = number(4), darren = number(5), lee = number(6);
Day day(int year, unsigned month, unsigned date) { return *calendar::day_of(year, month, date); }

class Told {
public:
    Told() {
        person(tilly, "Matilda Barrow", "she", day(2015, 3, 14), "Tilly");
        person(reece, "Reece Barrow", "he", day(2012, 2, 6));
        person(kerry, "Kerry Barrow", "she", day(1990, 5, 21));
        person(maureen, "Maureen Barrow", "she", day(1959, 8, 11), "Nan");
        person(darren, "Darren Cole", "he", day(1987, 1, 30));
        person(lee, "Lee Barrow", "he", day(1985, 11, 3));
        tie(kerry, tilly, "mum"), tie(kerry, reece, "mum"), tie(lee, tilly, "dad"), tie(lee, reece, "dad");
        tie(maureen, kerry, "mum"), tie(maureen, tilly, "nan"), tie(reece, tilly, "brother");
        tie(darren, kerry, "partner", day(2026, 4, 2), day(2026, 10, 16));
        home("mill-row", "Mum's", {kerry, tilly, reece}, {}, day(2026, 4, 1));
        home("mill-row", "Mum's", {kerry, tilly, reece, darren}, day(2026, 4, 2), day(2026, 10, 16));
        home("mill-row", "Mum's", {kerry, reece}, day(2026, 11, 2), {});
        home("nans", "Nan's", {maureen, tilly}, day(2026, 11, 2), {});
    }

    void person(PersonNumber who, std::string name, std::string pronouns, std::optional<Day> born, std::string known_as = "") {
        record::Person said;
        said.person = who;
        said.full_name = std::move(name);
        said.pronouns = std::move(pronouns);
        said.known_as = std::move(known_as);
        said.born = born;
        family.people.push_back(history(said));
    }
    void tie(PersonNumber from, PersonNumber to, std::string kind, std::optional<Day> since = {}, std::optional<Day> until = {}) {
        family.relationships.push_back(history(record::Relationship{from, to, std::move(kind), since, until, false, "Kerry Barrow"}));
    }
    void home(const std::string& id, std::string name, std::vector<PersonNumber> members, std::optional<Day> since, std::optional<Day> until) {
        record::Household said{id, std::move(name), "4 Mill Row", std::move(members), since, until};
        for (auto& one : family.households)
            if (one.now().household == id)
                return one.said.push_back({{}, 0, {}, {}, said});
        family.households.push_back(history(said));
    }

    void not_told(PersonNumber who, std::vector<PersonNumber> children) {
        for (auto& one : family.people)
            if (one.now().person == who)
                one.said.back().what.not_told = children;
    }

    Family on(Day when, AsRecorded as = {}) const {
        as.on = when;
        if (!as.focus)
            as.focus = tilly;
        return *family_from(family, as);
    }

    record::Family family;

private:
    template <class T>
    static record::History<T> history(const T& what) {
        return {{{{}, 0, {}, {}, what}}};
    }
};

std::string words(const Family& family, Day on) { return plain_text(tell(family, on)); }

} // namespace

TEST(FromRecord, draws_the_family_as_it_stood_on_the_day) {
    const Told told;
    const auto spring = words(told.on(day(2026, 5, 1)), day(2026, 5, 1));
    EXPECT_THAT(spring, HasSubstr("- About Matilda Barrow (“Tilly”), female, born 14 March 2015, aged 11.\n"));
    EXPECT_THAT(spring, HasSubstr("Darren Cole and Kerry Barrow: living together since 2 April 2026\n"));
    EXPECT_THAT(spring, HasSubstr("  - Mum's, since 2 April 2026\n    - Kerry Barrow\n    - Matilda Barrow\n    - Reece Barrow\n    - Darren Cole\n"));
    EXPECT_THAT(spring, Not(HasSubstr("Nan's")));
    const auto winter = words(told.on(day(2026, 12, 23)), day(2026, 12, 23));
    EXPECT_THAT(winter, HasSubstr("Darren Cole and Kerry Barrow: living together since 2 April 2026, separated 16 October 2026\n"));
    EXPECT_THAT(winter, HasSubstr("  - Nan's, since 2 November 2026\n    - Maureen Barrow\n    - Matilda Barrow\n"));
    const auto early = words(told.on(day(2013, 1, 1)), day(2013, 1, 1));
    EXPECT_THAT(early, Not(HasSubstr("Matilda")));
    EXPECT_THAT(early, Not(HasSubstr("Darren Cole and")));
}

TEST(FromRecord, hangs_each_child_from_its_parents_and_says_what_is_not_known) {
    const auto family = Told().on(day(2026, 12, 23));
    const auto layout = lay_out(family, day(2026, 12, 23));
    EXPECT_EQ(judge::judged(family, layout).wrong, std::vector<std::string>{});
    EXPECT_EQ(judge::judged(family, layout).crossings, 0);
    EXPECT_EQ(family.people.size(), 7u) << "six, and Kerry's father, who is not known";
    EXPECT_TRUE(family.people.back().is_stand_in);
    EXPECT_EQ(layout.people[0].row, 2);
    EXPECT_EQ(layout.people[3].row, 0);
    EXPECT_LT(layout.people[1].centre.x, layout.people[0].centre.x) << "Reece is the elder";
    EXPECT_THAT(words(family, day(2026, 12, 23)), HasSubstr("Who the other parent of Kerry Barrow is."));
}

TEST(FromRecord, never_guesses_through_whom_a_grandmother_is_one) {
    Told told;
    const auto dupe = number(9);
    told.person(dupe, "Dupe Adeyemi", "she", {});
    told.tie(dupe, tilly, "grandma");
    const auto family = told.on(day(2026, 12, 23));
    EXPECT_EQ(judge::judged(family, lay_out(family, {})).wrong, std::vector<std::string>{});
    EXPECT_THAT(words(family, day(2026, 12, 23)), HasSubstr("Matilda Barrow, how they are related is not recorded"));
    Told maternal;
    maternal.person(dupe, "Dupe Adeyemi", "she", {});
    maternal.tie(dupe, tilly, "paternal grandmother");
    const auto through_lee = maternal.on(day(2026, 12, 23));
    EXPECT_THAT(words(through_lee, day(2026, 12, 23)), HasSubstr("- Dupe Adeyemi and Somebody not known: how they were together is not recorded\n    - Lee Barrow\n"));
}

TEST(FromRecord, draws_carers_twins_unborn_and_ties) {
    Told told;
    const auto carer = number(10), baby = number(11), sister = number(12);
    told.person(carer, "Joan Pell", "she", {});
    told.person(baby, "Baby Barrow", "", {});
    told.family.people.back().said.back().what.expected = day(2027, 1, 20);
    told.person(sister, "Ruby Barrow", "she", day(2015, 3, 14));
    told.tie(carer, tilly, "foster carer", day(2026, 11, 2));
    told.tie(kerry, baby, "mum"), told.tie(kerry, sister, "mum"), told.tie(lee, sister, "dad"), told.tie(tilly, sister, "identical twin");
    told.tie(tilly, maureen, "close"), told.tie(kerry, darren, "do not speak");
    AsRecorded as;
    as.go_to = maureen;
    as.around = {{"w", AroundKind::Professional, "Priya Anand", "Social worker, Family Team North", "", false, false}};
    as.ties = {{tilly, 0, TieKind::Close, Direction::Both}};
    const auto family = told.on(day(2026, 12, 23), as);
    EXPECT_EQ(judge::judged(family, lay_out(family, day(2026, 12, 23))).wrong, std::vector<std::string>{});
    const auto text = words(family, day(2026, 12, 23));
    EXPECT_THAT(text, HasSubstr("- Joan Pell\n    - Matilda Barrow, fostered since 2 November 2026\n"));
    EXPECT_THAT(text, HasSubstr("Baby Barrow, gender not recorded, not yet born, expected 20 January 2027"));
    EXPECT_THAT(text, HasSubstr("Matilda Barrow, identical twin of Ruby Barrow"));
    EXPECT_THAT(text, HasSubstr("Matilda Barrow and Maureen Barrow are close (said by Kerry Barrow)"));
    EXPECT_THAT(text, HasSubstr("Kerry Barrow and Darren Cole do not speak"));
    EXPECT_THAT(text, HasSubstr("Matilda Barrow and Priya Anand are close, both ways"));
    EXPECT_THAT(text, HasSubstr("ring out of hours: number not known"));
    EXPECT_THAT(words(told.on(day(2026, 5, 1), as), day(2026, 5, 1)), Not(HasSubstr("fostered")));
}

TEST(FromRecord, hangs_aunts_uncles_and_cousins_beside_the_parent_of_whose_side_they_are) {
    Told told;
    const auto rosa = number(20), gordon = number(21), una = number(22), cousin = number(23), stranger = number(24);
    told.person(rosa, "Rosa Lowe", "", {});
    told.person(gordon, "Gordon Pyke", "", {});
    told.person(una, "Una Pyke", "she", {});
    told.person(cousin, "Kit Lowe", "they", {});
    told.person(stranger, "Sid Lowe", "he", {});
    told.tie(rosa, tilly, "mum's sister");
    told.tie(gordon, tilly, "uncle"); // nobody said of which side
    told.tie(una, gordon, "wife");
    told.tie(una, tilly, "aunt"); // as his wife: not a sister of anybody
    told.tie(rosa, cousin, "mum");
    told.tie(cousin, tilly, "cousin"); // placed by their own mum
    told.tie(stranger, tilly, "cousin"); // of whom nobody knows more
    const auto family = told.on(day(2026, 12, 23));
    const auto layout = lay_out(family, day(2026, 12, 23));
    EXPECT_EQ(judge::judged(family, layout).wrong, std::vector<std::string>{});
    const auto at = [&](PersonNumber who) {
        for (std::size_t one = 0; one < family.people.size(); ++one)
            if (family.people[one].id == who.hex())
                return one;
        return family.people.size();
    };
    EXPECT_EQ(family.people[at(rosa)].gender, Gender::Female) << "the word says it";
    EXPECT_EQ(layout.people[at(rosa)].row, layout.people[at(kerry)].row);
    EXPECT_EQ(layout.people[at(cousin)].row, layout.people[at(tilly)].row);
    EXPECT_EQ(layout.people[at(gordon)].row, layout.people[at(kerry)].row) << "through somebody not known";
    const auto hangs = [&](PersonNumber who) {
        return std::count_if(family.unions.begin(), family.unions.end(), [&](const auto& one) {
            return std::any_of(one.children.begin(), one.children.end(), [&](const auto& child) { return child.person == at(who); });
        });
    };
    EXPECT_EQ(hangs(rosa), 1);
    EXPECT_EQ(hangs(gordon), 1);
    EXPECT_EQ(hangs(una), 0);
    EXPECT_EQ(hangs(stranger), 0);
}

namespace {

std::size_t hangings(const Family& family, PersonNumber who) {
    return static_cast<std::size_t>(std::count_if(family.unions.begin(), family.unions.end(), [&](const auto& one) {
        return std::any_of(one.children.begin(), one.children.end(), [&](const auto& child) { return family.people[child.person].id == who.hex(); });
    }));
}

} // namespace

TEST(FromRecord, brothers_and_sisters_have_an_uncle_through_one_parent_not_known) {
    Told told;
    const auto gordon = number(21);
    told.person(gordon, "Gordon Pyke", "he", {});
    told.tie(gordon, tilly, "uncle");
    told.tie(gordon, reece, "uncle");
    const auto family = told.on(day(2026, 12, 23));
    EXPECT_EQ(judge::judged(family, lay_out(family, day(2026, 12, 23))).wrong, std::vector<std::string>{});
    EXPECT_EQ(hangings(family, gordon), 1u);
    EXPECT_EQ(hangings(family, reece), hangings(family, tilly));
    EXPECT_EQ(std::count_if(family.people.begin(), family.people.end(), [&](const auto& one) { return one.id == gordon.hex() + "/sibling"; }), 1)
        << "nobody guesses that there are two";
}

TEST(FromRecord, an_uncle_of_two_cousins_makes_no_brothers_of_them) {
    Told told;
    const auto gordon = number(21), kit = number(23);
    told.person(gordon, "Gordon Pyke", "he", {});
    told.person(kit, "Kit Lowe", "they", {});
    told.tie(gordon, tilly, "uncle");
    told.tie(gordon, kit, "uncle");
    const auto family = told.on(day(2026, 12, 23));
    for (const auto& one : family.unions)
        EXPECT_LE(std::count_if(one.children.begin(), one.children.end(),
                                [&](const auto& child) { return family.people[child.person].id == tilly.hex() || family.people[child.person].id == kit.hex(); }),
                  1);
}

TEST(FromRecord, never_guesses_through_which_parent_somebody_is_a_cousin) {
    Told told;
    const auto kit = number(23), rosa = number(20), sid = number(24);
    told.person(kit, "Kit Lowe", "they", {});
    told.person(sid, "Sid Lowe", "he", {});
    told.person(rosa, "Rosa Lowe", "she", {});
    told.tie(sid, kit, "dad");
    told.tie(rosa, kit, "mum");
    told.tie(kit, tilly, "cousin");
    const auto apart = told.on(day(2026, 12, 23));
    EXPECT_EQ(judge::judged(apart, lay_out(apart, day(2026, 12, 23))).wrong, std::vector<std::string>{});
    EXPECT_EQ(std::count_if(apart.people.begin(), apart.people.end(), [](const auto& one) { return one.id.ends_with("/sibling"); }), 0) << "nobody is made up";
    EXPECT_THAT(words(apart, day(2026, 12, 23)), HasSubstr("cousin")) << "the word stands";
    told.tie(rosa, tilly, "mum's sister"); // now it is said
    const auto family = told.on(day(2026, 12, 23));
    EXPECT_EQ(hangings(family, rosa), 1u);
    EXPECT_EQ(hangings(family, sid), hangings(apart, sid));
    EXPECT_EQ(judge::judged(family, lay_out(family, day(2026, 12, 23))).wrong, std::vector<std::string>{});
}

TEST(FromRecord, a_couple_together_again_have_a_sign_and_words_of_their_own) {
    Told told;
    told.family.relationships.back().said.push_back({{}, 0, {}, {}, record::Relationship{darren, kerry, "partner", day(2026, 12, 1), {}, false, "Kerry Barrow"}});
    const auto family = told.on(day(2026, 12, 23));
    EXPECT_THAT(words(family, day(2026, 12, 23)), HasSubstr("since 2 April 2026, separated 16 October 2026, together again since 1 December 2026\n"));
    const auto drawing = draw_genogram(family, {"Tilly's family", day(2026, 12, 23), 3, "", "genogram", Paper::AsWideAsItIs});
    EXPECT_THAT(drawing, testing::AllOf(HasSubstr("r. together again"), HasSubstr("r. 2026")));
    EXPECT_THAT(words(told.on(day(2026, 11, 20)), day(2026, 11, 20)), Not(HasSubstr("together again"))) << "that day they were not";
}

TEST(FromRecord, refuses_somebody_who_is_their_own_ancestor) {
    Told told;
    told.tie(tilly, maureen, "mum");
    AsRecorded as;
    as.on = day(2026, 12, 23);
    const auto refused = family_from(told.family, as);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().code, "own-ancestor");
}

TEST(ForChild, leaves_out_what_she_has_not_been_told_and_tells_the_worker) {
    Told told;
    told.tie(darren, tilly, "harm");
    told.family.relationships.back().said.back().what.not_told = {tilly};
    told.not_told(lee, {tilly});
    told.not_told(maureen, {reece}); // what Reece has not been told is not left out for Tilly
    const auto family = told.on(day(2026, 12, 23));
    const auto version = for_child(family);
    EXPECT_EQ(version.note, "Not shown to Tilly: 1 person, 1 tie, because Tilly has not been told.");
    const auto text = words(version.family, day(2026, 12, 23));
    const auto picture = draw_genogram(version.family, {"Tilly's family", day(2026, 12, 23), 3, "", "g", Paper::AsWideAsItIs});
    for (const auto& all : {text, picture}) {
        EXPECT_THAT(all, Not(HasSubstr("Lee")));
        EXPECT_THAT(all, Not(HasSubstr("harm")));
        EXPECT_THAT(all, HasSubstr("Kerry"));
        EXPECT_THAT(all, HasSubstr("Maureen"));
    }
    EXPECT_THAT(text, Not(HasSubstr("other parent of Matilda"))) << "no question mark where somebody was left out";
    EXPECT_EQ(judge::judged(version.family, lay_out(version.family, {})).wrong, std::vector<std::string>{});
    EXPECT_EQ(for_child(Told().on(day(2026, 12, 23))).note, "");
}
