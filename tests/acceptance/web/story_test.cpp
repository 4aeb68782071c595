// A child's story as a book over HTTP (issue 6): what stands in it and in which order, on the demonstration. And what must not be:
// words that the child was not given, somebody of whom she has not been told, a word of it to who may not read the record.
#include <gmock/gmock.h>

#include "acceptance/at_browser.h"
#include "export/other_program.h"
#include "export/pdf.h"
#include "casework/family.h"
#include "record/letter.h"
#include "web/pages/acting.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class StoryBook : public AtTillys {
protected:
    std::string book() {
        const auto page = read(priya, of_child("/story"));
        EXPECT_EQ(page.status, 200);
        const auto begins = page.body.find("class=\"app-book\"");
        EXPECT_NE(begins, std::string::npos);
        return page.body.substr(std::min(begins, page.body.size()));
    }

    void hold_back(EntryId entry) {
        const auto kept = press(priya, of_child("/entries/" + entry.hex() + "/release"),
                                {{"form_number", FormNumber::random().hex()}, {"release.how", "not-yet"},
                                 {"release.reason", "it could seriously harm the child or someone else"},
                                 {"release.look-again.day", "20"}, {"release.look-again.month", "1"}, {"release.look-again.year", "2027"}});
        ASSERT_EQ(kept.status, 303) << kept.body;
    }

    EntryId entry_on(std::string_view type, std::string_view day) {
        for (const auto& story : record().child->story)
            if (story.record_type() == type && story.day() == *calendar::parse_day(std::string(day)))
                return story.entry.id;
        ADD_FAILURE() << "there is no " << type << " of " << day;
        return {};
    }
};

TEST_F(StoryBook, HasACoverHerPeopleWhatSheSaidWhatHappenedAndTheLettersInOrder) {
    const auto all = book();
    std::size_t last = 0;
    for (const auto* words : {"Tilly&#39;s story</h1>", "Born on 14 March 2015", "As it stood on 23 December 2026", "My people</h2>", "<svg ", "Maureen Barrow",
                              "What I said</h2>", "Nan&#39;s is quiet.", "What happened</h2>", "you were 11", "2 April 2026</h2>", "3 July 2026</h2>", "4 October 2026</h2>"}) {
        const auto at = all.find(words, last);
        ASSERT_NE(at, std::string::npos) << words;
        last = at;
    }
    EXPECT_THAT(all, AllOf(Not(HasSubstr("Matilda&#39;s story")), Not(HasSubstr("was not given")), Not(HasSubstr("/entries/"))));
    EXPECT_THAT(read(priya, of_child("/letters")).body, HasSubstr(of_child("/story")));
}

TEST_F(StoryBook, LeavesOutWhatSheWasNotGivenAndTellsTheWorkerAboveItAlone) {
    ASSERT_THAT(book(), AllOf(HasSubstr("Nan&#39;s is quiet."), HasSubstr("3 July 2026</h2>")));
    hold_back(entry_on(record::letter_type, "2026-07-03"));
    for (const auto& story : record().child->story)
        if (std::holds_alternative<record::Visit>(story.entry.content) && story.day() == *calendar::parse_day("2026-12-09"))
            hold_back(story.entry.id);
    const auto after = read(priya, of_child("/story")).body;
    EXPECT_THAT(after, AllOf(Not(HasSubstr("Nan&#39;s is quiet.")), Not(HasSubstr("3 July 2026</h2>")), HasSubstr("4 October 2026</h2>"), HasSubstr("has not been given them to read")));
    EXPECT_THAT(book(), Not(HasSubstr("not been given"))) << "in her book nothing says that there is more";
}

TEST_F(StoryBook, IsTakenAsAPdfWithThePictureAndWithoutWhatSheWasNotGiven) {
    const auto pdf = read(priya, of_child("/story.pdf"));
    if (exports::can_make_pdf()) {
        EXPECT_THAT(pdf.body, testing::StartsWith("%PDF-"));
        EXPECT_EQ(pdf.headers.get("Content-Disposition"), "attachment; filename=\"story-2026-12-23.pdf\"");
        const exports::Scratch scratch;
        ASSERT_TRUE(scratch.put("book.pdf", pdf.body));
        ASSERT_EQ(exports::run(scratch, {"/usr/bin/pdftotext", (scratch.folder() / "book.pdf").string(), (scratch.folder() / "book.txt").string()}, std::chrono::seconds(20)),
                  exports::Ended::InTime);
        EXPECT_THAT(scratch.taken("book.txt"), AllOf(HasSubstr("Tilly's story"), HasSubstr("What I said"), HasSubstr("With warm wishes"), Not(HasSubstr("Read it through before"))));
    } else {
        EXPECT_EQ(pdf.status, 422);
        EXPECT_THAT(pdf.body, HasSubstr("LibreOffice is not installed here. Print the page"));
    }
    auto beth = person("Beth Rowntree");
    EXPECT_EQ(read(beth, of_child("/story.pdf")).body, read(beth, "/children/" + RecordNumber::random().hex() + "/story.pdf").body);
}

TEST_F(StoryBook, DrawsNobodyOfWhomSheHasNotBeenTold) {
    const auto visitor = *door->visitor(priya.worker, "a session");
    const casework::Act act{visitor.author, std::string(access::name_of(visitor.who.role)), web::pages::judged_by(*house), house->now(), EntryId::random()};
    record::Person pyke{PersonNumber::random(), "Gordon Pyke"};
    pyke.not_told = {*record().child->person};
    const auto made = casework::add_person_with_tie(act, *record().family, pyke, {pyke.person, *record().child->person, "uncle", {}, {}, false, "Kerry Barrow"},
                                                    casework::SamePerson::NoAnother);
    ASSERT_TRUE(made);
    std::vector<access::Writing> entries;
    for (const auto& one : *made)
        entries.push_back({one.id, one.said, one.content, access::Writing::Stream::Family, one.expected_place});
    ASSERT_TRUE(door->append(visitor, record(), access::Act::Change, {}, FormNumber::random(), entries, house->now()));
    EXPECT_THAT(read(priya, of_child("/story")).body, AllOf(Not(HasSubstr("Gordon")), HasSubstr("Not shown to Tilly: 1 person")));
    EXPECT_THAT(book(), Not(HasSubstr("Not shown")));
}

TEST_F(StoryBook, IsNothingForWhoeverMayNotReadTheRecord) {
    auto beth = person("Beth Rowntree");
    const auto nothing = read(beth, "/children/" + RecordNumber::random().hex() + "/story");
    EXPECT_EQ(nothing.status, 404);
    EXPECT_EQ(read(beth, of_child("/story")).body, nothing.body);
}

} // namespace

} // namespace lifestory::acceptance
