// A family written as GEDCOM and read again is the same family: nothing that we hold is lost, in either version, and nothing that
// somebody was called becomes a line of the file.
#include "genogram/write_gedcom.h"

#include "base/text.h"
#include "genogram/gedcom_own.h"
#include "unit/genogram/family_files.h"
#include "unit/genogram/judge.h"

using namespace lifestory;
using namespace lifestory::genogram;

namespace {

constexpr std::array versions{GedcomVersion::V551, GedcomVersion::V70};

Day day(int year, unsigned month, unsigned number) { return *calendar::day_of(year, month, number); }

const Day today = day(2026, 12, 23);

// Where a person stood in a file, and what was odd about that file, is nothing that we hold of a family.
Family held(Family family) {
    for (auto& person : family.people)
        person.line = 0;
    for (auto& one : family.unions)
        one.line = 0;
    family.notes.clear();
    return family;
}

Family again(const Family& family, GedcomVersion version) {
    const auto bytes = gedcom_of(family, today, version);
    const auto read = must_read(bytes);
    EXPECT_EQ(read.written_on, today);
    EXPECT_EQ(read.family.notes.empty(), !family.people.empty()) << "nothing odd in it, but that nobody is in it";
    EXPECT_EQ(gedcom_of(read.family, today, version), bytes) << "the same family, the same bytes";
    return held(read.family);
}

// Of each thing that a drawing can hold, one.
Family barrows() {
    Family family;
    const auto add = [&](const char* name, Gender gender, const char* role) {
        Person person;
        person.id = "9f3c2a" + std::to_string(family.people.size());
        person.name = name;
        person.gender = gender;
        person.role = role;
        family.people.push_back(person);
    };
    add("Matilda Barrow", Gender::Female, "");
    add("Kerry Barrow", Gender::Female, "mum");
    add("Maureen Barrow", Gender::Female, "nan");
    add("Reece Barrow", Gender::Male, "brother");
    add("", Gender::NotRecorded, "");
    add("Ash O'Dowd / Łukasz", Gender::Other, "mum's partner");
    add("Noor & Sons\n0 @I99@ INDI\r1 NAME Nobody", Gender::NotRecorded, "@friend@");
    add("? Pyke", Gender::Male, "");
    family.focus = 0;
    auto& people = family.people;
    people[0].called = "Tilly";
    people[0].born = When{2015, 3, 14};
    people[1].born = When{1985, 0, 0, Sureness::About};
    people[2].telephone = "01632 960 333";
    people[2].is_go_to = true;
    people[3].born = When{2012, 6, 0};
    people[4].is_stand_in = true;
    people[4].called = "the baby's dad";
    people[5].is_untold = people[5].is_role_untold = true;
    people[6].died = When{2001, 0, 0, Sureness::Before};
    people[6].is_dead = true;
    people[6].called = "a@b.example";
    people[7].is_role_untold = true;
    const auto baby = [&](Life life, std::optional<When> expected) {
        add("", Gender::NotRecorded, "");
        family.people.back().life = life;
        family.people.back().expected = expected;
        family.people.back().is_dead = life != Life::Unborn;
    };
    baby(Life::Unborn, When{2027, 1, 20});
    baby(Life::Miscarriage, {});
    baby(Life::Termination, {});
    Union one{"9f3c2a1+9f3c2a4", {1, 4}};
    one.kind = UnionKind::Casual;
    one.is_separated = true;
    one.separated = When{2016, 0, 0, Sureness::After};
    one.is_reunited = true;
    one.reunited = When{2019, 5};
    one.children = {{3, Parentage::Birth, 1, true, false, {}}, {0, Parentage::Birth, 1, true, true, {}}};
    Union lives{"lives", {5, 1}};
    lives.kind = UnionKind::LivingTogether;
    lives.together = When{2024, 0, 0, Sureness::Between, 2025};
    lives.is_untold = true;
    lives.children = {{8, Parentage::Birth, 0, false, false, {}}, {9, Parentage::NotKnown, 0, false, false, {}}, {10, Parentage::Birth, 0, false, false, {}}};
    Union cares{"cares", {2}};
    cares.is_other_left_out = true;
    cares.children = {{3, Parentage::Fostered, 0, false, false, When{2026, 11, 2}}, {0, Parentage::Guardian, 0, false, false, When{2026, 11, 2}},
                      {7, Parentage::Step, 0, false, false, {}}, {6, Parentage::Adopted, 0, false, false, When{1999}}};
    Union was{"was", {7, 2}};
    was.kind = UnionKind::Married;
    was.married = When{1980, 6, 21};
    was.is_divorced = true;
    family.unions = {one, lives, cares, was};
    family.households = {{"Nan's", {2, 0, 3}, day(2026, 11, 2), {}}, {"Mum's", {1}, {}, day(2026, 12, 1)}};
    family.around = {{"w1", AroundKind::Professional, "Priya Anand", "Social Worker, Family Team North", "01632 960 120", true, false},
                     {"s1", AroundKind::Service, "Young carers' club", "", "", false, true}, {"t1", AroundKind::Theme, "Worry about the rent", "", "", false, false}};
    family.ties = {{{EndKind::Person, 0}, {EndKind::Person, 2}, TieKind::VeryClose, Direction::Both, "Tilly", false},
                   {{EndKind::Person, 5}, {EndKind::Person, 0}, TieKind::Harm, Direction::Towards, "@Reece said:\n\nhe shouts", true},
                   {{EndKind::Person, 0}, {EndKind::Around, 1}, TieKind::Close, Direction::Neither, std::string(900, 'a') + " é@" + std::string(300, '@'), false}};
    for (const auto kind : {TieKind::Distant, TieKind::Hostile, TieKind::CloseAndHostile, TieKind::Stressful, TieKind::CutOff})
        family.ties.push_back({{EndKind::Around, 2}, {EndKind::Person, 1}, kind, Direction::Neither, "", false});
    return family;
}

} // namespace

TEST(WriteGedcom, loses_nothing_that_we_hold_in_either_version) {
    auto whole = barrows();
    for (const auto version : versions) {
        auto back = again(whole, version);
        EXPECT_EQ(back.people[6].name, "Noor & Sons\n0 @I99@ INDI\n1 NAME Nobody") << "a line end is a line end, and no line of the file";
        back.people[6].name = whole.people[6].name;
        EXPECT_EQ(back, whole);
    }
}

TEST(WriteGedcom, says_in_the_standards_own_words_what_it_has_words_for) {
    const auto older = gedcom_of(barrows(), today, GedcomVersion::V551), newer = gedcom_of(barrows(), today, GedcomVersion::V70);
    for (const auto& line : {"1 NAME Matilda Barrow\n2 NICK Tilly\n1 SEX F\n1 BIRT\n2 DATE 14 MAR 2015\n", "1 DIV Y\n", "1 EVEN\n2 TYPE Separation\n2 DATE AFT 2016\n",
                             "1 RESI\n2 PHON 01632 960 333\n", "2 TYPE Cohabitation\n2 DATE BET 2024 AND 2025\n", "2 TYPE Foster placement\n2 DATE FROM 2 NOV 2026\n"}) {
        EXPECT_NE(older.find(line), std::string::npos) << line;
        EXPECT_NE(newer.find(line), std::string::npos) << line;
    }
    EXPECT_NE(older.find("2 PEDI foster\n"), std::string::npos);
    EXPECT_NE(older.find("1 ASSO @I3@\n2 RELA nan\n"), std::string::npos);
    EXPECT_EQ(older.find("SCHMA"), std::string::npos);
    EXPECT_NE(newer.find("2 PEDI FOSTER\n"), std::string::npos);
    EXPECT_NE(newer.find("2 PEDI OTHER\n3 PHRASE guardian\n"), std::string::npos);
    EXPECT_NE(newer.find("1 ASSO @I3@\n2 ROLE OTHER\n3 PHRASE nan\n"), std::string::npos);
    EXPECT_EQ(newer.find(" CONC "), std::string::npos) << "7.0 has no cut lines";
}

TEST(WriteGedcom, documents_each_tag_of_its_own_and_cuts_lines_as_the_version_wants) {
    const auto older = gedcom_of(barrows(), today, GedcomVersion::V551), newer = gedcom_of(barrows(), today, GedcomVersion::V70);
    for (const auto* text : {&older, &newer})
        for (const auto& line : split(*text, '\n')) {
            const auto parts = split(line, ' ');
            EXPECT_TRUE(text == &newer || line.size() <= 255) << line;
            if (parts.size() < 2 || parts[0] == "0" || !parts[1].starts_with('_'))
                continue;
            EXPECT_TRUE(std::any_of(std::begin(own_tags), std::end(own_tags), [&](const auto& own) { return own.tag == parts[1]; })) << line;
        }
    for (const auto& own : own_tags)
        EXPECT_NE(newer.find("2 TAG " + std::string(own.tag) + " https://"), std::string::npos) << own.tag;
}

TEST(WriteGedcom, gives_every_invented_family_again) {
    for (unsigned seed = 0; seed < 60; ++seed) {
        const auto family = judge::invented(seed, 5 + seed * 2);
        for (const auto version : versions)
            EXPECT_EQ(again(family, version), family) << "seed " << seed;
    }
}

TEST(WriteGedcom, gives_every_sample_again) {
    for (const auto name : {"family-care-551.ged", "family-care-70.ged", "RelationshipTest.ged", "RelationshipTestExtended.ged", "utf8_lf_nobom.ged", "utf16le.ged"}) {
        const auto bytes = sample(name);
        if (!bytes)
            GTEST_SKIP() << "skipped: no ../shared";
        const auto family = held(must_read(*bytes).family);
        for (const auto version : versions)
            EXPECT_EQ(again(family, version), family) << name;
    }
}

TEST(ReadOwnGedcom, believes_no_file_that_only_says_it_is_ours) {
    const std::string head = "0 HEAD\n1 SOUR LIFESTORY\n1 GEDC\n2 VERS 7.0\n1 _FOCUS @I7@\n";
    const auto family = must_read(head + "0 @I1@ INDI\n1 NAME Ada\n0 @F1@ FAM\n1 CHIL @I1@\n2 _TWIN 99999999999\n0 @H1@ _HOME\n1 NAME Nowhere\n1 _MEMBER @I9@\n"
                                         "0 @T1@ _TIE\n1 _FROM @I1@\n1 _TO @I1@\n1 TYPE close\n0 @T2@ _TIE\n1 _FROM @I1@\n1 _TO @A5@\n1 TYPE close\n0 TRLR\n").family;
    EXPECT_EQ(family.people.size(), 1u);
    EXPECT_FALSE(family.focus);
    EXPECT_TRUE(family.households.empty());
    EXPECT_TRUE(family.ties.empty());
    EXPECT_TRUE(family.unions.empty());
    EXPECT_EQ(refusal_of(head + "0 @I1@ INDI\n0 @I2@ INDI\n0 @F1@ FAM\n1 WIFE @I1@\n1 CHIL @I2@\n0 @F2@ FAM\n1 WIFE @I2@\n1 CHIL @I1@\n0 TRLR\n"),
              "Line 6: Somebody not known (@I1@) would be their own ancestor; correct who is whose child.");
}
