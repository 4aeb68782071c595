#include "access/names.h"

#include <gtest/gtest.h>

#include "access/spelling.h"

namespace lifestory::access {
namespace {

calendar::Day day(int year, unsigned month, unsigned number) {
    return *calendar::day_of(year, month, number);
}

class Family : public testing::Test {
protected:
    Names names;
    RecordNumber family = RecordNumber::random();

    record::Person add(const std::string& full_name, const std::string& known_as = "", std::optional<calendar::Day> born = {},
                       std::optional<RecordNumber> child = RecordNumber::random()) {
        record::Person person;
        person.person = PersonNumber::random();
        person.full_name = full_name;
        person.known_as = known_as;
        person.born = born;
        person.child = child;
        say(person);
        return person;
    }
    EntryId say(const record::Content& content, std::optional<RecordNumber> record = {}) {
        record::Entry entry;
        entry.id = EntryId::random();
        entry.record = record.value_or(family);
        entry.content = content;
        names.learn(entry);
        return entry.id;
    }
    void take_back(const EntryId& entry, std::optional<RecordNumber> record = {}) {
        record::Correction correction;
        correction.sentence.entry = correction.withdraws = entry;
        correction.why = "Drawn in error";
        say(correction, record);
    }
    std::vector<std::string> found(const std::string& typed) {
        std::vector<std::string> all;
        for (const auto& match : names.search(wanted(typed)))
            all.push_back(match.who.full_name);
        return all;
    }
    using Found = std::vector<std::string>;
};

TEST_F(Family, IsFoundByHowANameSoundsOrIsMistyped) {
    add("Matilda Barrow", "Tilly");
    add("Siobhan Keogh");
    add("Stephen Phillips");
    for (const auto& typed : {"tilley barow", "Tilly", "matilda", "BARROW, Tilly", "Mathilda Barrow", "tily", "matlida"})
        EXPECT_EQ(found(typed), Found{"Matilda Barrow"}) << typed;
    EXPECT_EQ(found("steven philips"), Found{"Stephen Phillips"});
    EXPECT_EQ(found("Siobhan Keoh"), Found{"Siobhan Keogh"});
    EXPECT_EQ(found("Tilly Keogh"), Found{});
    EXPECT_EQ(found("zebedee"), Found{});
    EXPECT_EQ(found(""), Found{});
}

TEST_F(Family, IsFoundInAnyScriptAndWithMarksLeftOut) {
    add("Łukasz Wójcik");
    add("Niamh O'Dowd");
    add("محمد علي");
    add("Zoë Anne-Marie Brontë");
    EXPECT_EQ(found("lukasz wojcik"), Found{"Łukasz Wójcik"});
    EXPECT_EQ(found("ODowd"), Found{"Niamh O'Dowd"});
    EXPECT_EQ(found("o’dowd"), Found{"Niamh O'Dowd"});
    EXPECT_EQ(found("محمد"), Found{"محمد علي"});
    EXPECT_EQ(found("Mohammed"), Found{"محمد علي"});
    EXPECT_EQ(found("zoe bronte"), Found{"Zoë Anne-Marie Brontë"});
}

TEST_F(Family, ExactNamesStandFirstAndSayWhy) {
    add("Jon Smith");
    add("John Smith");
    auto matches = names.search(wanted("john smith"));
    ASSERT_EQ(matches.size(), 2u);
    EXPECT_EQ(matches[0].who.full_name, "John Smith");
    EXPECT_EQ(matches[0].why, "this name");
    EXPECT_EQ(matches[1].why, "sounds like \"john smith\"");
}

TEST_F(Family, IsFoundByDateOfBirthAloneOrWithAName) {
    add("Matilda Barrow", "Tilly", day(2015, 3, 14));
    add("Ava Lind", "", day(2015, 3, 14));
    EXPECT_EQ(found("14 March 2015").size(), 2u);
    for (const auto& typed : {"tilly 14/3/2015", "14.03.2015 barrow", "Tilly Barrow 2015-03-14", "14 mar 2015 matilda"})
        EXPECT_EQ(found(typed), Found{"Matilda Barrow"}) << typed;
    EXPECT_EQ(found("tilly 15/3/2015"), Found{});
    EXPECT_EQ(names.search(wanted("tilly 14/3/2015"))[0].why, "this name, born on this day");
}

TEST_F(Family, ALaterNameStandsAndTheOldOneStillFinds) {
    auto tilly = add("Matilda Barrow", "Tilly");
    say(record::BasicDetail{"known-as", "Mattie", "", "Tilly", {}, {}}, tilly.child);
    EXPECT_EQ(found("mattie"), Found{"Matilda Barrow"});
    EXPECT_EQ(names.search(wanted("mattie"))[0].who.name(), "Mattie Barrow");
    EXPECT_EQ(found("tilly"), Found{"Matilda Barrow"}) << "who is asked about by a name of before has a record";
    say(record::BasicDetail{"earlier-name", "Poppy Cole", "", "", {}, {}}, tilly.child);
    EXPECT_EQ(found("poppy cole"), Found{"Matilda Barrow"});
    say(record::BasicDetail{"born", "2015-03-14", "", "", {}, {}}, tilly.child);
    EXPECT_EQ(found("mattie 14/3/2015"), Found{"Matilda Barrow"});
}

TEST_F(Family, ANumberFindsItsChildAndNoOther) {
    auto tilly = add("Matilda Barrow", "Tilly");
    add("Reece Barrow");
    say(record::BasicDetail{"nhs-number", "943 476 5919", "", "", {}, {}}, tilly.child);
    EXPECT_EQ(found("943 476 5919"), Found{"Matilda Barrow"});
    EXPECT_EQ(found("9434765919"), Found{"Matilda Barrow"});
    EXPECT_EQ(found("943 476 5910"), Found{}) << "a number like it is another";
}

TEST_F(Family, PeopleAreKnownByTheChildrenTheyBelongTo) {
    auto tilly = add("Matilda Barrow", "Tilly"), reece = add("Reece Barrow");
    auto nan = add("Maureen Barrow", "", {}, std::nullopt);
    say(record::Relationship{nan.person, tilly.person, "nan", {}, {}, false, ""});
    EXPECT_EQ(names.who_to(nan.person, tilly.person), "nan");
    EXPECT_EQ(names.who_to(nan.person, reece.person), "");
    EXPECT_EQ(names.children_of(family).size(), 2u);
    EXPECT_EQ(found("maureen"), Found{"Maureen Barrow"});
    EXPECT_EQ(names.people(), 3u);
}

TEST_F(Family, SomebodyWhoWasTakenBackIsNobodyToFind) {
    auto tilly = add("Matilda Barrow", "Tilly");
    record::Person jamie;
    jamie.person = PersonNumber::random();
    jamie.full_name = "Jamie Barrow";
    const auto drawn = say(jamie), tie = say(record::Relationship{jamie.person, tilly.person, "brother", {}, {}, false, ""});
    EXPECT_EQ(found("jamie"), Found{"Jamie Barrow"});
    take_back(drawn);
    take_back(tie);
    EXPECT_EQ(found("jamie"), Found{});
    EXPECT_EQ(found("barrow"), Found{"Matilda Barrow"});
    EXPECT_EQ(names.who_to(jamie.person, tilly.person), "");
    EXPECT_EQ(names.people(), 1u);
    say(jamie);
    EXPECT_EQ(found("jamie"), Found{"Jamie Barrow"}) << "drawn rightly this time";
}

TEST_F(Family, WhatWasSaidBeforeAChangeThatWasTakenBackStandsAgain) {
    auto tilly = add("Matilda Barrow", "Tilly");
    auto nan = add("Maureen Barrow", "", {}, std::nullopt);
    say(record::Relationship{nan.person, tilly.person, "nan", {}, {}, false, ""});
    const auto ended = say(record::Relationship{nan.person, tilly.person, "nan", {}, day(2026, 12, 1), false, ""});
    EXPECT_EQ(names.who_to(nan.person, tilly.person), "");
    nan.full_name = "Maureen Finch";
    const auto renamed = say(nan);
    EXPECT_EQ(found("finch"), Found{"Maureen Finch"});
    take_back(renamed, RecordNumber::random()); // of another record: nothing of hers
    EXPECT_EQ(found("finch"), Found{"Maureen Finch"});
    take_back(renamed);
    take_back(ended);
    EXPECT_EQ(found("finch"), Found{});
    EXPECT_EQ(found("maureen"), Found{"Maureen Barrow"});
    EXPECT_EQ(names.who_to(nan.person, tilly.person), "nan");
}

TEST_F(Family, ATakingBackLeavesAChildsOwnNameAlone) {
    auto tilly = add("Matilda Barrow", "Tilly");
    auto nan = add("Maureen Barrow", "", {}, std::nullopt);
    const auto tie = say(record::Relationship{nan.person, tilly.person, "nan", {}, {}, false, ""});
    say(record::BasicDetail{"known-as", "Mattie", "", "Tilly", {}, {}}, tilly.child);
    take_back(tie);
    EXPECT_EQ(found("mattie"), Found{"Matilda Barrow"});
    EXPECT_EQ(names.children_of(family).size(), 1u);
    EXPECT_EQ(names.who_to(nan.person, tilly.person), "");
}

TEST_F(Family, AnEmergencyNeedsTheNameAndTheDayExactly) {
    add("Matilda Barrow", "Tilly", day(2015, 3, 14));
    add("Maureen Barrow", "", day(2015, 3, 14), std::nullopt);
    EXPECT_EQ(names.exactly("tilly  BARROW", day(2015, 3, 14)).size(), 1u);
    EXPECT_EQ(names.exactly("Matilda Barrow", day(2015, 3, 14)).size(), 1u);
    EXPECT_TRUE(names.exactly("Tilly Barow", day(2015, 3, 14)).empty());
    EXPECT_TRUE(names.exactly("Tilly Barrow", day(2015, 3, 15)).empty());
    EXPECT_TRUE(names.exactly("Maureen Barrow", day(2015, 3, 14)).empty()); // she has no record
}

TEST(Spelling, SoundsAreRoughAndLettersAreCounted) {
    EXPECT_EQ(sound_of("barrow"), sound_of("barow"));
    EXPECT_EQ(sound_of("philip"), sound_of("filip"));
    EXPECT_EQ(sound_of("catherine"), sound_of("kathryn"));
    EXPECT_NE(sound_of("barrow"), sound_of("harrow"));
    EXPECT_EQ(letters_apart("tilly", "tilly"), 0);
    EXPECT_EQ(letters_apart("matilda", "matlida"), 1);
    EXPECT_EQ(letters_apart("", "abc"), 3);
    EXPECT_EQ(plain_words("Anne-Marie  O'Dowd"), (std::vector<std::string>{"anne", "marie", "odowd"}));
}

TEST(Wanted, ADayThatIsNoneStaysAWord) {
    EXPECT_FALSE(wanted("31/6/2015").born);
    EXPECT_FALSE(wanted("tilly 14 3").born);
    EXPECT_EQ(wanted("  tilley barow ").typed, "tilley barow");
}

} // namespace
} // namespace lifestory::access
