// The basic record over HTTP: facts read and changed with who said so (ROC-040), nothing overwritten, numbers held to their check digits,
// several reasons for our work changed by whom the policy names (CAM-189 to CAM-192), homes and legal status that do not overlap (ROC-043).
// And what must not be: a page for who may not see the child, a value lost when a form is refused.
#include <gmock/gmock.h>

#include "acceptance/at_browser.h"
#include "base/json.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class FactsOnPages : public AtBrowser {
protected:
    void SetUp() override {
        serve();
        priya = person("Priya Anand");
        gareth = person("Gareth Holloway");
        tilly = child_named("Tilly");
    }

    std::string facts() const { return "/children/" + tilly.hex() + "/facts"; }
    std::string change_of(const std::string& fact) const { return facts() + "/" + fact + "/change"; }

    static void add_day(Fields& fields, const std::string& name, const std::string& day, const std::string& month, const std::string& year) {
        fields.add(name + ".day", day);
        fields.add(name + ".month", month);
        fields.add(name + ".year", year);
    }

    // Told by Helen Frost on 22 December.
    static Fields told(Fields fields) {
        fields.add("form_number", FormNumber::random().hex());
        fields.add("said-by", "somebody");
        fields.add("said-by.words", "Helen Frost, school nurse");
        add_day(fields, "known-on", "22", "12", "2026");
        return fields;
    }

    Fields since(Fields fields, const std::string& day, const std::string& month, const std::string& year, const std::string& name = "since") {
        add_day(fields, name, day, month, year);
        return fields;
    }

    RecordNumber child_of(const Person& worker, std::string_view first_name) {
        auto visitor = *door->visitor(worker.worker, "a session");
        for (const auto& open : door->look_over(visitor, door->caseload(worker.worker, house->now()), house->now()))
            if (open.child->first_name() == first_name)
                return open.record;
        ADD_FAILURE() << first_name << " is not theirs to work with";
        return {};
    }

    record::Child tilly_now() { return *door->open(*door->visitor(priya.worker, "a session"), tilly, std::nullopt, house->now())->child; }

    Person priya, gareth;
    RecordNumber tilly;
};

TEST_F(FactsOnPages, ShowWhatIsKnownWithWhoSaidSoAndSinceWhenAndWhatIsStillToAsk) {
    auto page = read(priya, facts());
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, AllOf(HasSubstr("White British (WBRI)"), HasSubstr("Said by: Kerry Barrow, Tilly&#39;s mum."), HasSubstr("Since 29 August 2025"),
                                 HasSubstr("Identity, in her own words"), HasSubstr("14 March 2015"), HasSubstr("Still to ask:")));
    EXPECT_THAT(read(priya, "/children/" + tilly.hex()).body, HasSubstr(facts())) << "from the record's own ways";
}

TEST_F(FactsOnPages, AChangeStandsFirstTheOldValueStaysAndTheFormCountsOnce) {
    auto fields = told(since({{"value", "Weir Academy, Year 7"}, {"how", "changed"}}, "14", "12", "2026"));
    auto first = press(priya, change_of("school"), fields), second = press(priya, change_of("school"), fields);
    EXPECT_EQ(first.status, 303);
    EXPECT_EQ(first.headers.get("Location"), second.headers.get("Location"));
    auto page = read(priya, facts()).body;
    EXPECT_THAT(page, AllOf(HasSubstr("Weir Academy, Year 7"), HasSubstr("Since 14 December 2026. Said by: Helen Frost, school nurse."),
                            HasSubstr("Before (1)"), HasSubstr("Millbrook High School, Year 7"), HasSubstr("From 7 September 2026 until 13 December 2026")));
    EXPECT_EQ(tilly_now().facts.at("school").said.size(), 2u) << "once, however often the form is sent";
}

TEST_F(FactsOnPages, ANumberWithAWrongDigitIsRefusedInWordsAndStaysInItsBox) {
    auto page = press(priya, change_of("nhs-number"), told({{"value", "943 476 5871"}}));
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.body, AllOf(HasSubstr("This NHS number has a digit wrong. Check it against the letter"), HasSubstr("value=\"943 476 5871\""),
                                 HasSubstr("value=\"Helen Frost, school nurse\"")));
    EXPECT_EQ(press(priya, change_of("nhs-number"), told({{"value", "9434765870"}})).status, 303);
    EXPECT_THAT(read(priya, facts()).body, HasSubstr("943 476 5870"));
    EXPECT_EQ(press(priya, change_of("unique-pupil-number"), told({{"value", "A801200005001"}})).status, 422);
}

TEST_F(FactsOnPages, EverythingLeftOutIsSaidAtOnceEachAtItsField) {
    auto page = press(priya, change_of("school"), {{"form_number", FormNumber::random().hex()}});
    EXPECT_EQ(page.status, 422);
    for (const auto* words : {"Write what it is now, or", "Say whether it changed or was always wrong", "Say who said so", "Say when we learned it"})
        EXPECT_THAT(page.body, HasSubstr(words));
    auto born = press(priya, change_of("born"), told(since({}, "10", "12", "2026", "value")));
    EXPECT_THAT(born.body, HasSubstr("Tilly&#39;s date of birth cannot be after"));
    EXPECT_EQ(tilly_now().facts.at("school").said.size(), 1u);
}

TEST_F(FactsOnPages, ANewNameInUseStandsOnTheRecordAndInTheFamily) {
    EXPECT_EQ(press(priya, change_of("known-as"), told(since({{"value", "Mattie"}, {"how", "changed"}}, "1", "12", "2026"))).status, 303);
    EXPECT_THAT(read(priya, "/children/" + tilly.hex()).body, HasSubstr("Mattie Barrow"));
    EXPECT_THAT(read(priya, "/children/" + tilly.hex() + "/genogram").body, HasSubstr("Mattie"));
    EXPECT_THAT(read(priya, facts()).body, HasSubstr("Before (1)"));
}

TEST_F(FactsOnPages, OnlyWhomThePolicyNamesChangesTheReasonForOurWork) {
    auto code = told(since({{"value", "Family in acute stress"}}, "1", "12", "2026"));
    auto nothing = read(priya, "/nothing-of-this-name");
    EXPECT_EQ(read(priya, change_of("need-code")), nothing) << "CAM-192: a social worker asks";
    EXPECT_EQ(press(priya, change_of("need-code"), code), nothing);
    EXPECT_THAT(read(priya, facts()).body, Not(HasSubstr(change_of("need-code"))));
    EXPECT_EQ(press(gareth, change_of("need-code"), code).status, 303);
    EXPECT_EQ(press(gareth, change_of("need-code"), told(since({{"value", "Low income"}}, "2", "12", "2026"))).status, 303);
    auto both = read(gareth, facts()).body;
    EXPECT_THAT(both, AllOf(HasSubstr("Family in acute stress (N4)"), HasSubstr("Low income (N7)"))) << "CAM-189: more than one";
    auto of = tilly_now().facts.at("need-code").said.front().entry.hex();
    EXPECT_THAT(read(gareth, change_of("need-code") + "?of=" + of).body, HasSubstr("Family in acute stress (N4)"));
    auto ending = told(since({{"of", of}, {"how", "ended"}}, "1", "11", "2026", "until"));
    EXPECT_THAT(press(gareth, change_of("need-code"), ending).body, HasSubstr("It cannot end before it began, on 1 December 2026"));
    ending = told(since({{"of", of}, {"how", "ended"}}, "20", "12", "2026", "until"));
    EXPECT_EQ(press(gareth, change_of("need-code"), ending).status, 303);
    EXPECT_EQ(press(gareth, change_of("need-code"), ending).status, 303) << "pressed twice";
    EXPECT_THAT(read(gareth, facts()).body, HasSubstr("From 1 December 2026 until 20 December 2026")) << "CAM-190: an end, and it stays in the history";
}

TEST_F(FactsOnPages, BusinessSupportPutsInTheReasonForOurWorkAndReadsNoOtherFact) {
    auto hugh = person("Hugh Penrose");
    auto page = read(hugh, facts());
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, AllOf(HasSubstr(change_of("need-code")), Not(HasSubstr("White British")), Not(HasSubstr(change_of("school"))), Not(HasSubstr("12 Weir Lane"))));
    EXPECT_EQ(press(hugh, change_of("need-code"), told(since({{"value", "Low income"}}, "1", "12", "2026"))).status, 303) << "CAM-192";
    EXPECT_EQ(press(hugh, change_of("school"), told(since({{"value", "x"}}, "1", "12", "2026"))), read(hugh, "/nothing-of-this-name"));
}

TEST_F(FactsOnPages, TheUnbornChildIsBornWithoutLosingALine) {
    auto beth = person("Beth Rowntree");
    auto baby = child_of(beth, "Baby");
    auto of_baby = "/children/" + baby.hex() + "/facts";
    auto before = door->open(*door->visitor(beth.worker, "a session"), baby, std::nullopt, house->now())->child->story.size();
    EXPECT_EQ(press(beth, of_baby + "/born/change", told(since({}, "21", "12", "2026", "value"))).status, 303);
    EXPECT_EQ(press(beth, of_baby + "/known-as/change", told(since({{"value", "Rosa"}}, "21", "12", "2026"))).status, 303);
    EXPECT_THAT(read(beth, "/children/" + baby.hex()).body, AllOf(HasSubstr("Rosa"), HasSubstr("born 21 December 2026")));
    auto open = *door->open(*door->visitor(beth.worker, "a session"), baby, std::nullopt, house->now());
    EXPECT_EQ(open.child->story.size(), before);
    EXPECT_EQ(open.family->person(*open.child->person)->born, calendar::parse_day("2026-12-21").value());
    EXPECT_TRUE(open.child->expected()) << "the expected day stays in the record";
}

TEST_F(FactsOnPages, AChangePutInLateSaysByHowMuch) {
    auto fields = since({{"value", "Weir Academy"}, {"how", "changed"}, {"form_number", FormNumber::random().hex()}, {"said-by", "seen"}}, "7", "12", "2026");
    add_day(fields, "known-on", "17", "12", "2026"); // Thursday: due on Friday 18 December (CAM-066)
    EXPECT_EQ(press(priya, change_of("school"), fields).status, 303);
    EXPECT_THAT(read(priya, facts()).body, HasSubstr("late by 3 working days"));
}

TEST_F(FactsOnPages, AnEnquiryIsBegunFromTheStoryAndGoesOnThere) {
    const auto story = "/children/" + tilly.hex();
    const auto begins = story + "/spells/new?type=section-47";
    EXPECT_THAT(read(priya, story).body, HasSubstr("spells/new?type=section-47"));
    EXPECT_EQ(press(priya, begins, since({}, "21", "12", "2026", "started")).status, 422) << "nobody said who said so";
    EXPECT_EQ(press(priya, begins, told(since({}, "21", "12", "2026", "started"))).headers.get("Location"), story + "?done=work-begun");
    EXPECT_THAT(read(priya, story).body, AllOf(HasSubstr("Child protection enquiry, since 21 December 2026"), Not(HasSubstr("spells/new?type=section-47"))));
}

TEST_F(FactsOnPages, AnOrderBeginsAfterTheBirthAndNotTwiceAtOnce) {
    const auto order = "/children/" + tilly.hex() + "/spells/new?type=order";
    const auto asked = [&](const std::string& year) { return told(since({{"item.order", "Interim care order"}}, "1", "12", year, "started")); };
    EXPECT_THAT(press(priya, order, asked("2014")).body, HasSubstr("was born on 14 March 2015: give that day or a later one"));
    const auto first = press(priya, order, asked("2025"));
    EXPECT_EQ(first.status, 303) << first.body;
    EXPECT_THAT(press(priya, order, asked("2026")).body, HasSubstr("Order stands since 1 December 2025 and has not ended: end it first"));
}

TEST_F(FactsOnPages, WhereSheLivesStandsOnEveryPageFromItsFirstDayAndNotAfterItsLast) {
    const auto record = "/children/" + tilly.hex();
    auto person_number = [&](std::string_view name) {
        const auto open = *door->open(*door->visitor(priya.worker, "a session"), tilly, std::nullopt, house->now());
        for (const auto& one : open.family->people)
            if (one.now().full_name == name)
                return one.now().person.hex();
        return std::string();
    };
    auto home = told(since({{"item.placement-kind", "foster home"}, {"item.lives-with", "Jo Hill, foster carer"}, {"item.address", "3 Acre Lane, Northmere NM4 2AA"},
                            {"not-for", person_number("Darren Cole")}}, "10", "12", "2026", "started"));
    EXPECT_EQ(press(priya, record + "/spells/new?type=placement", home).status, 303);
    EXPECT_EQ(press(priya, record + "/spells/new?type=placement", home).status, 303) << "pressed twice";
    EXPECT_EQ(tilly_now().episodes.back().history.said.size(), 1u);
    EXPECT_THAT(read(priya, record).body, AllOf(HasSubstr("Lives with Jo Hill, foster carer"), HasSubstr("Foster home, with Jo Hill"), Not(HasSubstr("Lives with her nan"))));
    const auto page = read(priya, facts()).body;
    EXPECT_THAT(page, AllOf(HasSubstr("Jo Hill, foster carer, 3 Acre Lane"), HasSubstr("Darren Cole may not know it."), HasSubstr("Since 10 December 2026. Said by: Helen Frost, school nurse."),
                            HasSubstr("Nan&#39;s, 12 Weir Lane"), HasSubstr("From 2 November 2026 until 9 December 2026"), HasSubstr("Darren Cole may not know this address.")));
    EXPECT_THAT(read(priya, record + "/people").body, AllOf(HasSubstr("3 Acre Lane"), HasSubstr("Lived there, and lives elsewhere now: Matilda Barrow"), Not(HasSubstr("<h2 class=\"govuk-heading-m\">Lives with Tilly</h2>"))));
    EXPECT_THAT(read(priya, record + "/chronology").body, AllOf(HasSubstr("Where you live: foster home"), Not(HasSubstr("Moved to live at Jo Hill"))));
    const auto number = tilly_now().episodes.back().episode;
    EXPECT_THAT(read(priya, record + "/spells/" + number + "/putting-right").body, HasSubstr("3 Acre Lane, Northmere NM4 2AA"));
    EXPECT_THAT(read(priya, record + "/spells/" + number + "/ending").body, HasSubstr("After that day Tilly is said to live at Nan&#39;s again"));
    EXPECT_EQ(press(priya, record + "/spells/" + number + "/ending", told(since({}, "22", "12", "2026", "ended"))).status, 303);
    EXPECT_THAT(read(priya, record).body, AllOf(HasSubstr("Lives with her nan, Maureen Barrow"), Not(HasSubstr("Lives with Jo Hill"))));
    EXPECT_THAT(read(priya, facts()).body, HasSubstr("From 10 December 2026 until 22 December 2026")) << "kept in the history";
}

TEST_F(FactsOnPages, AnOrderSaysWhoSaidSoAndHowLateItWasPutIn) {
    auto order = since(since({{"item.order", "Interim care order"}, {"form_number", FormNumber::random().hex()}, {"said-by", "somebody"}, {"said-by.words", "Helen Frost, school nurse"}}, "1", "12",
                             "2026", "started"), "1", "12", "2026", "known-on");
    EXPECT_EQ(press(priya, "/children/" + tilly.hex() + "/spells/new?type=order", order).status, 303);
    EXPECT_THAT(read(priya, facts()).body, HasSubstr("Since 1 December 2026. Said by: Helen Frost, school nurse. Put in by Priya Anand on 23 December 2026"));
}

TEST_F(FactsOnPages, ANumberThatAnotherChildHasIsRefusedWithTheirName) {
    const auto reece = child_of(priya, "Reece");
    EXPECT_EQ(press(priya, "/children/" + reece.hex() + "/facts/nhs-number/change", told({{"value", "9434765870"}})).status, 303);
    auto page = press(priya, change_of("nhs-number"), told({{"value", "943 476 5870"}}));
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.body, AllOf(HasSubstr("This number stands in the record of Reece Barrow"), HasSubstr("value=\"943 476 5870\"")));
    EXPECT_FALSE(tilly_now().facts.contains("nhs-number"));
    EXPECT_EQ(press(priya, "/children/" + reece.hex() + "/facts/nhs-number/change", told({{"value", "943 476 5919"}})).status, 303) << "put right there";
    EXPECT_EQ(press(priya, change_of("nhs-number"), told({{"value", "943 476 5870"}})).status, 303);
    EXPECT_THAT(read(priya, facts()).body, AllOf(HasSubstr("Said on 22 December 2026."), Not(HasSubstr("Since 22 December 2026")))) << "a number has no first day";
}

TEST_F(FactsOnPages, AllergiesMedicineAndWhatHelpsStandAtTheHeadOfTheRecord) {
    EXPECT_EQ(press(priya, change_of("allergy"), told(since({{"value", "Peanuts: her pen is in her bag"}}, "1", "12", "2026"))).status, 303);
    EXPECT_EQ(press(priya, change_of("medicine"), told(since({{"value", "An inhaler, twice a day"}}, "1", "12", "2026"))).status, 303);
    EXPECT_THAT(read(priya, "/children/" + tilly.hex()).body, AllOf(HasSubstr("allergy: Peanuts: her pen is in her bag"), HasSubstr("medicine: An inhaler, twice a day")));
}

TEST_F(FactsOnPages, AHomeThatOverlapsAnotherAndAnEndBeforeTheBeginningAreRefused) {
    auto spells = "/children/" + tilly.hex() + "/spells/new?type=placement";
    auto home = [&](const std::string& day, const std::string& month) {
        return told(since({{"item.placement-kind", "family or friends"}, {"item.lives-with", "Maureen Barrow"}}, day, month, "2026", "started"));
    };
    EXPECT_EQ(press(priya, spells, home("2", "11")).status, 303);
    auto page = press(priya, spells, home("1", "12"));
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.body,
                AllOf(HasSubstr("Where you live stands since 2 November 2026 and has not ended: end it first"), HasSubstr("value=\"Maureen Barrow\"")));
    auto backwards = home("1", "12");
    add_day(backwards, "ended", "1", "11", "2026");
    EXPECT_THAT(press(priya, "/children/" + tilly.hex() + "/spells/new?type=order", backwards).body, HasSubstr("The last day cannot be before the first"));
    auto number = tilly_now().episodes.back().episode;
    auto ending = told(since({}, "30", "11", "2026", "ended"));
    EXPECT_EQ(press(priya, "/children/" + tilly.hex() + "/spells/" + number + "/ending", ending).status, 303);
    EXPECT_EQ(press(priya, spells, home("30", "11")).status, 303) << "one may begin on the day on which another ends";
    EXPECT_THAT(read(priya, facts()).body, AllOf(HasSubstr("From 2 November 2026 until 30 November 2026"), HasSubstr("Since 30 November 2026"),
                                                 HasSubstr("Who cares for you there: Maureen Barrow")));
    auto right = home("1", "11");
    add_day(right, "ended", "30", "11", "2026");
    EXPECT_EQ(press(priya, "/children/" + tilly.hex() + "/spells/" + number + "/putting-right", right).status, 303);
    EXPECT_THAT(read(priya, facts()).body, HasSubstr("What was said before (2)"));
}

TEST_F(FactsOnPages, WhoMayNotSeeTheChildGetsTheSameBytesAsForNothing) {
    auto other = person("Ivan Petrov");
    auto nothing = read(other, "/nothing-of-this-name");
    for (const auto& path : {facts(), change_of("school"), "/children/" + tilly.hex() + "/people", "/children/" + tilly.hex() + "/people/new",
                             "/children/" + tilly.hex() + "/spells/new?type=placement"})
        EXPECT_EQ(read(other, path), nothing) << path;
    EXPECT_EQ(press(other, change_of("school"), told({{"value", "x"}})), nothing);
    EXPECT_EQ(read(priya, change_of("shoe-size")), read(priya, "/nothing-of-this-name"));
    EXPECT_EQ(read(priya, change_of("need-code") + "?of=x"), read(priya, "/nothing-of-this-name"));
}

} // namespace

} // namespace lifestory::acceptance
