#include <gtest/gtest.h>

#include "web/pages/form_fields.h"

using namespace lifestory;
using namespace lifestory::web::pages;
using policy::ItemType;

namespace {

policy::Item item(std::string id, ItemType type, std::string whose = "") {
    policy::Item item;
    item.id = id;
    item.type = type;
    item.label = "Label of " + id;
    item.part = "about";
    item.whose = whose;
    return item;
}

struct Page {
    std::vector<policy::Item> items;
    std::vector<Known> known;
    ReadForm read(const desk::Fields& fields) const {
        policy::RecordType type;
        type.id = "visit";
        type.name = "Visit";
        std::vector<const policy::Item*> asked;
        for (const auto& one : items)
            asked.push_back(&one);
        return read_form({type, asked, fields, known});
    }
};

const auto nan_number = PersonNumber::from_bytes("0123456789abcdef");

Page visit_page() {
    return {{item("happened", ItemType::Prose), item("seen", ItemType::Seen), item("people", ItemType::People),
             item("child-views", ItemType::Views, "child"), item("others-said", ItemType::Views, "others"),
             item("actions", ItemType::Actions), item("bedroom", ItemType::YesNo), item("on", ItemType::Day)},
            {{"person:" + nan_number.hex(), {"Maureen Barrow", "nan", nan_number, std::nullopt}}}};
}

const desk::Fields whole_visit{{"item.happened", "Today I came to see you."},
                               {"item.seen", "seen alone"},
                               {"item.people", "person:" + nan_number.hex()},
                               {"item.people.1.name", "Helen Frost"},
                               {"item.people.1.who", "school nurse"},
                               {"item.child-views.words", "Nan's is quiet."},
                               {"item.child-views.how", "talking alone\ndrawing"},
                               {"item.others-said.1.person", "person:" + nan_number.hex()},
                               {"item.others-said.1.words", "She sleeps."},
                               {"item.actions.1.what", "Ask about art club"},
                               {"item.actions.1.who", "Priya Anand"},
                               {"item.actions.1.by.day", "5"},
                               {"item.actions.1.by.month", "1"},
                               {"item.actions.1.by.year", "2027"},
                               {"item.bedroom", "yes"}};

} // namespace

TEST(FormFields, become_answers_with_the_labels_as_they_were_asked) {
    auto read = visit_page().read(whole_visit);
    EXPECT_TRUE(read.refusals.empty());
    ASSERT_EQ(read.form.answers.size(), 7u);
    EXPECT_EQ(read.form.text("happened"), "Today I came to see you.");
    EXPECT_EQ(read.form.find("happened")->label, "Label of happened");
    EXPECT_EQ(read.form.seen(), record::Seen::Alone);
    const auto& people = std::get<record::People>(read.form.find("people")->value);
    ASSERT_EQ(people.there.size(), 2u);
    EXPECT_EQ(people.there[0].who_they_are, "nan");
    EXPECT_EQ(people.there[1].full_name, "Helen Frost");
    EXPECT_EQ(std::get<record::Views>(read.form.find("others-said")->value).views[0].whose, "Maureen Barrow");
}

TEST(FormFields, go_there_and_back_without_loss) {
    auto page = visit_page();
    auto once = page.read(whole_visit).form;
    EXPECT_EQ(page.read(fields_of(once)).form, once);
}

TEST(FormFields, of_a_half_filled_draft_give_what_there_is_and_every_refusal_at_once) {
    auto read = visit_page().read({{"item.seen", "nonsense"},
                                   {"item.actions.1.what", "Ring school"},
                                   {"item.actions.1.by.day", "31"},
                                   {"item.actions.1.by.month", "6"},
                                   {"item.actions.1.by.year", "2027"},
                                   {"item.on.day", "x"},
                                   {"item.people.1.who", "a neighbour"}});
    std::vector<std::string> fields;
    for (const auto& refusal : read.refusals)
        fields.push_back(refusal.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"item.people.1.name", "item.actions.1.by.day", "item.on.day"}));
    EXPECT_FALSE(read.form.seen());
    EXPECT_EQ(read.refusals[1].message, "There is no 31 6 2027 in the calendar");
}

TEST(FormFields, an_action_that_says_nothing_is_no_action) {
    auto read = visit_page().read({{"item.actions.1.who", "Priya Anand"}, {"item.actions.1.by.day", "5"}});
    EXPECT_EQ(read.form.find("actions"), nullptr);
    EXPECT_TRUE(read.refusals.empty());
}

TEST(FormFields, nobody_else_is_an_answer_but_not_beside_somebody) {
    auto read = visit_page().read({{"item.people", "nobody"}});
    EXPECT_TRUE(std::get<record::People>(read.form.find("people")->value).nobody_else);
    read = visit_page().read({{"item.people", "nobody\nperson:" + nan_number.hex()}});
    EXPECT_FALSE(std::get<record::People>(read.form.find("people")->value).nobody_else);
}

TEST(FormFields, a_day_may_be_given_with_two_figures_for_its_year) {
    EXPECT_EQ(**read_day({{"w.day", "23"}, {"w.month", "12"}, {"w.year", "26"}}, "w"), *calendar::parse_day("2026-12-23"));
    EXPECT_FALSE(*read_day({}, "w"));
}

TEST(FormFields, a_year_is_two_figures_of_our_time_or_four) {
    auto read = [](const char* year) { return read_day({{"on.day", "3"}, {"on.month", "12"}, {"on.year", year}}, "on"); };
    EXPECT_EQ(**read("98"), *calendar::parse_day("1998-12-03"));
    EXPECT_EQ(**read("40"), *calendar::parse_day("2040-12-03"));
    ASSERT_FALSE(read("202").has_value());
    EXPECT_EQ(read("202").refusal().message, "Write the year in four figures, like 2026");
    EXPECT_EQ(read("202").refusal().field, "on.day");
}

TEST(FormFields, somebody_ticked_who_is_not_known_is_asked_for_again) {
    auto fields = whole_visit;
    fields["item.people"] += "\nperson:" + PersonNumber::from_bytes("fedcba9876543210").hex();
    auto read = visit_page().read(fields);
    ASSERT_EQ(read.refusals.size(), 1u);
    EXPECT_EQ(read.refusals.front().field, "item.people");
}

TEST(FormFields, ReadsEntriesOfThisRecordAndOfNoOther) {
    record::Child child;
    record::StoryEntry note;
    note.entry.id = EntryId::from_bytes("fedcba9876543210");
    note.entry.content = record::CaseNote{{"case-note", "Note", {}}, {}, {}, {}};
    note.entry.said.happened_on = *calendar::parse_day("2026-12-09");
    child.story.push_back(note);
    child.where[note.entry.id] = 0;
    policy::RecordType type;
    const auto relied_on = item("relied-on", ItemType::Entry);
    const std::vector<const policy::Item*> asked{&relied_on};
    const desk::Fields fields{{"item.relied-on", note.entry.id.hex()}};
    const auto read = read_form({type, asked, fields, {}, &child});
    ASSERT_TRUE(read.refusals.empty());
    const auto& named = std::get<record::Entries>(read.form.answers.front().value).entries.front();
    EXPECT_EQ(named.name, "Note");
    EXPECT_EQ(calendar::iso(named.day), "2026-12-09");
    EXPECT_EQ(fields_of(read.form), fields);
    const desk::Fields elsewhere{{"item.relied-on", EntryId::from_bytes("0123456789abcdef").hex()}};
    EXPECT_EQ(read_form({type, asked, elsewhere, {}, &child}).refusals.front().field, "item.relied-on");
    EXPECT_FALSE(read_form({type, asked, fields, {}, nullptr}).refusals.empty());
}
