// GenoPro's XML as its programs write it, plain or in their archive; and what a stranger may send, refused with what to do.
#include "genogram/read_genopro.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <zip.h>

using namespace lifestory;
using namespace lifestory::genogram;

namespace {

Family must(std::string_view bytes) {
    auto read = read_genopro(bytes);
    EXPECT_TRUE(read) << (read ? "" : read.refusal().message);
    return read ? *read : Family{};
}

std::string refused(std::string_view bytes) {
    const auto read = read_genopro(bytes);
    return read ? "it was read" : read.refusal().message;
}

const std::string family = R"(<?xml version="1.0" encoding="utf-8"?>
<GenoPro>
<Individuals>
<Individual ID="ind1"><Name><First>Kerry</First><Last>Barrow</Last><Display>Kerry
 Barrow</Display></Name><Gender>F</Gender><Birth><Date>~1985</Date></Birth></Individual>
<Individual ID="ind2"><Name>Darren Pyke<Last>Pyke</Last></Name><Gender>M</Gender><IsDead>Y</IsDead><Death><Date>&gt;2 Mar 2019</Date></Death></Individual>
<Individual ID="ind3"><Name><First>Matilda</First><Middle>Rose</Middle><Last>Barrow</Last></Name><Gender>F</Gender><Birth><Date>14 Mar 2015</Date></Birth></Individual>
<Individual ID="ind4"><Name><First>Reece</First></Name><Gender>M</Gender><Birth><Date>2012</Date></Birth></Individual>
<Individual ID="ind5"><Name><Last>Barrow</Last></Name><Death><Cause>Stillbirth</Cause></Death></Individual>
<Individual ID="ind6"><Name>Rex</Name><Gender>P</Gender></Individual>
<Individual ID="ind7" IndividualInternalHyperlink="ind1"/>
<Individual ID="ind8"><Name>Maureen Barrow</Name><Gender>F</Gender></Individual>
</Individuals>
<Families>
<Family ID="fam1"><Relation>Divorce</Relation><Unions>mar1</Unions></Family>
<Family ID="fam2"><Relation>Cohabitation</Relation></Family>
<Family ID="fam3"><Relation>Separation</Relation></Family>
</Families>
<PedigreeLinks>
<PedigreeLink PedigreeLink="Parent" Family="fam1" Individual="ind2"/>
<PedigreeLink PedigreeLink="Parent" Family="fam1" Individual="ind7"/>
<PedigreeLink PedigreeLink="Biological" Family="fam1" Individual="ind3" Twin="twin1"/>
<PedigreeLink PedigreeLink="Biological" Family="fam1" Individual="ind4"/>
<PedigreeLink PedigreeLink="Biological" Family="fam1" Individual="ind5" Twin="twin1"/>
<PedigreeLink PedigreeLink="Parent" Family="fam2" Individual="ind8"/>
<PedigreeLink PedigreeLink="Foster" Family="fam2" Individual="ind3"/>
<PedigreeLink PedigreeLink="Adopted" Family="fam2" Individual="ind1"/>
<PedigreeLink PedigreeLink="Biological" Family="fam9" Individual="ind1"/>
</PedigreeLinks>
<Marriages><Marriage ID="mar1"><Date>21 Jun 2010</Date></Marriage></Marriages>
<Twins><Twin ID="twin1" TwinLink="Identical"/></Twins>
<EmotionalRelationships>
<EmotionalRelationship EmotionalLink="HostileClose" Entity1="ind3" Entity2="ind4"><Comment>Tilly said so</Comment></EmotionalRelationship>
<EmotionalRelationship EmotionalLink="AbuseSexual" Entity1="ind2" Entity2="ind7"/>
<EmotionalRelationship EmotionalLink="CutOff" Entity1="ind4" Entity2="ind2"/>
<EmotionalRelationship EmotionalLink="Limerence" Entity1="ind4" Entity2="ind1"/>
</EmotionalRelationships>
</GenoPro>
)";

std::string archive_of(const std::string& name, const std::string& content) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(source);
    auto* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), ZIP_FL_ENC_UTF_8);
    EXPECT_EQ(zip_close(archive), 0);
    zip_stat_t stat;
    zip_source_open(source);
    zip_source_stat(source, &stat);
    std::string bytes(stat.size, '\0');
    EXPECT_EQ(zip_source_read(source, bytes.data(), bytes.size()), static_cast<zip_int64_t>(bytes.size()));
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

} // namespace

TEST(ReadGenopro, reads_people_unions_children_and_ties) {
    const auto read = must(family);
    ASSERT_EQ(read.people.size(), 6u);
    EXPECT_EQ(read.people[0].name, "Kerry Barrow");
    EXPECT_EQ(in_words(*read.people[0].born), "about 1985");
    EXPECT_EQ(read.people[1].name, "Darren Pyke");
    EXPECT_EQ(in_words(*read.people[1].died), "after 2 March 2019");
    EXPECT_EQ(read.people[2].name, "Matilda Rose Barrow");
    EXPECT_EQ(read.people[4].name, "? Barrow");
    EXPECT_EQ(read.people[4].life, Life::Stillborn);
    EXPECT_EQ(read.people[5].name, "Maureen Barrow");
    ASSERT_EQ(read.unions.size(), 2u) << "one without anybody is none";
    const auto &first = read.unions[0], &second = read.unions[1];
    EXPECT_EQ(first.partners, (std::vector<std::size_t>{1, 0})) << "the one on another sheet is the same Kerry";
    EXPECT_TRUE(first.is_divorced);
    EXPECT_EQ(in_words(*first.married), "21 June 2010");
    ASSERT_EQ(first.children.size(), 3u);
    EXPECT_EQ(first.children[0].person, 3u) << "Reece was born first";
    EXPECT_EQ(first.children[0].born_together, 0);
    EXPECT_EQ(first.children[1].born_together, first.children[2].born_together);
    EXPECT_TRUE(first.children[1].is_identical);
    EXPECT_EQ(second.kind, UnionKind::LivingTogether);
    EXPECT_EQ(second.children[0].kind, Parentage::Adopted);
    EXPECT_EQ(second.children[1].kind, Parentage::Fostered);
    ASSERT_EQ(read.ties.size(), 3u);
    EXPECT_EQ(read.ties[0], (Tie{{EndKind::Person, 2}, {EndKind::Person, 3}, TieKind::CloseAndHostile, Direction::Neither, "Tilly said so", false}));
    EXPECT_EQ(read.ties[1], (Tie{{EndKind::Person, 1}, {EndKind::Person, 0}, TieKind::Harm, Direction::Towards, "", false}));
    EXPECT_EQ(read.ties[2].kind, TieKind::CutOff);
    EXPECT_EQ(read.notes, (std::vector<std::string>{"Line 10: a pet is left out.", "Line 28: it leads to nobody in the file and is left out.",
                                                    "Line 36: there is no line for the tie Limerence; it is left out."}));
}

TEST(ReadGenopro, reads_the_archive_as_the_xml) {
    EXPECT_EQ(must(archive_of("Data.xml", family)), must(family));
    EXPECT_EQ(refused(archive_of("Other.xml", family)), "The archive holds no Data.xml; choose a .gno file that GenoPro saved.");
    EXPECT_EQ(refused(archive_of("Data.xml", family).substr(0, 300)),
              "The archive cannot be unpacked; save the file in GenoPro again, or export it as XML.");
    EXPECT_EQ(refused(archive_of("Data.xml", std::string(21'000'000, ' '))),
              "The file holds more than 20 million bytes of XML; export only the family that is to be drawn.") << "however small it was packed";
}

TEST(ReadGenopro, refuses_what_a_stranger_may_send) {
    EXPECT_EQ(refused(""), "The file is no XML that we can read; export it from GenoPro again.");
    EXPECT_EQ(refused("<Family/>"), "The file is no GenoPro file: its XML does not begin with GenoPro; choose a .gno file or its XML.");
    EXPECT_EQ(refused("<GenoPro>\n<Individuals>\n</GenoPro>"), "Line 3: the file is no XML that we can read; export it from GenoPro again.");
    const std::string declares = "The XML declares types or entities of its own, which GenoPro's does not; export the file from GenoPro again.";
    EXPECT_EQ(refused("<!DOCTYPE GenoPro [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><GenoPro>&a;</GenoPro>"), declares);
    EXPECT_EQ(refused("<!DOCTYPE GenoPro [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><GenoPro x=\"&b;\"/>"), declares);
    std::string wide("\xFF\xFE");
    for (char c : std::string("<!DOCTYPE GenoPro []><GenoPro/>")) {
        wide.push_back(c);
        wide.push_back('\0');
    }
    EXPECT_EQ(refused(wide), declares) << "in other letters too";
    std::string deep = "<GenoPro>";
    for (int at = 0; at < 100'000; ++at)
        deep += "<a>";
    EXPECT_EQ(refused(deep), "Line 1: the file is no XML that we can read; export it from GenoPro again.");
    EXPECT_EQ(refused(std::string(20'000'001, ' ')), "The file holds more than 20 million bytes of XML; export only the family that is to be drawn.");
    std::string crowd = "<GenoPro><Individuals>";
    for (int at = 0; at < 2'001; ++at)
        crowd += fmt::format("<Individual ID=\"i{}\"/>", at);
    EXPECT_EQ(refused(crowd + "</Individuals></GenoPro>"), "The file holds 2001 people and a genogram up to 2000; export only the family that is to be drawn.");
    EXPECT_EQ(refused("<GenoPro>\n<Individuals><Individual ID=\"a\"><Name>Ada</Name></Individual></Individuals><Families><Family ID=\"f\"/></Families><PedigreeLinks>"
                      "<PedigreeLink PedigreeLink=\"Parent\" Family=\"f\" Individual=\"a\"/><PedigreeLink PedigreeLink=\"Biological\" Family=\"f\" Individual=\"a\"/>"
                      "</PedigreeLinks></GenoPro>"),
              "Line 2: Ada would be their own ancestor; correct who is whose child.");
    EXPECT_EQ(must("<GenoPro/>").notes, std::vector<std::string>{"There is nobody in the file."});
}
