#include <gtest/gtest.h>

#include "record/family.h"
#include "unit/record/samples.h"

using namespace lifestory;
using namespace lifestory::record;
using namespace lifestory::record::samples;

namespace {

Person person(PersonNumber number_of, std::string name, std::string pronouns,
              std::optional<RecordNumber> record = {}) {
    Person one{number_of, std::move(name)};
    one.pronouns = std::move(pronouns);
    one.child = record;
    return one;
}

Family the_barrows(std::vector<Content> more = {}) {
    std::vector<Content> contents{
        FamilyOpened{"Barrow"},
        person(tilly_herself, "Matilda Barrow", "she", tilly),
        person(maureen, "Maureen Barrow", "she"),
        person(kerry, "Kerry Barrow", "she"),
        person(reece, "Reece Barrow", "he"),
        Relationship{maureen, tilly_herself, "nan", {}, {}, false, ""},
        Relationship{kerry, tilly_herself, "mum", {}, {}, true, ""},
        Relationship{reece, tilly_herself, "brother", {}, {}, false, ""},
        Household{"mums", "Mum's", "4 Mill Row", {kerry, tilly_herself}, day(2015, 3, 14), day(2026, 11, 1)},
        Household{"nans", "Nan's", "12 Weir Lane", {maureen, tilly_herself}, day(2026, 11, 2), std::nullopt},
    };
    contents.insert(contents.end(), more.begin(), more.end());
    std::vector<Entry> entries;
    for (const auto& content : contents)
        entries.push_back(entry(barrows, entries.size(), content));
    return fold_family(entries);
}

const auto today = day(2026, 12, 23);

} // namespace

TEST(Family, says_what_one_person_is_to_another) {
    const auto family = the_barrows();
    EXPECT_EQ(family.name, "Barrow");
    EXPECT_EQ(family.who_to(maureen, tilly_herself, today), "nan");
    EXPECT_EQ(family.who_to(tilly_herself, maureen, today), "granddaughter");
    EXPECT_EQ(family.who_to(tilly_herself, reece, today), "sister");
    EXPECT_EQ(family.who_to(kerry, maureen, today), "");
}

TEST(Family, holds_a_person_once_and_all_that_was_said_of_them) {
    auto moved = person(maureen, "Maureen Barrow", "she");
    moved.telephone = "01632 960 141";
    const auto family = the_barrows({moved});
    EXPECT_EQ(family.people.size(), 4u);
    EXPECT_EQ(family.person(maureen)->telephone, "01632 960 141");
    EXPECT_EQ(family.people[1].said.size(), 2u);
    EXPECT_EQ(family.person_of(tilly)->full_name, "Matilda Barrow");
    EXPECT_EQ(family.children().size(), 1u);
}

TEST(Family, knows_where_somebody_lives_and_lived) {
    const auto family = the_barrows();
    EXPECT_EQ(family.household_of(tilly_herself, today)->name, "Nan's");
    EXPECT_EQ(family.household_of(tilly_herself, day(2026, 10, 1))->name, "Mum's");
    EXPECT_EQ(family.household_of(reece, today), nullptr);
}

TEST(Family, a_tie_that_ended_is_still_known) {
    const auto family =
        the_barrows({Relationship{kerry, reece, "partner", day(2020, 1, 1), day(2021, 1, 1), false, ""}});
    EXPECT_EQ(family.who_to(kerry, reece, today), "partner");
    EXPECT_EQ(family.parental_responsibility_for(tilly_herself, today).size(), 1u);
    EXPECT_EQ(family.related_to(tilly_herself).size(), 3u);
}

TEST(Family, turns_a_word_round_by_the_others_pronouns) {
    EXPECT_EQ(turned_round("mum", "she"), "daughter");
    EXPECT_EQ(turned_round("Mum", "He"), "son");
    EXPECT_EQ(turned_round("dad", ""), "child");
    EXPECT_EQ(turned_round("twin", "they"), "twin");
    EXPECT_EQ(turned_round("lodger", "she"), "");
}

TEST(Family, reads_no_more_what_was_said_in_error_and_what_was_said_before_stands_again) {
    auto moved = person(maureen, "Maureen Barrow", "she");
    moved.telephone = "01632 960 141";
    const auto plain = the_barrows({moved});
    const auto correction_of = [](const EntryId& entry) {
        Correction correction;
        correction.sentence.entry = correction.withdraws = entry;
        correction.why = "She meant the other nan";
        return correction;
    };
    auto family = the_barrows({moved, correction_of(plain.people[1].said[1].entry)});
    EXPECT_EQ(family.person(maureen)->telephone, "") << "what was said before";
    EXPECT_TRUE(family.apart.empty());
    family = the_barrows({correction_of(plain.people[1].said[0].entry), correction_of(plain.relationships[0].said[0].entry), correction_of(plain.households[1].said[0].entry)});
    EXPECT_EQ(family.person(maureen), nullptr);
    EXPECT_EQ(family.who_to(maureen, tilly_herself, today), "");
    EXPECT_EQ(family.household_of(tilly_herself, today), nullptr) << "the home at Mum's ended; Nan's was never said";
    ASSERT_EQ(family.in_error.size(), 3u);
    EXPECT_EQ(std::get<Person>(family.in_error[0].what).full_name, "Maureen Barrow");
    EXPECT_EQ(family.in_error[0].said.what.why, "She meant the other nan");
    family = the_barrows({correction_of(id_at(99))});
    EXPECT_EQ(family.apart.size(), 1u) << "it takes back nothing that is here";
    EXPECT_EQ(family.people.size(), 4u);
}
