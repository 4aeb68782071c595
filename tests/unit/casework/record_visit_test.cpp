#include <gmock/gmock.h>

#include "casework/record_form.h"
#include "casework/record_visit.h"
#include "unit/casework/cast.h"

using namespace lifestory;
using namespace lifestory::casework;
using namespace lifestory::casework::cast;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::UnorderedElementsAre;

namespace {

policy::Item item(std::string id, std::string part, policy::ItemType type, std::string label,
                  policy::Force force) {
    policy::Item one;
    one.id = std::move(id);
    one.part = std::move(part);
    one.type = type;
    one.label = std::move(label);
    one.force = force;
    return one;
}

// A visit's form as a pack gives it, with the items of the page that matter here.
struct VisitForm {
    VisitForm() {
        using enum policy::ItemType;
        using enum policy::Force;
        type.id = "visit";
        type.name = "Visit";
        type.built_in = "visit";
        type.items = {item("happened", "what-happened", Prose, "What happened", Should),
                      item("child-views", "what-you-told-me", Views, "What you told me", Must),
                      item("seen", "about", Seen, "Were you seen?", Should),
                      item("not-seen-why", "about", Choice, "Why not", Should),
                      item("people", "about", People, "Who else was there?", Must),
                      item("place", "about", Place, "Where", Must),
                      item("changes", "about", Prose, "Something changed at home", Advice)};
        for (const auto& one : type.items)
            items.push_back(&one);
    }
    Asked asked() const { return {type, items}; }
    policy::RecordType type;
    std::vector<const policy::Item*> items;
};

Filled a_good_visit() {
    Filled filled;
    filled.form = {
        "visit",
        "Visit",
        {
            {"happened", "What happened", "what-happened", "prose", Text{"Today I came to see you."}},
            {"child-views", "What you told me", "what-you-told-me", "views",
             Views{{{"child", "", {}, "Nan's is quiet.", {"talking alone"}, "", {}}}}},
            {"seen", "Were you seen?", "about", "seen", SeenHow{Seen::Alone}},
            {"people", "Who else was there?", "about", "people", People{{}, true}},
            {"place", "Where", "about", "place", Text{"Nan's"}},
        }};
    filled.happened_on = day(2026, 12, 22);
    return filled;
}

Filled without(Filled filled, std::string_view item_id) {
    std::erase_if(filled.form.answers, [&](const auto& answer) { return answer.item == item_id; });
    return filled;
}

std::vector<std::string> refused(const Filled& filled) {
    const VisitForm form;
    return messages(record_visit(priya(), the_record(), form.asked(), filled));
}

} // namespace

TEST(RecordVisit, becomes_one_entry_in_full_by_its_author) {
    const VisitForm form;
    const auto writing = record_visit(priya(), the_record(), form.asked(), a_good_visit());
    ASSERT_TRUE(writing.has_value()) << messages(writing).front();
    ASSERT_EQ(writing->size(), 1u);
    const auto& one = writing->front();
    EXPECT_EQ(one.record, tilly);
    EXPECT_EQ(one.id, number<EntryId>(200));
    EXPECT_EQ(one.said.recorded_by, priya().author);
    EXPECT_EQ(one.said.happened_on, day(2026, 12, 22));
    EXPECT_EQ(one.said.judged_by.pack, "model");
    EXPECT_EQ(std::get<Visit>(one.content).form, a_good_visit().form);
    EXPECT_FALSE(std::get<Visit>(one.content).late);
}

TEST(RecordVisit, says_everything_that_is_left_out_at_once) {
    Filled empty;
    empty.form = {"visit", "Visit", {}};
    EXPECT_THAT(refused(empty),
                UnorderedElementsAre("Write what happened", "Say whether Tilly was seen",
                                     "Say who else was there, or tick nobody else",
                                     "Say on which day it happened",
                                     "Answer “What you told me”, or say that it is not known and why",
                                     "Answer “Where”, or say that it is not known and why"));
}

TEST(RecordVisit, blank_words_are_no_answer_and_not_known_is_one_when_it_says_why) {
    auto filled = without(a_good_visit(), "happened");
    filled.form.answers.push_back({"happened", "", "", "prose", Text{" \n "}});
    EXPECT_THAT(refused(filled), ElementsAre("Write what happened"));
    filled = without(a_good_visit(), "place");
    filled.form.answers.push_back({"place", "", "", "place", NotKnown{"It was dark and we walked."}});
    EXPECT_TRUE(refused(filled).empty());
    filled.form.answers.back().value = NotKnown{""};
    EXPECT_EQ(refused(filled).size(), 1u);
}

TEST(RecordVisit, at_which_nobody_was_seen_asks_why_and_not_what_the_child_said) {
    auto filled = without(without(without(a_good_visit(), "child-views"), "seen"), "happened");
    filled.form.answers.push_back({"happened", "", "", "prose", Text{"Nobody came to the door."}});
    filled.form.answers.push_back({"seen", "", "", "seen", SeenHow{Seen::NotSeen}});
    EXPECT_THAT(refused(filled), ElementsAre("Say why Tilly was not seen"));
    filled.form.answers.push_back({"not-seen-why", "", "", "choice", Choices{{"nobody came to the door"}}});
    EXPECT_TRUE(refused(filled).empty());
}

TEST(RecordCaseNote, may_be_of_the_months_before_a_birth_and_not_of_the_years_before_it) {
    VisitForm form;
    form.type.id = form.type.built_in = "case-note";
    auto filled = a_good_visit();
    filled.happened_on = day(2014, 11, 3);
    EXPECT_TRUE(record_case_note(priya(), the_record(), form.asked(), filled).has_value());
    filled.happened_on = day(2012, 11, 3);
    EXPECT_THAT(messages(record_case_note(priya(), the_record(), form.asked(), filled)),
                ElementsAre("Tilly was born on 14 March 2015, long after this day. Put the day right, or the date of birth under Facts"));
}

TEST(RecordVisit, cannot_be_after_today_nor_before_birth) {
    auto filled = a_good_visit();
    filled.happened_on = day(2026, 12, 24);
    EXPECT_THAT(refused(filled), ElementsAre("The visit cannot be after today, 23 December 2026"));
    filled.happened_on = day(2015, 3, 13);
    EXPECT_THAT(refused(filled), ElementsAre("The visit cannot be before Tilly was born, 14 March 2015"));
    filled.happened_on = day(2015, 3, 14);
    EXPECT_TRUE(refused(filled).empty());
}

TEST(RecordVisit, asks_who_told_the_author_that_was_not_there) {
    auto filled = a_good_visit();
    filled.was_there = WasThere::No;
    EXPECT_THAT(refused(filled), ElementsAre("Say who told you"));
    filled.told_by = "Sam Okoro, Support Worker";
    const VisitForm form;
    EXPECT_EQ(record_visit(priya(), the_record(), form.asked(), filled)->front().said.told_by,
              "Sam Okoro, Support Worker");
}

TEST(RecordVisit, asks_the_interpreters_name) {
    auto filled = a_good_visit();
    filled.form.answers.push_back(
        {"interpreter", "", "about", "person", People{{{" ", "contracted service", {}, {}}}, false}});
    EXPECT_THAT(refused(filled), ElementsAre("Give the interpreter's name"));
}

TEST(RecordVisit, that_is_late_is_never_refused_once_it_says_why_and_who_kept_the_child_safe) {
    auto filled = a_good_visit();
    filled.late = Late::Yes;
    EXPECT_THAT(refused(filled), ElementsAre("Say why this is late", "Say what kept Tilly safe meanwhile"));
    filled.why_late = Lateness{"I was with another child", "Sam saw Tilly on 21 December."};
    const VisitForm form;
    const auto writing = record_visit(priya(), the_record(), form.asked(), filled);
    EXPECT_EQ(std::get<Visit>(writing->front().content).late, filled.why_late);
}

TEST(RecordVisit, keeps_hard_words_only_with_a_reason) {
    auto filled = a_good_visit();
    filled.hard = {{"stigma", "refused to engage"}};
    EXPECT_THAT(refused(filled), ElementsAre("Say why you keep “refused to engage”"));
    filled.hard.front().field = "keep-0a1b";
    const VisitForm form;
    EXPECT_EQ(record_visit(priya(), the_record(), form.asked(), filled).refusals().front().field, "keep-0a1b") << "where its reason is asked";
    filled.kept = {{"stigma", "refused to engage", "It is her own word"}};
    EXPECT_TRUE(refused(filled).empty());
}

TEST(RecordVisit, is_released_in_the_same_act) {
    auto filled = a_good_visit();
    filled.release = Releasing{"together", "", day(2027, 1, 5), std::nullopt, ""};
    const VisitForm form;
    const auto writing = record_visit(priya(), the_record(), form.asked(), filled);
    ASSERT_EQ(writing->size(), 2u);
    EXPECT_EQ(std::get<Release>((*writing)[1].content).entry, (*writing)[0].id);
    EXPECT_NE((*writing)[1].id, (*writing)[0].id);
    filled.release = Releasing{"not-yet", "because", std::nullopt, day(2026, 12, 23), ""};
    EXPECT_THAT(refused(filled),
                ElementsAre("Say why Tilly cannot read this yet", "Choose a day after today to look again"));
}

TEST(RecordVisit, finished_by_another_names_both) {
    auto filled = a_good_visit();
    filled.written_by = priya().author;
    const VisitForm form;
    const auto writing = record_visit(gareth(), the_record(), form.asked(), filled);
    EXPECT_EQ(writing->front().said.recorded_by, priya().author);
    EXPECT_EQ(writing->front().said.finished_by, gareth().author);
}

TEST(RecordForm, says_at_its_item_who_decides_a_decision_of_this_kind) {
    auto filled = a_good_visit();
    filled.only_decided_by = "a Team Manager";
    EXPECT_THAT(refused(filled), ElementsAre("This is decided by a Team Manager, who signs it. Ask for it to be signed"));
    VisitForm form;
    form.type.items.push_back(item("decided-by", "decision", policy::ItemType::Worker, "Who decided it", policy::Force::Advice));
    form.items.clear(); // they moved
    for (const auto& one : form.type.items)
        form.items.push_back(&one);
    const auto nobody_named = record_visit(priya(), the_record(), form.asked(), filled);
    ASSERT_FALSE(nobody_named.has_value());
    EXPECT_EQ(nobody_named.refusal().field, "item.decided-by");
    EXPECT_EQ(nobody_named.refusal().message, "Say who decided it. It is decided by a Team Manager");
    filled.form.answers.push_back({"decided-by", "Who decided it", "decision", "worker", record::People{{{"Sana Malik", "Senior Practitioner", {}, {}}}, false}});
    EXPECT_THAT(messages(record_visit(priya(), the_record(), form.asked(), filled)),
                ElementsAre("This is decided by a Team Manager. Choose who decided it: “Sana Malik, Senior Practitioner” is not one here"));
}

TEST(RecordForm, is_not_signed_with_a_day_alone) {
    Filled filled = a_good_visit();
    filled.form.answers.clear();
    policy::RecordType type;
    type.id = "note";
    type.built_in = "case-note";
    type.items = {item("happened", "what-happened", policy::ItemType::Prose, "What happened", policy::Force::Advice)};
    const policy::Item* asked = &type.items.front();
    EXPECT_THAT(messages(record_form(priya(), the_record(), {type, std::span(&asked, 1)}, filled)), ElementsAre("Nothing is written in it yet: answer what it asks, or write what happened"));
}

TEST(RecordForm, makes_the_kind_that_the_type_is_like) {
    VisitForm form;
    for (const auto& [built_in, kind] :
         std::vector<std::pair<std::string, std::string>>{{"visit", "visit"},
                                                          {"case-note", "case-note"},
                                                          {"meeting", "meeting"},
                                                          {"key-decision", "document"}}) {
        form.type.built_in = built_in;
        const auto writing = record_form(priya(), the_record(), form.asked(), a_good_visit());
        EXPECT_EQ(kind_of(writing->front().content), kind);
    }
}

TEST(RecordForm, refuses_an_answer_that_cannot_be_signed_in_the_packs_own_words) {
    VisitForm form;
    form.type.items[5].accepts = {"school"};
    form.type.items[5].said = "if it was not at school, record a visit";
    const auto refusals = messages(record_case_note(priya(), the_record(), form.asked(), a_good_visit()));
    EXPECT_THAT(refusals, ElementsAre("if it was not at school, record a visit"));
}

TEST(RecordVisit, OfAVisitToSeveralChildrenTheEntrySaysWhichVisitAndWhoElse) {
    auto filled = a_good_visit();
    const auto visit = FormNumber::random();
    const auto reece = RecordNumber::random();
    filled.one_visit = record::OneVisit{visit, {reece}};
    const VisitForm form;
    const auto writing = record_form(priya(), the_record(), form.asked(), filled);
    ASSERT_TRUE(writing);
    ASSERT_EQ(writing->size(), 1u) << "one child's entry, and no other child's";
    const auto& entry = std::get<record::Visit>(writing->front().content);
    EXPECT_EQ(entry.one_visit, (record::OneVisit{visit, {reece}}));
}
