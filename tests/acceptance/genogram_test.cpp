// A child's family on its page, as a file and in the child's version (pages.md 6.16), on the demonstration: the day that is
// asked for, who is left out for her, who may see it, and names that are no markup.
#include <gmock/gmock.h>

#include "acceptance/at_browser.h"
#include "casework/family.h"
#include "genogram/read_gedcom.h"
#include "genogram/write_gedcom.h"
#include "web/pages/acting.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Genogram : public AtBrowser {
protected:
    access::OpenRecord record_of(const Person& person, RecordNumber child) {
        return *door->open(*door->visitor(person.worker, "a session"), child, std::nullopt, house->now());
    }

    static std::string family_of(RecordNumber child) { return "/children/" + child.hex() + "/genogram"; }

    void keep(const Person& person, RecordNumber child, const Result<casework::Writing>& writing) {
        ASSERT_TRUE(writing) << writing.refusal().message;
        const auto visitor = *door->visitor(person.worker, "a session");
        std::vector<access::Writing> entries;
        for (const auto& one : *writing)
            entries.push_back({one.id, one.said, one.content, access::Writing::Stream::Family, one.expected_place});
        const auto appended = door->append(visitor, record_of(person, child), access::Act::Change, {}, FormNumber::random(), entries, house->now());
        ASSERT_TRUE(appended) << appended.refusal().message;
    }

    // Somebody whom the child calls uncle, and whether she has been told of him.
    PersonNumber write_down(const Person& person, RecordNumber child, const std::string& name, std::vector<PersonNumber> not_told) {
        record::Person uncle{PersonNumber::random(), name};
        uncle.not_told = std::move(not_told);
        keep(person, child, casework::add_person(act(person), *record_of(person, child).family, uncle, casework::SamePerson::NoAnother));
        say(person, child, uncle.person, "uncle");
        return uncle.person;
    }

    void say(const Person& person, RecordNumber child, PersonNumber from, const std::string& kind) {
        const auto open = record_of(person, child);
        keep(person, child, casework::add_relationship(act(person), *open.family, {from, *open.child->person, kind, {}, {}, false, "Kerry Barrow"}));
    }

    std::string main_of(const Person& person, const std::string& path) { // the shell counts the seconds of a session
        const auto body = read(person, path).body;
        return body.substr(body.find("<main"));
    }

    casework::Act act(const Person& person) {
        const auto visitor = *door->visitor(person.worker, "a session");
        return {visitor.author, std::string(access::name_of(visitor.who.role)), web::pages::judged_by(*house), house->now(), EntryId::random()};
    }
};

TEST_F(Genogram, ShowsTheFamilyAsItStoodOnTheDayThatIsAskedFor) {
    serve();
    if (HasFailure())
        return;
    auto priya = person("Priya Anand");
    const auto tilly = child_named("Tilly");
    auto page = read(priya, family_of(tilly));
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, AllOf(HasSubstr("<svg "), HasSubstr("Tilly Barrow&#39;s family"), HasSubstr("As it stood on 23 December 2026"),
                                 HasSubstr("revision " + std::to_string(record_of(priya, tilly).family->length)), HasSubstr("The same in words")));
    EXPECT_THAT(page.body, AllOf(HasSubstr("Maureen Barrow"), HasSubstr("<li>Nan&#39;s, since 2 November 2026"),
                                 HasSubstr("Worker: Priya Anand, Social Worker, Family Team North")));
    EXPECT_THAT(page.body, AllOf(Not(HasSubstr("style=")), Not(HasSubstr("<?xml")), Not(HasSubstr("Mill Row")))) << "no style of its own, and no address";

    auto in_spring = read(priya, family_of(tilly) + "?on=2026-05-01");
    EXPECT_THAT(in_spring.body, AllOf(HasSubstr("As it stood on 1 May 2026"), Not(HasSubstr("<li>Nan&#39;s, since"))));
    EXPECT_EQ(main_of(priya, family_of(tilly) + "?on.day=1&on.month=5&on.year=2026"), main_of(priya, family_of(tilly) + "?on=2026-05-01"))
        << "by the form's boxes as by the address";
    EXPECT_EQ(main_of(priya, family_of(tilly) + "?on.day=&on.month=&on.year="), main_of(priya, family_of(tilly))) << "empty boxes are today";

    auto around = read(priya, family_of(tilly) + "?view=ecomap");
    EXPECT_THAT(around.body, AllOf(HasSubstr("<svg "), HasSubstr("Around Tilly Barrow"), HasSubstr("Priya Anand")));
    auto words = read(priya, family_of(tilly) + "?view=words");
    EXPECT_THAT(words.body, AllOf(Not(HasSubstr("<svg ")), HasSubstr("<details class=\"govuk-details\" open>"), HasSubstr("Maureen Barrow")));
    EXPECT_THAT(read(priya, "/children/" + tilly.hex()).body,
                AllOf(HasSubstr(family_of(tilly) + "\">All my people, drawn"), HasSubstr(family_of(tilly) + "\">Family")));
}

TEST_F(Genogram, SaysWhatIsWrongWithADayAndKeepsWhatWasTyped) {
    serve();
    if (HasFailure())
        return;
    auto priya = person("Priya Anand");
    const auto path = family_of(child_named("Tilly"));
    struct Wrong {
        std::string query, words;
    };
    for (const auto& wrong : {Wrong{"?on=2026-12-24", "This day has not come yet"}, Wrong{"?on.day=24&on.month=12&on.year=2026", "This day has not come yet"},
                              Wrong{"?on=2015-03-13", "Tilly was born on 14 March 2015; give that day or a later one"},
                              Wrong{"?on=yesterday", "Write the day, the month and the year in figures"},
                              Wrong{"?on.day=31&on.month=2&on.year=2026", "There is no 31 2 2026 in the calendar"}})
        for (const std::string file : {"", ".svg", ".ged"}) {
            auto page = read(priya, path + file + wrong.query);
            EXPECT_EQ(page.status, 422) << wrong.query;
            EXPECT_THAT(page.body, AllOf(HasSubstr("There is a problem"), HasSubstr(wrong.words), Not(HasSubstr("<svg ")))) << wrong.query;
        }
    EXPECT_THAT(read(priya, path + "?on.day=31&on.month=2&on.year=2026&view=ecomap&for=child").body,
                AllOf(HasSubstr("value=\"31\""), HasSubstr("value=\"ecomap\" selected"), HasSubstr("value=\"child\" selected")));
    EXPECT_EQ(read(priya, path + "?on=2015-03-14").status, 200) << "the day of her birth";
}

TEST_F(Genogram, LeavesOutForTheChildWhatSheHasNotBeenToldAndTellsTheWorkerHowMuch) {
    serve();
    if (HasFailure())
        return;
    auto priya = person("Priya Anand");
    const auto tilly = child_named("Tilly"), reece = child_named("Reece");
    const auto for_child = family_of(tilly) + "?for=child";
    EXPECT_THAT(read(priya, for_child).body, HasSubstr("Nothing is left out."));
    write_down(priya, tilly, "Gordon Pyke", {*record_of(priya, tilly).child->person});
    EXPECT_THAT(read(priya, family_of(tilly)).body, AllOf(HasSubstr("Gordon Pyke"), Not(HasSubstr("Not shown to"))));
    auto page = read(priya, for_child);
    EXPECT_THAT(page.body, AllOf(Not(HasSubstr("Gordon")), HasSubstr("Not shown to Tilly: 1 person"), HasSubstr("app-off-paper\"><p>Not shown")));
    for (const auto& view : {"&view=ecomap", "&view=words"})
        EXPECT_THAT(read(priya, for_child + view).body, AllOf(Not(HasSubstr("Gordon")), HasSubstr("Not shown to Tilly: 1 person"))) << view;
    auto file = read(priya, family_of(tilly) + ".svg?for=child");
    EXPECT_THAT(file.body, AllOf(HasSubstr("Maureen Barrow"), Not(HasSubstr("Gordon")), Not(HasSubstr("Not shown"))))
        << "what she is given does not say that there is more";
    EXPECT_THAT(read(priya, family_of(reece) + "?for=child").body, HasSubstr("Gordon Pyke")) << "her brother was told";
}

TEST_F(Genogram, IsAFileToKeepNamedByItsDayAlone) {
    serve();
    if (HasFailure())
        return;
    auto priya = person("Priya Anand");
    const auto path = family_of(child_named("Tilly"));
    auto file = read(priya, path + ".svg?on=2026-12-01");
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.content_type, "image/svg+xml; charset=utf-8");
    EXPECT_EQ(file.headers.get("Content-Disposition"), "attachment; filename=\"genogram-2026-12-01.svg\"");
    EXPECT_EQ(file.caching, web::http::Caching::NoStore);
    EXPECT_THAT(file.body, AllOf(StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"297mm\""), EndsWith("</svg>\n"),
                                 HasSubstr("As it stood on 1 December 2026")));
    EXPECT_EQ(read(priya, path + ".svg?view=ecomap").headers.get("Content-Disposition"), "attachment; filename=\"ecomap-2026-12-23.svg\"");
    EXPECT_THAT(read(priya, path + "?on=2026-12-01&view=ecomap&for=child").body, HasSubstr(path + ".svg?on=2026-12-01&amp;view=ecomap&amp;for=child"));
}

TEST_F(Genogram, IsAFileForAnotherProgramThatReadsAsTheSameFamily) {
    serve();
    if (HasFailure())
        return;
    auto priya = person("Priya Anand");
    const auto tilly = child_named("Tilly");
    const auto path = family_of(tilly) + ".ged";
    write_down(priya, tilly, "Gordon Pyke", {*record_of(priya, tilly).child->person});
    EXPECT_THAT(read(priya, family_of(tilly)).body, HasSubstr(path + "?on=2026-12-23&amp;for=workers&amp;version=5.5.1"));
    for (const std::string version : {"5.5.1", "7.0"}) {
        auto file = read(priya, path + "?version=" + version);
        EXPECT_EQ(file.status, 200);
        EXPECT_EQ(file.content_type, "text/vnd.familysearch.gedcom; charset=utf-8");
        EXPECT_EQ(file.headers.get("Content-Disposition"), "attachment; filename=\"family-2026-12-23.ged\"");
        EXPECT_THAT(file.body, AllOf(StartsWith("0 HEAD\n1 GEDC\n2 VERS " + version + "\n"), EndsWith("0 TRLR\n"), HasSubstr("Gordon Pyke"), Not(HasSubstr("Mill Row"))));
        const auto back = genogram::read_gedcom(file.body);
        ASSERT_TRUE(back) << back.refusal().message;
        EXPECT_THAT(back->family.notes, testing::IsEmpty());
        EXPECT_EQ(genogram::gedcom_of(back->family, house->today(), version == "7.0" ? genogram::GedcomVersion::V70 : genogram::GedcomVersion::V551), file.body);
        ASSERT_TRUE(back->family.focus);
        EXPECT_EQ(back->family.people[*back->family.focus].id, record_of(priya, tilly).child->person->hex());
        EXPECT_FALSE(back->family.households.empty());

        auto hers = read(priya, path + "?for=child&version=" + version);
        EXPECT_THAT(hers.body, AllOf(HasSubstr("Maureen Barrow"), Not(HasSubstr("Gordon")), Not(HasSubstr("_UNTOLD Y")), Not(HasSubstr("PHON"))))
            << "what she is given does not say that there is more, nor how to ring whom";
    }
}

TEST_F(Genogram, ShowsANameAsTextWhateverItHolds) {
    serve();
    if (HasFailure())
        return;
    auto priya = person("Priya Anand");
    const auto tilly = child_named("Tilly");
    say(priya, tilly, write_down(priya, tilly, "<script>alert(1)</script>\" onload=\"x & <b>Bo", {}), "close");
    for (const auto& more : {"", "?view=ecomap", "?view=words", "?for=child", ".svg", ".svg?view=ecomap"}) {
        auto answer = read(priya, family_of(tilly) + more);
        EXPECT_THAT(answer.body,
                    AllOf(Not(HasSubstr("<script>alert")), Not(HasSubstr("<b>Bo")), Not(HasSubstr("\" onload=\"x")), HasSubstr("&lt;script&gt;"))) << more;
    }
}

TEST_F(Genogram, IsNothingForWhoeverMayNotSeeTheWholeRecord) {
    serve();
    if (HasFailure())
        return;
    auto beth = person("Beth Rowntree");
    const auto tilly = child_named("Tilly");
    const auto nothing = read(beth, family_of(RecordNumber::random()));
    EXPECT_EQ(nothing.status, 404);
    for (const auto& more : {"", "?on=2026-12-24", "?view=ecomap", "?for=child", ".svg", ".svg?on=nonsense", ".ged", ".ged?version=5.5.1"})
        EXPECT_EQ(read(beth, family_of(tilly) + more).body, nothing.body) << more;
}

} // namespace

} // namespace lifestory::acceptance
