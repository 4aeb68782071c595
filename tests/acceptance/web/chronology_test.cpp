// The chronology over HTTP (pages.md 6.15), on the demonstration: what stands in it, what a worker writes into it, that it is read
// through and kept as it stands. And what must not be: an address, a row for somebody who may not see it, a page for a stranger.
#include <gmock/gmock.h>

#include "acceptance/at_browser.h"
#include "base/json.h"
#include "base/text.h"
#include "export/other_program.h"
#include "export/pdf.h"
#include "record/chronology.h"
#include "web/pages/acting.h"
#include "web/pages/chronology_of.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ChronologyPage : public AtTillys {
protected:
    std::uint64_t length() { return record().child->length; }

    chronology::Chronology derived() {
        auto open = record();
        return web::pages::chronology_of(*house, open, web::pages::judge(*house, open));
    }

    Response send(const std::string& to, Fields fields) {
        fields.add("form_number", FormNumber::random().hex());
        return press(priya, of_child("/chronology" + to), std::move(fields));
    }

    Fields prison(const std::string& year = "2016") {
        return {{"day.year", year},
                {"what", "Dad went to prison."},
                {"meant", "She lost the one who read to her."},
                {"source", "A letter of the health visitor, 4 May 2016"},
                {"theme", "family"}};
    }
};

TEST_F(ChronologyPage, AtNightTellsWhomToRingAndTheNewestFewOnOneScreen) {
    const auto page = read(priya, of_child("/chronology/out-of-hours")).body;
    EXPECT_THAT(page, AllOf(HasSubstr("Ring at night"), HasSubstr("nobody wrote it down"), HasSubstr("Maureen Barrow, 01632 960 141"), HasSubstr("9 December 2026; alone on 9 December 2026"),
                            HasSubstr("You stay at Nan&#39;s until"), Not(HasSubstr("9 January 2025")), Not(HasSubstr("Mill Row")), Not(HasSubstr("What was done"))));
    auto beth = person("Beth Rowntree");
    EXPECT_EQ(read(beth, of_child("/chronology/out-of-hours")).body, read(beth, "/children/" + RecordNumber::random().hex() + "/chronology/out-of-hours").body);
}

TEST_F(ChronologyPage, TellsTheImportantEventsInOrderEachWithItsEntry) {
    auto page = read(priya, of_child("/chronology"));
    EXPECT_EQ(page.status, 200);
    const auto all = derived();
    ASSERT_GT(all.rows.size(), 5u);
    EXPECT_TRUE(std::ranges::is_sorted(all.rows, {}, &chronology::Row::day));
    for (const auto& row : all.rows)
        for (const auto& source : row.sources) {
            const bool is_of_the_family = source.from == chronology::From::TheFamily;
            EXPECT_THAT(page.body, HasSubstr(is_of_the_family ? of_child("/genogram") : of_child("/entries/" + source.entry.hex())));
        }
    for (const auto* words :
         {"Priya Anand keeps this chronology.", "Nobody has said yet that they read it through.",
          "No important event and nobody saw Tilly from 16 July 2026 to 14 September 2026.",
          "You stay at Nan&#39;s until the review conference on 27 January 2027.", "What it meant for Tilly", "Moved to live at Nan&#39;s."})
        EXPECT_THAT(page.body, HasSubstr(words));
    EXPECT_THAT(page.body, Not(HasSubstr("Mill Row")));
    EXPECT_THAT(read(priya, of_child("")).body,
                AllOf(HasSubstr(of_child("/chronology\"")), Not(HasSubstr("type=chronology-line")), Not(HasSubstr("type=past-event"))));
}

TEST_F(ChronologyPage, OfAYearOrAThemeAloneAndGroupedByIt) {
    EXPECT_THAT(read(priya, of_child("/chronology?year=2025")).body,
                AllOf(HasSubstr("4 events"), HasSubstr("29 August 2025"), Not(HasSubstr("2 November 2026"))));
    EXPECT_THAT(read(priya, of_child("/chronology?theme=moves")).body, AllOf(HasSubstr("1 event<"), HasSubstr("Moved to live"), Not(HasSubstr("You stay at"))));
    EXPECT_THAT(read(priya, of_child("/chronology?theme=nothing%20like%20that")).body, HasSubstr("No event is like that."));
    auto grouped = read(priya, of_child("/chronology?by=theme")).body;
    EXPECT_LT(grouped.find(">Moves</th>"), grouped.find(">What we decided</th>"));
}

TEST_F(ChronologyPage, ForACourtTwoColumnsAreGone) {
    auto page = read(priya, of_child("/chronology/court")).body;
    EXPECT_THAT(page, AllOf(HasSubstr("What happened"), Not(HasSubstr("<th scope=\"col\" class=\"govuk-table__header\" role=\"columnheader\">What was done")),
                            Not(HasSubstr("data-label=\"What it meant")), Not(HasSubstr("Change this line"))));
}

TEST_F(ChronologyPage, AnEntrySaysWhereItStandsInIt) {
    const auto all = derived();
    const auto& last = all.rows.back();
    EXPECT_THAT(read(priya, of_child("/entries/" + last.entry.hex())).body, HasSubstr("chronology, row " + std::to_string(all.rows.size())));
}

TEST_F(ChronologyPage, SomethingFromBeforeStandsAtItsYearWithItsSource) {
    ASSERT_EQ(send("/before", prison()).status, 303);
    auto page = read(priya, of_child("/chronology")).body;
    EXPECT_THAT(page, AllOf(HasSubstr(">2016</th>"), HasSubstr("Dad went to prison."), HasSubstr("A letter of the health visitor, 4 May 2016"),
                            HasSubstr("Written later, 23 December 2026")));
    const auto rows = derived().rows;
    EXPECT_EQ(rows.front().what, "Tilly was born.");
    EXPECT_EQ(rows.at(1).what, "Dad went to prison.");
}

TEST_F(ChronologyPage, WhatIsLeftOutIsSaidAtOnceAndNothingTypedIsLost) {
    auto before = length();
    auto refused = send("/before", {{"day.day", "3"}, {"day.year", "2016"}, {"what", "She moved to 4 Mill Row, M1 1AE."}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("Write the month too, or leave the day empty"), HasSubstr("Say where we know it from"),
                                    HasSubstr("Leave the address out"), HasSubstr("She moved to 4 Mill Row, M1 1AE.")));
    auto future = prison("2030");
    EXPECT_THAT(send("/before", future).body, HasSubstr("Choose a day that has been"));
    EXPECT_EQ(length(), before);
}

TEST_F(ChronologyPage, AnotherAgencysChronologyIsAddedWholeAndMarkedByWhoseItIs) {
    auto before = length();
    Fields sent{{"agency", "Northmere Health"},
                {"source", "Sent by Dr Amari on 1 December 2026"},
                {"rows", "4 May 2016,She was taken to hospital.,,Seen every week\nlast summer,She ran away."}};
    auto refused = send("/agency", sent);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("Line 2: begin it with a day"), HasSubstr("4 May 2016,She was taken to hospital.")));
    EXPECT_EQ(length(), before);
    Fields right{{"agency", "Northmere Health"},
                 {"source", "Sent by Dr Amari on 1 December 2026"},
                 {"rows", "4 May 2016,She was taken to hospital.,,Seen every week\n2017,She ran away."}};
    ASSERT_EQ(send("/agency", right).status, 303);
    EXPECT_EQ(length(), before + 2);
    EXPECT_THAT(read(priya, of_child("/chronology")).body,
                AllOf(HasSubstr("She was taken to hospital."), HasSubstr("<strong>From Northmere Health</strong>"), HasSubstr("She ran away.")));
    EXPECT_EQ(press(person("Beth Rowntree"), of_child("/chronology/agency"), right).status, 404);
}

TEST_F(ChronologyPage, ALineIsToldInOtherWordsAndToTheChildInHers) {
    const auto row = derived().rows.back();
    ASSERT_EQ(
        send("/rows/" + row.entry.hex(), {{"what", "It was decided that Tilly stays."}, {"for-child", "You stay at Nan's. Nobody moves you before Easter."}})
            .status,
        303);
    EXPECT_THAT(read(priya, of_child("/chronology")).body, AllOf(HasSubstr("It was decided that Tilly stays."), Not(HasSubstr("Nobody moves you"))));
    EXPECT_THAT(read(priya, of_child("/chronology/child")).body,
                AllOf(HasSubstr("You stay at Nan&#39;s. Nobody moves you before Easter."), Not(HasSubstr("It was decided that Tilly"))));
    auto again =
        send("/rows/" + row.entry.hex(), {{"what", "It was decided that Tilly stays."}, {"for-child", "You stay at Nan's. Nobody moves you before Easter."}});
    EXPECT_THAT(again.body, HasSubstr("Nothing is changed yet"));
}

TEST_F(ChronologyPage, AnEntryThatNobodyTickedIsPutInAndTakenOut) {
    auto open = record();
    const auto all = derived();
    const auto other = std::ranges::find_if(open.child->story, [&](const auto& story) { return story.record_type() == "visit" && !all.find(story.entry.id); });
    ASSERT_NE(other, open.child->story.end());
    const auto path = "/rows/" + other->entry.id.hex();
    EXPECT_THAT(read(priya, of_child("/entries/" + other->entry.id.hex())).body, HasSubstr("put it in"));
    ASSERT_EQ(send(path, {{"in", "yes"}, {"meant", "She told somebody for the first time."}}).status, 303);
    EXPECT_TRUE(derived().number_of(other->entry.id));
    ASSERT_EQ(send(path, {{"in", "no"}}).status, 303);
    EXPECT_FALSE(derived().number_of(other->entry.id));
}

TEST_F(ChronologyPage, ReadThroughIsKeptAndPressedTwiceKeptOnce) {
    Fields form{{"form_number", FormNumber::random().hex()}};
    auto before = length();
    ASSERT_EQ(press(priya, of_child("/chronology/reading"), form).status, 303);
    ASSERT_EQ(press(priya, of_child("/chronology/reading"), form).status, 303);
    EXPECT_EQ(length(), before + 1);
    EXPECT_THAT(read(priya, of_child("/chronology")).body, HasSubstr("Last read through on 23 December 2026 by Priya Anand."));
}

TEST_F(ChronologyPage, AnEditionStaysAsItStood) {
    ASSERT_EQ(send("/editions", {}).status, 303);
    const auto edition = record::standing(*record().child, record::edition_type).back()->entry.id;
    ASSERT_EQ(send("/before", prison()).status, 303);
    EXPECT_THAT(read(priya, of_child("/chronology")).body, HasSubstr("As it stood on 23 December 2026"));
    auto stood = read(priya, of_child("/chronology/editions/" + edition.hex()));
    EXPECT_EQ(stood.status, 200);
    EXPECT_THAT(stood.body, AllOf(HasSubstr("You stay at Nan&#39;s until the review conference"), Not(HasSubstr("Dad went to prison"))));
    const auto visit = derived().rows.back().entry;
    EXPECT_EQ(read(priya, of_child("/chronology/editions/" + visit.hex())).status, 404);
}

TEST_F(ChronologyPage, WhoMayNotSeeItGetsTheSameBytesAsForAChildWhoDoesNotExist) {
    auto tom = person("Beth Rowntree");
    const auto missing = read(tom, "/children/" + RecordNumber::random().hex() + "/chronology").body;
    const auto row = derived().rows.back().entry.hex();
    for (const auto& of : std::vector<std::string>{"", "/court", "/child", "/before", "/rows/" + row, "/editions/" + row})
        EXPECT_EQ(read(tom, of_child("/chronology" + of)).body, missing) << of;
    for (const auto* to : {"/before", "/reading", "/editions"})
        EXPECT_EQ(press(tom, of_child(std::string("/chronology") + to), {{"form_number", FormNumber::random().hex()}}).status, 404) << to;
    auto hugh = person("Hugh Penrose"); // letters alone
    EXPECT_EQ(read(hugh, of_child("/chronology")).body, missing);
    EXPECT_THAT(read(hugh, of_child("")).body, Not(HasSubstr("/chronology\"")));
}

TEST_F(ChronologyPage, IsKeptAsAFileForWordAndForNobodyElse) {
    EXPECT_THAT(read(priya, of_child("/chronology/court")).body, HasSubstr(of_child("/chronology.docx?for=court")));
    const auto whole = read(priya, of_child("/chronology.docx")), court = read(priya, of_child("/chronology.docx?for=court"));
    for (const auto* file : {&whole, &court}) {
        EXPECT_EQ(file->status, 200);
        EXPECT_EQ(file->content_type, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        EXPECT_EQ(file->headers.get("Content-Disposition"), "attachment; filename=\"chronology-2026-12-23.docx\"");
        EXPECT_EQ(file->body.substr(0, 4), "PK\x03\x04");
    }
    EXPECT_NE(whole.body, court.body);
    const auto pdf = read(priya, of_child("/chronology.pdf?for=court"));
    if (exports::can_make_pdf()) {
        EXPECT_THAT(pdf.body, testing::StartsWith("%PDF-"));
        EXPECT_EQ(pdf.headers.get("Content-Disposition"), "attachment; filename=\"chronology-2026-12-23.pdf\"");
        EXPECT_THAT(read(priya, of_child("/chronology/court")).body, HasSubstr(of_child("/chronology.pdf?for=court")));
    } else {
        EXPECT_EQ(pdf.status, 422);
        EXPECT_THAT(pdf.body, HasSubstr("LibreOffice is not installed here. Print the page"));
    }
    for (const auto* file : {"/chronology.docx", "/chronology.pdf"})
        EXPECT_EQ(read(person("Beth Rowntree"), of_child(file)).status, 404);
    EXPECT_EQ(read(priya, of_child("/chronology.docx?for=child")).status, 404);
}

// The Word file of each view goes through LibreOffice and is read back: its columns, each of its rows, the checkpoint in its foot.
TEST_F(ChronologyPage, ReadsInLibreOfficeAsItWasWrittenWhateverTheView) {
    ASSERT_TRUE(exports::can_make_pdf()) << "this test needs LibreOffice: bin/install-packages test installs it";
    const auto tight = [](std::string words) {
        std::erase_if(words, [](char one) { return one == ' ' || one == '\n' || one == '\f'; });
        return words;
    };
    for (const auto* view : {"", "court", "conference", "new-worker"}) {
        SCOPED_TRACE(view);
        const auto pdf = read(priya, of_child("/chronology.pdf?for=" + std::string(view)));
        ASSERT_THAT(pdf.body, testing::StartsWith("%PDF-"));
        const exports::Scratch scratch;
        ASSERT_TRUE(scratch.put("in.pdf", pdf.body));
        ASSERT_EQ(exports::run(scratch, {"/usr/bin/pdftotext", (scratch.folder() / "in.pdf").string(), (scratch.folder() / "out.txt").string()}, std::chrono::seconds(20)), exports::Ended::InTime);
        const auto words = tight(scratch.taken("out.txt"));
        EXPECT_THAT(words, AllOf(HasSubstr("Agethen"), HasSubstr("Whathappened"), HasSubstr("Source"), HasSubstr("Asitstoodon23December2026.Checkpoint")));
        const bool has_both = words.find("WhatitmeantforTilly") != std::string::npos && words.find("Whatwasdone") != std::string::npos;
        EXPECT_EQ(has_both, view != std::string("court")) << "two columns are gone for court";
        for (const auto& row : derived().rows)
            if (row.what.size() < 60) {
                EXPECT_THAT(words, HasSubstr(tight(row.what)));
            }
    }
}

TEST_F(ChronologyPage, OfSeveralChildrenTogetherTellsWhatHappenedToBothOnce) {
    const auto reece = child_named("Reece");
    EXPECT_THAT(read(priya, of_child("/chronology")).body, HasSubstr(of_child("/chronology/together")));
    auto alone = read(priya, of_child("/chronology/together")).body;
    EXPECT_THAT(alone, AllOf(HasSubstr("Choose who stands beside Tilly."), HasSubstr("You stay at Nan&#39;s until the review conference"),
                             Not(HasSubstr("Reece, 14"))));
    auto both = read(priya, of_child("/chronology/together?with=" + reece.hex())).body;
    EXPECT_THAT(both, AllOf(HasSubstr("Chronology of Tilly and Reece"), HasSubstr("Tilly, 11; Reece, 14"), HasSubstr("This stands on Tilly&#39;s file."),
                            HasSubstr("/children/" + reece.hex() + "/entries/")));
    const std::string shared = "Mum met me at the gate and said that you were both at a friend";
    EXPECT_EQ(both.find(shared), both.rfind(shared)) << "what happened to both stands there once";
}

TEST_F(ChronologyPage, OfAChildWhomTheReaderMayNotOpenNothingStandsBesideTheOthers) {
    const auto reece = child_named("Reece");
    const auto stranger = RecordNumber::random();
    const auto without = read(priya, of_child("/chronology/together")).body;
    const auto asked = read(priya, of_child("/chronology/together?with=" + stranger.hex())).body;
    EXPECT_THAT(asked, HasSubstr("Choose who stands beside Tilly."));
    EXPECT_THAT(asked, Not(HasSubstr(stranger.hex())));
    EXPECT_EQ(asked.size(), without.size());
    EXPECT_EQ(read(person("Beth Rowntree"), of_child("/chronology/together?with=" + reece.hex())).status, 404);
}

TEST_F(ChronologyPage, TheSameAsJson) {
    auto answer = read(priya, "/api/v1" + of_child("/chronology"));
    ASSERT_EQ(answer.status, 200);
    const auto body = parse_json(answer.body)->as_object();
    const auto all = derived();
    ASSERT_EQ(body.at("rows").as_array().size(), all.rows.size());
    EXPECT_EQ(body.at("rows").as_array().back().as_object().at("what").as_string(), all.rows.back().what);
    EXPECT_EQ(body.at("gaps").as_array().size(), all.gaps.size());
    EXPECT_EQ(read(person("Beth Rowntree"), "/api/v1" + of_child("/chronology")).status, 404);
}

} // namespace

} // namespace lifestory::acceptance
