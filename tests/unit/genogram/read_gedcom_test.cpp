// GEDCOM as people have it: two versions, many letters, odd lines; and what is refused, with its line.
#include "unit/genogram/family_files.h"

using namespace lifestory;
using namespace lifestory::genogram;

namespace {

const Union& union_called(const Family& family, const std::string& id) {
    for (const auto& one : family.unions)
        if (one.id == id)
            return one;
    ADD_FAILURE() << "there is no union " << id;
    return family.unions.front();
}

Parentage kind_in(const Family& family, const std::string& id, std::size_t person) {
    for (const auto& child : union_called(family, id).children)
        if (child.person == person)
            return child.kind;
    ADD_FAILURE() << "no child of " << id;
    return Parentage::NotKnown;
}

} // namespace

TEST(ReadGedcom, reads_the_care_family_alike_in_both_versions) {
    const auto old_file = sample("family-care-551.ged"), new_file = sample("family-care-70.ged");
    if (!old_file || !new_file)
        GTEST_SKIP() << "skipped: no ../shared";
    auto family = must_read(*old_file).family, other = must_read(*new_file).family;
    for (auto* each : {&family, &other}) {
        for (auto& person : each->people)
            person.line = 0;
        for (auto& one : each->unions)
            one.line = 0;
    }
    EXPECT_EQ(family, other);
    ASSERT_EQ(family.people.size(), 15u);
    ASSERT_EQ(family.unions.size(), 6u);
    const auto grace = called(family, "Grace Marlow"), harry = called(family, "Harry Marlow");
    EXPECT_EQ(kind_in(family, "@F3@", grace), Parentage::Birth);
    EXPECT_EQ(kind_in(family, "@F5@", grace), Parentage::Fostered);
    EXPECT_EQ(kind_in(family, "@F6@", harry), Parentage::Adopted);
    EXPECT_EQ(union_called(family, "@F5@").children.front().since, parse_gedcom_date("10 FEB 2025"));
    const auto& price = union_called(family, "@F3@");
    EXPECT_TRUE(price.is_divorced);
    EXPECT_EQ(price.children.size(), 3u);
    EXPECT_NE(price.children[1].born_together, 0);
    EXPECT_EQ(price.children[1].born_together, price.children[2].born_together);
    EXPECT_EQ(price.children[0].born_together, 0);
    EXPECT_EQ(family.people[called(family, "Ivy Price")].life, Life::Stillborn);
    const auto& baby = family.people[called(family, "Baby Marlow")];
    EXPECT_EQ(baby.life, Life::Unborn);
    EXPECT_EQ(in_words(*baby.expected), "20 January 2027");
    EXPECT_TRUE(union_called(family, "@F2@").is_separated);
    EXPECT_EQ(union_called(family, "@F4@").kind, UnionKind::LivingTogether);
    EXPECT_EQ(in_short(*family.people[called(family, "Bernard Marlow")].born), "1955\u201357");
    EXPECT_EQ(in_words(*family.people[called(family, "Ada Marlow")].died), "about 2011");
}

TEST(ReadGedcom, reads_every_sample) {
    const std::vector<std::pair<std::string, std::size_t>> files{
        {"RelationshipTest.ged", 43}, {"RelationshipTestExtended.ged", 70}, {"utf8_lf_nobom.ged", 10}, {"utf8_crlf_bom.ged", 10}, {"utf16le.ged", 0}};
    for (const auto& [name, people] : files) {
        const auto bytes = sample(name);
        if (!bytes)
            GTEST_SKIP() << "skipped: no ../shared";
        EXPECT_EQ(must_read(*bytes).family.people.size(), people) << name;
    }
    const auto names = must_read(*sample("utf8_lf_nobom.ged")).family;
    EXPECT_EQ(names.people[8].name, "Ellen Łowenstėin");
    const auto zucco = must_read(*sample("RelationshipTest.ged")).family;
    EXPECT_EQ(kind_in(zucco, "@F00003@", called(zucco, "Theresa Andrews")), Parentage::Step);
    EXPECT_EQ(kind_in(zucco, "@F00006@", called(zucco, "Theresa Andrews")), Parentage::Birth);
}

TEST(ReadGedcom, reads_the_same_words_in_every_encoding) {
    const std::string name = "1 NAME Zoë /Núñez/";
    const auto plain = "0 HEAD\n0 @I1@ INDI\n" + name + "\n0 TRLR\n";
    const auto utf16 = [&](bool is_little, bool has_mark) {
        const std::u16string units = u"0 HEAD\n0 @I1@ INDI\n1 NAME Zoë /Núñez/\n0 TRLR\n";
        std::string bytes = has_mark ? (is_little ? "\xFF\xFE" : "\xFE\xFF") : "";
        for (auto unit : units) {
            const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
            bytes += is_little ? low : high;
            bytes += is_little ? high : low;
        }
        return bytes;
    };
    const std::string ansel = "0 HEAD\n1 CHAR ANSEL\n0 @I1@ INDI\n1 NAME Zo\xE8" "e /N\xE2u\xE4nez/\n0 TRLR\n";
    const std::string ansi = "0 HEAD\r\n1 CHAR ANSI\r\n0 @I1@ INDI\r\n1 NAME Zo\xEB /N\xFA\xF1" "ez/\r\n0 TRLR\r\n";
    for (const auto& bytes : {plain, "\xEF\xBB\xBF" + plain, utf16(true, true), utf16(false, true), utf16(true, false), utf16(false, false), ansel, ansi})
        EXPECT_EQ(must_read(bytes).family.people.at(0).name, "Zoë Núñez");
}

TEST(ReadGedcom, refuses_letters_it_cannot_read_with_the_line) {
    EXPECT_EQ(refusal_of("0 HEAD\n1 CHAR IBMPC\n0 @I1@ INDI\n1 NAME Zo\x89\n0 TRLR\n"),
              "Line 4: the letters are not UTF-8 and we cannot read IBMPC; export the file again as UTF-8.");
    EXPECT_EQ(refusal_of("0 HEAD\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Zo\x89\n0 TRLR\n"),
              "Line 4: the letters are not UTF-8; export the file again as UTF-8.");
}

TEST(ReadGedcom, refuses_what_is_no_gedcom_with_the_line) {
    EXPECT_EQ(refusal_of(""), "The file is empty; choose a file exported by a family tree program.");
    EXPECT_EQ(refusal_of("Dear Tilly,\n"), "Line 1: a GEDCOM file begins with 0 HEAD; choose a file exported by a family tree program.");
    EXPECT_EQ(refusal_of("0 HEAD\n0 @I1@ INDI\n3 NAME Ada\n"), "Line 3: level 3 stands under level 0; a level goes up by one at a time.");
    EXPECT_EQ(refusal_of("0 HEAD\n0 @I1@ \n"), "Line 2: there is no tag after the level; write it like 1 NAME Ada /Marlow/.");
}

TEST(ReadGedcom, refuses_somebody_who_is_their_own_ancestor) {
    EXPECT_EQ(refusal_of(file_of("0 @F1@ FAM\n1 WIFE @I1@\n1 CHIL @I2@\n0 @F2@ FAM\n1 WIFE @I2@\n1 CHIL @I1@\n")),
              "Line 6: Tilly Barrow (@I1@) would be their own ancestor; correct who is whose child.");
    EXPECT_EQ(refusal_of(file_of("0 @F1@ FAM\n1 HUSB @I2@\n1 CHIL @I2@\n")),
              "Line 11: Kerry Barrow (@I2@) would be their own ancestor; correct who is whose child.");
}

TEST(ReadGedcom, passes_over_what_is_odd_and_says_so) {
    const auto family = must_read(file_of("0 @F1@ FAM\n1 WIFE @I2@\n1 HUSB @VOID@\n1 CHIL @I1@\n1 CHIL @I9@\n1 CHIL @I1@\n1 NOTE a note\nthat goes on\n")).family;
    ASSERT_EQ(family.unions.size(), 1u);
    EXPECT_EQ(family.unions[0].partners.size(), 1u);
    EXPECT_EQ(family.unions[0].children.size(), 1u);
    ASSERT_EQ(family.notes.size(), 2u);
    EXPECT_EQ(family.notes[0], "Line 21 has no level and was read as more of the line before.");
    EXPECT_EQ(family.notes[1], "Line 18: @I9@ is not in the file; the line is left out.");
    const auto cut = must_read("0 HEAD\n0 @I1@ INDI\n1 NAME Ada\n").family;
    EXPECT_EQ(cut.notes, std::vector<std::string>{"The file ends without its last line, TRLR: something may be missing."});
}

TEST(ReadGedcom, follows_a_link_that_one_end_alone_says) {
    const auto family = must_read("0 HEAD\n0 @I1@ INDI\n1 FAMC @F1@\n2 PEDI adopted\n0 @I2@ INDI\n1 FAMS @F1@\n0 @F1@ FAM\n0 TRLR\n").family;
    ASSERT_EQ(family.unions.size(), 1u);
    EXPECT_EQ(family.unions[0].partners, std::vector<std::size_t>{1});
    EXPECT_EQ(kind_in(family, "@F1@", 0), Parentage::Adopted);
}

TEST(ReadGedcom, reads_identical_twins_lost_pregnancies_and_long_names) {
    const auto family = must_read(file_of("1 ASSO @I1@\n2 RELA identical twin\n0 @I3@ INDI\n1 NAME /Barrow/\n1 EVEN\n2 TYPE Miscarriage\n"
                                          "2 DATE 2013\n0 @I4@ INDI\n1 NAME Anna Maria\n2 CONC  Theresia /Barrow/\n"
                                          "0 @F1@ FAM\n1 WIFE @I4@\n1 CHIL @I1@\n1 CHIL @I2@\n1 CHIL @I3@\n")).family;
    EXPECT_TRUE(family.unions[0].children[0].is_identical);
    EXPECT_EQ(family.people[2].life, Life::Miscarriage);
    EXPECT_EQ(family.people[3].name, "Anna Maria Theresia Barrow");
}

TEST(ReadGedcom, is_refused_when_it_is_too_large_and_read_however_long_its_notes) {
    std::string bytes = "0 HEAD\n";
    for (int at = 0; at < 2'001; ++at)
        bytes += "0 @I" + std::to_string(at) + "@ INDI\n1 NAME A /B/\n1 SEX F\n1 FAMC @F1@\n";
    EXPECT_EQ(refusal_of(bytes), "The file holds 2001 people and a genogram up to 2000; export only the family that is to be drawn.");
    std::string lines = "0 HEAD\n0 @I1@ INDI\n1 NOTE a\n";
    for (int at = 0; at < 100'000; ++at)
        lines += "2 CONT and more\n";
    EXPECT_EQ(must_read(lines).family.people.size(), 1u);
}

TEST(FindPerson, takes_the_number_with_or_without_its_signs) {
    const auto family = must_read(file_of("")).family;
    EXPECT_EQ(*find_person(family, "@I2@"), 1u);
    EXPECT_EQ(*find_person(family, "I2"), 1u);
    EXPECT_EQ(find_person(family, "@I7@").refusal().message, "@I7@ is nobody in this file; its people begin with @I1@.");
}

TEST(GedcomDates, say_how_sure_they_are) {
    const auto words = [](const char* written) {
        const auto date = parse_gedcom_date(written);
        return date ? in_words(*date) : "none";
    };
    EXPECT_EQ(words("3 MAR 1958"), "3 March 1958");
    EXPECT_EQ(words("ABT 2011"), "about 2011");
    EXPECT_EQ(words("EST MAR 1958"), "about March 1958");
    EXPECT_EQ(words("BEF 1 JAN 2000"), "before 1 January 2000");
    EXPECT_EQ(words("AFT 1999"), "after 1999");
    EXPECT_EQ(words("BET 1955 AND 1957"), "between 1955 and 1957");
    EXPECT_EQ(words("FROM 10 FEB 2025"), "10 February 2025");
    EXPECT_EQ(words("@#DGREGORIAN@ 31 FEB 1990"), "February 1990");
    EXPECT_EQ(words("(some time ago)"), "none");
    EXPECT_EQ(words(""), "none");
}
