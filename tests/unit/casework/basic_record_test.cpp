// The basic record: what an item may hold, and what is said when it may not.
#include <gmock/gmock.h>

#include "casework/basic_record.h"
#include "unit/casework/cast.h"

namespace lifestory::casework {

namespace {

using namespace cast;
using testing::ElementsAre;

const policy::Pack& pack() {
    static const auto loaded = *policy::load(std::string(SOURCE_FOLDER) + "/packs/model");
    return loaded;
}

Result<Writing> change(const record::Child& child, const record::BasicDetail& detail) { return change_item(priya(), pack(), child, detail, day(2026, 12, 22)); }

record::BasicDetail said(std::string fact, std::string value, std::optional<Day> since) {
    return {std::move(fact), std::move(value), "", "Kerry Barrow, Tilly's mum", since, {}, false, "told"};
}

void take(record::Child& child, const Result<Writing>& writing) {
    ASSERT_TRUE(writing.has_value());
    for (const auto& one : *writing) {
        record::Entry entry;
        entry.number = entry.place = child.length;
        entry.id = one.id;
        entry.record = tilly;
        entry.recorded_at = priya().now;
        entry.said = one.said;
        entry.content = one.content;
        record::apply(child, entry);
    }
}

} // namespace

TEST(ChangeItem, refuses_a_number_with_a_wrong_digit_and_keeps_a_right_one_in_one_spelling) {
    const auto child = the_record();
    EXPECT_THAT(messages(change(child, said("nhs-number", "943 476 5871", day(2026, 12, 1)))),
                ElementsAre("This NHS number has a digit wrong. Check it against the letter"));
    EXPECT_THAT(messages(change(child, said("nhs-number", "94347658", day(2026, 12, 1)))),
                ElementsAre("An NHS number has ten digits. Check it against the letter"));
    EXPECT_THAT(messages(change(child, said("unique-pupil-number", "A801200005001", day(2026, 12, 1)))),
                ElementsAre("This unique pupil number has a digit wrong. Check it against the letter"));
    EXPECT_EQ(std::get<record::BasicDetail>(change(child, said("nhs-number", "9434765870", day(2026, 12, 1)))->front().content).value, "943 476 5870");
    EXPECT_TRUE(change(child, said("nhs-number", "Not known. Asked on 9 December 2026.", day(2026, 12, 9))).has_value()) << "not known is a value";
}

TEST(ChangeItem, takes_the_words_of_this_years_list_and_no_others) {
    const auto child = the_record();
    EXPECT_TRUE(change(child, said("ethnicity", "White British", day(2026, 1, 1))).has_value());
    EXPECT_THAT(messages(change(child, said("ethnicity", "looks British", day(2026, 1, 1)))), ElementsAre("Choose one from the list"));
    EXPECT_TRUE(change(child, said("need-code", "Abuse, neglect and exploitation", day(2026, 1, 1))).has_value());
    EXPECT_THAT(messages(change(child, said("need-code", "Abuse or neglect", day(2026, 1, 1)))), ElementsAre("Choose one from the list")) << "words of 2024/25";
    EXPECT_EQ(code_of_value(pack(), "need-code", "Abuse or neglect"), "N1") << "what was chosen then is still read with its code";
    EXPECT_EQ(code_of_value(pack(), "need-code", "Abuse, neglect and exploitation"), "N1");
}

TEST(ChangeItem, refuses_days_that_cannot_be) {
    auto child = the_record();
    EXPECT_THAT(messages(change(child, said("school", "Weir Academy", day(2026, 12, 24)))),
                ElementsAre("The day cannot be after today, 23 December 2026. Write it down on that day"));
    EXPECT_THAT(messages(change(child, said("school", "Weir Academy", day(2014, 9, 1)))),
                ElementsAre("Tilly was born on 14 March 2015: give that day or a later one"));
    take(child, change(child, said("school", "Weir Academy", day(2026, 9, 7))));
    EXPECT_THAT(messages(change(child, said("school", "Weir Academy", day(2026, 10, 1)))), ElementsAre("It says this already"));
    EXPECT_THAT(messages(change(child, said("school", "Mill School", day(2026, 9, 1)))),
                ElementsAre("Give a day after 7 September 2026, from which it says “Weir Academy”; or say that this was always wrong"));
    auto wrong = said("school", "Mill School", {});
    wrong.was_wrong = true;
    EXPECT_TRUE(change(child, wrong).has_value());
}

TEST(ChangeItem, begins_each_of_several_once_and_ends_it_once) {
    auto child = the_record();
    take(child, change(child, said("need-code", "Low income", day(2026, 3, 2))));
    take(child, change(child, said("need-code", "Absent parenting", day(2026, 4, 1))));
    EXPECT_THAT(messages(change(child, said("need-code", "Low income", day(2026, 5, 1)))),
                ElementsAre("It stands there already; say that it ended, or choose another"));
    auto end = said("need-code", "Low income", {});
    end.until = day(2026, 2, 1);
    EXPECT_THAT(messages(change(child, end)), ElementsAre("It cannot end before it began, on 2 March 2026"));
    end.until = day(2026, 6, 30);
    take(child, change(child, end));
    EXPECT_THAT(messages(change(child, end)), ElementsAre("It does not stand there now: choose one that does"));
    EXPECT_EQ(child.facts.at("need-code").said.size(), 3u) << "nothing was overwritten";
}

TEST(ChangeItem, says_no_disability_alone) {
    auto child = the_record();
    take(child, change(child, said("disability", "Learning", day(2026, 3, 2))));
    const auto refused = "“Learning” stands there, and the two cannot both be true: say first that it has ended, or that it was never so";
    EXPECT_THAT(messages(change(child, said("disability", "No disability", day(2026, 4, 2)))), ElementsAre(refused));
    EXPECT_TRUE(change(child, said("disability", "Hearing", day(2026, 4, 2))).has_value()) << "two of them can be true";
    EXPECT_THAT(messages(change(child, said("disability", "Not known", day(2026, 4, 2)))), ElementsAre(refused)) << "nor is it not known";
    auto end = said("disability", "Learning", {});
    end.was_wrong = true;
    take(child, change(child, end));
    take(child, change(child, said("disability", "No disability", day(2026, 4, 2))));
    EXPECT_THAT(messages(change(child, said("disability", "Hearing", day(2026, 5, 2)))),
                ElementsAre("“No disability” stands there, and the two cannot both be true: say first that it has ended, or that it was never so"));
}

TEST(ChangeItem, knows_its_items_and_refuses_others) {
    const auto child = the_record();
    EXPECT_THAT(messages(change(child, said("shoe-size", "4", day(2026, 1, 1)))), ElementsAre("Choose what has changed"));
    EXPECT_THAT(messages(change(child, said("preferred-word", "Nan's", day(2026, 1, 1)))), ElementsAre("Choose what has changed"));
}

TEST(SayOfPerson, keeps_the_family_in_step_with_the_childs_own_name_and_birth) {
    auto child = the_record();
    record::Family family;
    family.record = barrows;
    record::Entry entry;
    entry.record = barrows;
    entry.content = record::Person{number<PersonNumber>(31), "Matilda Barrow", "Tilly"};
    record::apply(family, entry);
    auto writing = *change(child, said("known-as", "Til", day(2026, 12, 1)));
    say_of_person(priya(), family, child, writing);
    ASSERT_EQ(writing.size(), 2u);
    EXPECT_EQ(std::get<record::Person>(writing.back().content).known_as, "Til");
    EXPECT_EQ(writing.back().record, barrows);
    auto other = *change(child, said("religion", "Quaker", day(2026, 12, 1)));
    say_of_person(priya(), family, child, other);
    EXPECT_EQ(other.size(), 1u) << "what is no detail of the person writes nothing in the family";
}

} // namespace lifestory::casework
