// Bringing in another system's records (docs/formats/import.md): what would come in and what came, row by row; broken off and called
// again; nobody doubled; the bad rows named and the others gone on.
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

#include "acceptance/at_browser.h"
#include "app/commands/import.h"
#include "base/json.h"
#include "record/brought_in.h"
#include "record/codec.h"

namespace lifestory::acceptance {

namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

constexpr std::string_view people = "pers_person_id;pers_record;pers_forename;pers_surname;pers_dob;pers_sex;pers_common_child_id\n";

class Importing : public AtBrowser {
protected:
    void SetUp() override {
        serve();
        fs::create_directories(tables());
        write("ssd_person.csv", std::string(people) + "P1;Y;Zo\xEB;Tarn;04/05/2016;F;943 476 5919\nP2;Y;Ivo;Tarn;2018-02-01;M;\n"
                                        "P3;N;Anna;Tarn;01/01/1990;F;\n");
        write("ssd_family.csv", "fami_family_id,fami_person_id,fami_family_name\nF1,P1,Tarn\nF1,P2,\nF1,P3,\n");
        write("ssd_mother.csv", "moth_person_id,moth_childs_person_id\nP3,P1\nP3,P2\n");
        write("ssd_cin_episodes.csv", "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date\nR1,P1,2024-03-01,\n");
        write("ssd_legal_status.csv", "lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date\n"
                                      "L1,P1,V2,2024-03-02,2024-02-01\nL2,P1,C1,2024-03-02,\n");
        write("ssd_involvements.csv", "invo_person_id,invo_professional_name,invo_involvement_start_date\n"
                                      "P1,Priya Anand,2025-01-06\nP2,Nobody Atall,2025-01-06\n");
        write("case_notes.csv", "note_id,note_person_id,note_date,note_text,note_author,note_author_role,note_written_on\r\n"
                                "N1,P1,12/06/2025,\"We talked in the kitchen.\r\nZoe drew a boat.\",Joan Pike,Social Worker,13/06/2025\r\n"
                                "N2,P1,31/02/2025,Never read,Joan Pike,,\r\n"
                                "N3,P9,12/06/2025,Whose is this?,Joan Pike,,\r\n"
                                "N4,P2,14/06/2025,Ivo was at school.,Joan Pike,,\r\n");
    }

    fs::path tables() const { return folder / "tables"; }
    fs::path reports() const { return folder / "reports"; }
    void write(const std::string& name, const std::string& text) const { std::ofstream(tables() / name, std::ios::binary) << text; }

    struct Said {
        int status;
        std::string out, err;
    };
    Said bring_in(bool run) {
        stop();
        std::ostringstream out, err;
        auto status = app::run_import({folder, tables(), reports(), "Old System", "Gareth Holloway", run, london_time(demonstration_day)}, out, err);
        restart(demonstration_day);
        return {status, out.str(), err.str()};
    }
    void stop() {
        site.reset();
        house.reset();
        owing.reset();
        door.reset();
        installation.reset();
    }
    std::string report(const std::string& file = "differences.txt") const {
        std::ifstream in(reports() / file);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    // By the record's number in the report.
    RecordNumber record_of(const std::string& person) const {
        auto json = parse_json(report("differences.json"));
        for (const auto& child : *array_in(json->as_object(), "children"))
            if (text_in(child.as_object(), "child") == person)
                return *RecordNumber::parse(text_in(child.as_object(), "record"));
        return {};
    }
    record::Child child(const std::string& person) {
        auto opened = installation->ledger().read(record_of(person));
        return opened ? record::fold_child(*record::read_entries(*opened)) : record::Child{};
    }
};

TEST_F(Importing, SaysWhatWouldComeInAndKeepsNothing) {
    const auto size = installation->ledger().size();
    auto said = bring_in(false);
    ASSERT_EQ(said.status, 0) << said.err;
    EXPECT_THAT(said.out, AllOf(HasSubstr("2 children new, with 2 new notes"), HasSubstr("Nothing was kept")));
    EXPECT_EQ(installation->ledger().size(), size);
    EXPECT_THAT(report(), AllOf(HasSubstr("case_notes.csv, line 4, column note_date: “31/02/2025” is no day. Write it as 23/12/2026 or 2026-12-23"),
                                HasSubstr("case_notes.csv, line 5, column note_person_id: Nobody in ssd_person.csv has the number P9"),
                                HasSubstr("ssd_legal_status.csv, line 2, column lega_legal_status_end_date: It cannot end before it begins"),
                                HasSubstr("ssd_involvements.csv, line 3, column invo_professional_name: Nobody of this name works here")));
    EXPECT_THAT(report(), HasSubstr("The day is kept in one spelling: “04/05/2016” is now “2016-05-04”"));
    EXPECT_THAT(report(), HasSubstr("ssd_person.csv: Its letters were written in an older code: “Windows-1252” is now “UTF-8”"));
    EXPECT_THAT(report(), Not(HasSubstr("Ivo"))) << "children stand in it by number";
    EXPECT_THAT(report(), HasSubstr("Of families, and of no child\n  carried  3 rows of ssd_family.csv\n  carried  2 rows of ssd_mother.csv\n  carried  1 row of ssd_person.csv\n"));
}

TEST_F(Importing, KeepsTheDayOfEachNoteAndItsWriterAsWords) {
    auto said = bring_in(true);
    ASSERT_EQ(said.status, 0) << said.err;
    auto zoe = child("P1");
    EXPECT_EQ(zoe.full_name(), "Zo\xC3\xAB Tarn");
    EXPECT_EQ(zoe.born(), calendar::parse_day("2016-05-04").value());
    EXPECT_EQ(zoe.fact("nhs-number"), "943 476 5919");
    EXPECT_EQ(zoe.brought_in_from, "Old System");
    const record::StoryEntry* note = nullptr;
    for (const auto& story : zoe.story)
        if (story.record_type() == record::brought_in_note) {
            EXPECT_EQ(note, nullptr) << "one note, once";
            note = &story;
        }
    ASSERT_NE(note, nullptr);
    EXPECT_EQ(note->day(), calendar::parse_day("2025-06-12").value());
    EXPECT_EQ(note->form()->text("happened"), "We talked in the kitchen.\nZoe drew a boat.");
    EXPECT_EQ(note->form()->text("written-by"), "Joan Pike, Social Worker");
    EXPECT_EQ(note->entry.said.recorded_by.worker, record::brought_in_author());
    EXPECT_EQ(note->entry.said.recorded_by.full_name, "Brought in from Old System");
    EXPECT_FALSE(door->authority()->worker(record::brought_in_author())) << "nobody's account";
    EXPECT_THAT(zoe.episodes, SizeIs(2)) << "the work and the order; the one that ends before it begins is left out";
    EXPECT_TRUE(zoe.allocated_worker_on(house->today()));
    EXPECT_TRUE(installation->ledger().verify().wrong.empty());
}

TEST_F(Importing, BringsHomesPlansSchoolHealthAndNumbersAndHoldsBadRowsAlone) {
    write("ssd_address.csv", "addr_table_id;addr_person_id;addr_address_type;addr_address_json;addr_address_postcode;addr_address_start_date;addr_address_end_date\n"
                             "A1;P1;Home;\"{\"\"HOUSE\"\": \"\"4\"\", \"\"STREET\"\": \"\"Mill Lane\"\", \"\"TOWN\"\": \"\"Northmere\"\", \"\"UPRN\"\": \"\"100\"\"}\";NM1 2AB;2020-01-01;\n"
                             "A2;P3;Home;4, Mill Lane, Northmere;NM1 2AB;2019-06-01;\nA3;P2;Home;;;2020-01-01;\nA4;P2;Home;9 Old Road;;2021-01-01;2020-01-01\n");
    write("ssd_cp_plans.csv", "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date\nC1,P1,2024-04-01,2024-12-01\nC2,P1,2025-04-01,2025-03-01\n");
    write("ssd_cin_plans.csv", "cinp_cin_plan_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date\nI1,P2,2025-02-01,\n");
    write("ssd_disability.csv", "disa_table_id,disa_person_id,disa_disability_code\nD1,P1,MOB\nD2,P1,NOSUCH\n");
    write("ssd_linked_identifiers.csv", "link_table_id,link_person_id,link_identifier_type,link_identifier_value\nX1,P1,Driving Licence,77\nX2,P2,NHS Number,1234567890\n");
    write("school.csv", "scho_id,scho_person_id,scho_kind,scho_words,scho_since\nS1,P1,school,Hill Primary,2021-09-01\n");
    write("health.csv", "heal_id,heal_person_id,heal_kind,heal_words,heal_since,heal_until\nH1,P1,allergy,Nuts,2022-03-01,\nH2,P1,medicine,Drops for the ears,2023-01-01,2023-02-01\n");
    write("ssd_cla_health.csv", "clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date,clah_health_check_status\nK1,P1,Dental check,2025-05-05,Done\n");
    auto said = bring_in(true);
    ASSERT_EQ(said.status, 0) << said.err;
    const auto zoe = child("P1");
    EXPECT_EQ(zoe.fact("school"), "Hill Primary");
    EXPECT_EQ(zoe.fact("allergy"), "Nuts");
    EXPECT_EQ(zoe.facts.at("medicine").said.size(), 2u) << "that it began, and that it ended";
    EXPECT_EQ(zoe.fact("disability"), "Mobility");
    const auto today = house->today();
    EXPECT_TRUE(std::ranges::any_of(zoe.episodes, [](const auto& one) { return one.now().form.record_type == "child-protection-plan" && one.now().ended; }));
    EXPECT_TRUE(std::ranges::any_of(zoe.story, [](const auto& one) { return one.form() && one.form()->text("happened") == "Dental check: Done."; }));
    EXPECT_TRUE(std::ranges::any_of(child("P2").episodes, [&](const auto& one) { return one.now().form.record_type == "child-in-need-plan" && one.now().started <= today; }));
    auto opened = door->open(*door->visitor(worker_named("Gareth Holloway"), "a session"), record_of("P1"), std::nullopt, house->now());
    ASSERT_TRUE(opened);
    ASSERT_THAT(opened->family->households, SizeIs(1)) << "one home of one address, whoever's row says it";
    EXPECT_EQ(opened->family->households.front().now().address, "4, Mill Lane, Northmere, NM1 2AB");
    EXPECT_THAT(opened->family->households.front().now().members, SizeIs(2));
    EXPECT_FALSE(opened->family->households.front().now().since) << "they came on different days: nobody moved there in 2019";
    EXPECT_THAT(report(), HasSubstr("ssd_address.csv, line 2, column addr_address_start_date: Those who live there came on different days"));
    EXPECT_THAT(report(), AllOf(HasSubstr("ssd_address.csv, line 4, column addr_address_json: There is no address in this row"),
                                HasSubstr("ssd_address.csv, line 5, column addr_address_end_date: It cannot end before it begins"),
                                HasSubstr("ssd_cp_plans.csv, line 3, column cppl_cp_plan_end_date: It cannot end before it begins"),
                                HasSubstr("ssd_disability.csv, line 3, column disa_disability_code: “NOSUCH” stands in no year's list"),
                                HasSubstr("ssd_linked_identifiers.csv, line 2, column link_identifier_type: “Driving Licence” has no place here"),
                                HasSubstr("ssd_linked_identifiers.csv, line 3")));
    const auto size = installation->ledger().size();
    ASSERT_EQ(bring_in(true).status, 0);
    EXPECT_EQ(installation->ledger().size(), size) << "a second time nothing of it comes twice";
}

TEST_F(Importing, WhoeverLeftIsNotSaidToLiveThereStillNorWhoeverCameLaterToHaveComeFirst) {
    const std::string columns = "addr_table_id;addr_person_id;addr_address_type;addr_address_json;addr_address_postcode;addr_address_start_date;addr_address_end_date\n";
    write("ssd_address.csv", columns + "A1;P1;Home;4 Mill Lane;;2024-05-01;\nA2;P3;Home;4 Mill Lane;;2015-06-01;2020-03-01\n");
    ASSERT_EQ(bring_in(true).status, 0);
    auto homes = [&] { return door->open(*door->visitor(worker_named("Gareth Holloway"), "a session"), record_of("P1"), std::nullopt, house->now())->family->households; };
    ASSERT_THAT(homes(), SizeIs(2)) << "who left has a home of that time";
    for (const auto& home : homes()) {
        ASSERT_THAT(home.now().members, SizeIs(1)) << "nobody lives with somebody who had gone";
        EXPECT_EQ(home.now().until.has_value(), calendar::iso(*home.now().since) == "2015-06-01");
    }
    const auto size = installation->ledger().size();
    ASSERT_EQ(bring_in(true).status, 0);
    EXPECT_EQ(installation->ledger().size(), size) << "a second time nothing of it comes twice";
    write("ssd_address.csv", columns + "A1;P1;Home;4 Mill Lane;;2024-05-01;2025-01-01\nA2;P3;Home;4 Mill Lane;;2015-06-01;2020-03-01\n");
    ASSERT_EQ(bring_in(true).status, 0);
    EXPECT_THAT(homes(), SizeIs(2)) << "what ended since is put right by somebody, not said twice";
    EXPECT_THAT(report(), HasSubstr("ssd_address.csv, line 2: This home was brought in before, and the row says something else of it now"));
}

TEST_F(Importing, ASecondTimeNothingComesTwiceAndOnlyWhatIsNewIsAdded) {
    ASSERT_EQ(bring_in(true).status, 0);
    const auto size = installation->ledger().size();
    auto again = bring_in(true);
    EXPECT_THAT(again.out, HasSubstr("0 children new, with 0 new notes; 0 with new rows; 2 here already"));
    EXPECT_EQ(installation->ledger().size(), size);
    write("case_notes.csv", "note_id,note_person_id,note_date,note_text,note_author\n"
                            "N1,P1,12/06/2025,Other words,Joan Pike\nN5,P1,20/06/2025,One more.,Joan Pike\n");
    auto third = bring_in(true);
    EXPECT_THAT(third.out, HasSubstr("0 children new, with 1 new note; 1 with new rows; 1 here already"));
    EXPECT_EQ(installation->ledger().size(), size + 2) << "the note, and what became of the rows";
    EXPECT_THAT(report(), HasSubstr("case_notes.csv, line 2: This row was brought in before and says something else now"));
}

TEST_F(Importing, GoesOnWhereItWasBrokenOff) {
    write("ssd_person.csv", std::string(people) + "P1;Y;Zoe;Tarn;04/05/2016;F;943 476 5919\nP2;Y;Ivo;Tarn;2018-02-01;M;\n"); // as far as it came
    ASSERT_EQ(bring_in(true).status, 0);
    auto first = record_of("P1");
    const auto length = installation->ledger().length(first);
    write("ssd_person.csv", std::string(people) + "P1;Y;Zoe;Tarn;04/05/2016;F;943 476 5919\nP2;Y;Ivo;Tarn;2018-02-01;M;\nP4;Y;Ada;Fenn;2019-07-01;F;\n");
    auto said = bring_in(true);
    EXPECT_THAT(said.out, HasSubstr("1 child new"));
    EXPECT_EQ(installation->ledger().length(first), length);
}

TEST_F(Importing, AChildWhoMayBeHereAlreadyIsHeldBackWithAllTheirRows) {
    write("ssd_person.csv", std::string(people) + "P1;Y;Tilly;Barow;14/03/2015;F;\nP2;Y;Ivo;Tarn;2018-02-01;M;\n");
    auto said = bring_in(true);
    EXPECT_THAT(said.out, HasSubstr("1 child new, with 1 new note; 0 with new rows; 0 here already; 1 held back"));
    EXPECT_THAT(report(), AllOf(HasSubstr("A child of nearly this name, born on this day, is here already, record"),
                                HasSubstr("1 row of this child left out")));
    EXPECT_EQ(installation->ledger().length(record_of("P1")), 0u);
}

TEST_F(Importing, WhoWasHeldBackBesideAnotherOfTheTablesStaysHeldBackTheSecondTime) {
    write("ssd_person.csv", std::string(people) + "P1;Y;Amy;Tarn;01/05/2012;F;\nP2;Y;Amy;Tarn;01/05/2012;F;\n");
    EXPECT_THAT(bring_in(true).out, HasSubstr("1 child new"));
    EXPECT_THAT(bring_in(true).out, AllOf(HasSubstr("0 children new"), HasSubstr("1 here already; 1 held back")));
    EXPECT_EQ(installation->ledger().length(record_of("P2")), 0u);
}

TEST_F(Importing, OneChildOfTheTablesUnderTwoSpellingsIsHeldBackOnce) {
    write("ssd_person.csv", std::string(people) + "P1;Y;Zoe;O'Brien;01/05/2012;F;\nP2;Y;Zoe;OBrien;01/05/2012;F;\n");
    EXPECT_THAT(bring_in(true).out, AllOf(HasSubstr("1 child new"), HasSubstr("1 held back")));
}

TEST_F(Importing, BringsInWhoIsGrownUpByNow) {
    write("ssd_person.csv", std::string(people) + "P1;Y;Amy;Tarn;01/05/1985;F;\n");
    EXPECT_THAT(bring_in(true).out, HasSubstr("1 child new"));
    EXPECT_GT(installation->ledger().length(record_of("P1")), 0u);
}

TEST_F(Importing, NamesAChildWhoseOwnRowIsBrokenAndSaysThatNothingOfThemCame) {
    write("ssd_person.csv", std::string(people) + "P1;Y;Zoe;Tarn;44/05/2016;F;\nP2;Y;Ivo;Tarn;01/02/2018;M;\nP4;Maybe;Ada;Tarn;2019-02-01;F;\n");
    write("ssd_mother.csv", "moth_person_id,moth_childs_person_id\n");
    auto said = bring_in(true);
    ASSERT_EQ(said.status, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("1 child new, with 1 new note; 0 with new rows; 0 here already; 2 held back."));
    const auto all = report();
    const auto at = all.find("Child P1: held back\n");
    ASSERT_NE(at, std::string::npos) << all;
    const auto own = all.substr(at, all.find("\n\n", at) - at);
    EXPECT_THAT(own, AllOf(HasSubstr("missing  ssd_person.csv, line 2, column pers_dob: “44/05/2016” is no day."), HasSubstr("missing  ssd_person.csv, line 2: Nothing of this child came"),
                           HasSubstr("missing  case_notes.csv: 2 rows of this child left out"), HasSubstr("missing  ssd_cin_episodes.csv: 1 row of this child left out")));
    EXPECT_THAT(own, AllOf(Not(HasSubstr("changed")), Not(HasSubstr("carried"))));
    EXPECT_THAT(all, AllOf(HasSubstr("Child P4: held back\n"), Not(HasSubstr("Nobody in ssd_person.csv has the number P1"))));
    EXPECT_THAT(report("differences.csv"), HasSubstr("P1,,held back,missing,ssd_person.csv,2,pers_dob"));
}

TEST_F(Importing, WhatDidNotComeIsNotSaidToBeChanged) {
    write("ssd_person.csv", std::string(people) + "P1;Y;Tilly;Barow;14/03/2015;F;\nP2;Y;Ivo;Tarn;01/02/2018;M;\n");
    write("ssd_mother.csv", "moth_person_id,moth_childs_person_id\n");
    write("ssd_cin_episodes.csv", "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date\nR1,P1,01/03/2024,\nR2,P2,01/03/2024,01/02/2024\nR3,P2,01/03/2024,\n");
    ASSERT_EQ(bring_in(true).status, 0);
    const auto all = report();
    const auto held = all.substr(all.find("Child P1: held back\n"), all.find("Child P2") - all.find("Child P1"));
    EXPECT_THAT(held, AllOf(HasSubstr("missing"), Not(HasSubstr("changed")))) << all;
    EXPECT_THAT(all, HasSubstr("changed  ssd_cin_episodes.csv, line 4, column cine_referral_date"));
    EXPECT_THAT(all, Not(HasSubstr("changed  ssd_cin_episodes.csv, line 3"))) << "that row was left out";
}

TEST_F(Importing, HoldsBackWorkBeforeTheBirthAndAChildOfAnotherCentury) {
    write("ssd_person.csv", std::string(people) + "P1;Y;Zoe;Tarn;2016-05-04;F;\nP2;Y;Ivo;Tarn;1850-02-01;M;\nP3;N;Anna;Tarn;1990-01-01;F;\n");
    write("ssd_cin_episodes.csv", "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date\nR1,P1,2014-03-01,\nR2,P1,2016-02-01,\n");
    write("ssd_legal_status.csv", "lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date\nL1,P1,V2,2016-05-01\n");
    ASSERT_EQ(bring_in(true).status, 0);
    EXPECT_THAT(report(), AllOf(HasSubstr("ssd_cin_episodes.csv, line 2, column cine_referral_date: This is long before the child was born, on 4 May 2016. Put the day or the date of birth right"),
                                HasSubstr("ssd_legal_status.csv, line 2, column lega_legal_status_start_date: This is before the child was born, on 4 May 2016."),
                                HasSubstr("ssd_person.csv, line 3, column pers_dob: This would be somebody of 176. Put the year right")));
    EXPECT_THAT(child("P1").episodes, SizeIs(1)) << "the work with her mother before she was born alone";
    EXPECT_THAT(report(), HasSubstr("Child P2: held back"));
}

TEST_F(Importing, WhatWasDueBeforeIsNotOwedAndPracticeLooksAtWhatCame) {
    ASSERT_EQ(bring_in(true).status, 0);
    auto zoe = record_of("P1");
    auto owed = installation->index().owed_of(zoe);
    EXPECT_FALSE(owed.empty()) << "the lists were counted";
    const auto today = house->today();
    for (const auto& row : installation->index().owed_open(zoe, today + std::chrono::days(4000)))
        if (row.due) {
            EXPECT_GE(row.due->day, today) << "due before the record came here";
        }
    auto gareth = person("Gareth Holloway");
    auto queue = door->waiting_for(*door->visitor(gareth.worker, "a session"), house->now());
    ASSERT_FALSE(queue.empty());
    EXPECT_EQ(queue.back().record, zoe) << "once, and not for each note";
    auto page = read(gareth, "/children/" + zoe.hex() + "/entries/" + queue.back().id.hex());
    EXPECT_THAT(page.body, AllOf(HasSubstr("What is missing, and why"), HasSubstr("31/02/2025"), HasSubstr("What was carried")));
    web::http::Fields fields;
    fields.add("child", zoe.hex());
    fields.add("words", "We read the missing note on paper and wrote it down again.");
    fields.add("act", "agree");
    fields.add("form_number", FormNumber::random().hex());
    EXPECT_EQ(press(gareth, "/team/sign-off/" + queue.back().id.hex(), fields).status, 303);
    EXPECT_THAT(child("P1").find(queue.back().id)->endorsements, SizeIs(1));
}

TEST_F(Importing, RefusesATableThatCannotBeReadInOneSentence) {
    write("case_notes.csv", "note_id,note_date\n1,2\n");
    auto said = bring_in(true);
    EXPECT_EQ(said.status, 1);
    EXPECT_EQ(said.err, "case_notes.csv, line 1: the column note_person_id is missing. docs/formats/import.md names them all.\n");
}

} // namespace

} // namespace lifestory::acceptance
