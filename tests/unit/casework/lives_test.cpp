// Acts on facts: opening a record, allocating, the family, basic details, episodes, the authority's own.
#include <gmock/gmock.h>

#include "casework/allocate.h"
#include "casework/change_fact.h"
#include "casework/episode.h"
#include "casework/family.h"
#include "casework/open_child.h"
#include "casework/register.h"
#include "casework/say_why_late.h"
#include "unit/casework/cast.h"

using namespace lifestory;
using namespace lifestory::casework;
using namespace lifestory::casework::cast;
using testing::ElementsAre;

namespace {

template <class Record>
Record& take(Record& folded, const Writing& writing, RecordNumber only) {
    for (const auto& one : writing) {
        if (one.record != only)
            continue;
        Entry entry;
        entry.record = one.record;
        entry.id = one.id;
        entry.place = folded.length;
        entry.recorded_at = priya().now;
        entry.said = one.said;
        entry.content = one.content;
        apply(folded, entry);
    }
    return folded;
}

Opening an_opening() {
    Opening opening;
    opening.full_name = "Matilda Barrow";
    opening.known_as = "Tilly";
    opening.born = day(2015, 3, 14);
    opening.told_by = "Mr Idowu, head of year";
    opening.what_they_said = "She came without a coat.";
    opening.known_on = day(2026, 12, 22);
    opening.child = tilly;
    opening.new_family = barrows;
    opening.person = number<PersonNumber>(31);
    opening.family_name = "Barrow";
    opening.involvement = std::string(32, 'a');
    return opening;
}

record::Worker worker(unsigned digit, std::string name) {
    return {number<WorkerNumber>(digit),
            std::move(name),
            "Social Worker",
            "social-worker",
            "",
            number<TeamNumber>(21),
            true};
}

} // namespace

TEST(OpenChild, begins_the_childs_stream_and_the_familys) {
    const auto writing = open_child(priya(), an_opening());
    ASSERT_TRUE(writing.has_value()) << messages(writing).front();
    Child child;
    take(child, *writing, tilly);
    EXPECT_EQ(child.name(), "Tilly Barrow");
    EXPECT_EQ(child.born(), day(2015, 3, 14));
    EXPECT_EQ(child.family, barrows);
    EXPECT_EQ(child.story.size(), 2u); // the involvement and the first note
    Family family;
    take(family, *writing, barrows);
    EXPECT_EQ(family.person_of(tilly)->known_as, "Tilly");
    std::set<EntryId> ids;
    for (const auto& one : *writing)
        ids.insert(one.id);
    EXPECT_EQ(ids.size(), writing->size());
    EXPECT_EQ(writing->front().expected_place, 0u);
}

TEST(OpenChild, of_an_unborn_child_has_an_expected_date) {
    auto opening = an_opening();
    opening.full_name = "Baby Barrow";
    opening.born.reset();
    EXPECT_THAT(messages(open_child(priya(), opening)),
                ElementsAre("Give the date of birth, or the expected date"));
    opening.expected = day(2027, 4, 12);
    opening.family = barrows;
    EXPECT_TRUE(open_child(priya(), opening).has_value());
}

TEST(OpenChild, of_an_unborn_child_with_a_known_sister_has_a_tie_to_her) {
    auto opening = an_opening();
    opening.full_name = "Baby Barrow";
    opening.born.reset();
    opening.pronouns.clear();
    opening.expected = day(2027, 4, 12);
    opening.family = barrows;
    const auto reece = number<PersonNumber>(34);
    const auto ties = [&](std::string pronouns) {
        opening.sibling = KnownSibling{reece, std::move(pronouns)};
        std::vector<std::string> all;
        const auto writing = *open_child(priya(), opening);
        for (const auto& one : writing)
            if (const auto* tie = std::get_if<record::Relationship>(&one.content)) {
                EXPECT_EQ(one.record, barrows);
                EXPECT_EQ(tie->told_by, "Mr Idowu, head of year");
                all.push_back((tie->from == reece ? "theirs: " : "the baby's: ") + tie->kind);
            }
        return all;
    };
    EXPECT_THAT(ties("he"), ElementsAre("theirs: brother"));
    EXPECT_THAT(ties(""), ElementsAre("theirs: brother or sister")) << "nobody guesses";
    opening.pronouns = "she";
    EXPECT_THAT(ties("they"), ElementsAre("the baby's: sister"));
}

TEST(OpenChild, says_everything_that_is_missing_at_once) {
    EXPECT_EQ(messages(open_child(priya(), {})).size(), 5u);
}

TEST(Allocate, ends_the_allocated_worker_before_on_the_day_before) {
    auto child = the_record();
    take(child, *allocate(gareth(), child, worker(11, "Priya Anand"), "allocated-worker", day(2026, 11, 2)),
         tilly);
    take(child, *allocate(gareth(), child, worker(14, "Sam Okoro"), "allocated-worker", day(2026, 12, 1)),
         tilly);
    EXPECT_EQ(child.allocated_worker_on(day(2026, 11, 30))->full_name, "Priya Anand");
    EXPECT_EQ(child.allocated_worker_on(day(2026, 12, 1))->full_name, "Sam Okoro");
    EXPECT_EQ(child.allocated_on(day(2026, 12, 1)).size(), 1u);
    EXPECT_THAT(
        messages(allocate(gareth(), child, worker(14, "Sam Okoro"), "allocated-worker", day(2026, 12, 5))),
        ElementsAre("Sam Okoro works with Tilly already"));
    EXPECT_THAT(messages(allocate(gareth(), child, worker(15, "Beth Rowntree"), "allocated-worker", day(2026, 11, 20))),
                ElementsAre("Sam Okoro is the allocated worker from 1 December 2026: choose that day or a later one"));
    EXPECT_TRUE(
        end_allocation(gareth(), child, number<WorkerNumber>(14), "allocated-worker", day(2026, 12, 20))
            .has_value());
    EXPECT_FALSE(end_allocation(gareth(), child, number<WorkerNumber>(99), "co-worker", day(2026, 12, 20))
                     .has_value());
}

TEST(AddPerson, asks_about_a_second_one_of_the_same_name) {
    Family family;
    family.record = barrows;
    record::Person kerry{number<PersonNumber>(33), "Kerry Barrow"};
    kerry.born = day(1961, 5, 2);
    take(family, *add_person(priya(), family, kerry, SamePerson::NotAsked), barrows);
    const record::Person other{number<PersonNumber>(34), "kerry barrow"};
    EXPECT_THAT(messages(add_person(priya(), family, other, SamePerson::NotAsked)),
                ElementsAre("There is another Kerry Barrow, born 1961. Is it the same person?"));
    EXPECT_TRUE(add_person(priya(), family, other, SamePerson::NoAnother).has_value());
    EXPECT_TRUE(add_person(priya(), family, kerry, SamePerson::NotAsked).has_value());
    EXPECT_EQ(messages(add_relationship(priya(), family, {kerry.person, other.person, "", {}, {}, false, ""}))
                  .size(),
              2u);
}

TEST(AddPerson, says_which_children_of_the_family_have_not_been_told_and_of_no_other) {
    Family family;
    family.record = barrows;
    record::Person kerry{number<PersonNumber>(33), "Kerry Barrow"}, lee{number<PersonNumber>(35), "Lee Barrow"};
    lee.not_told = {kerry.person};
    EXPECT_THAT(messages(add_person(priya(), family, lee, SamePerson::NotAsked)), ElementsAre("Choose children of this family"));
    take(family, *add_person(priya(), family, kerry, SamePerson::NotAsked), barrows);
    take(family, *add_person(priya(), family, lee, SamePerson::NotAsked), barrows);
    EXPECT_EQ(family.person(lee.person)->not_told, lee.not_told);
    EXPECT_THAT(messages(add_relationship(priya(), family, {lee.person, kerry.person, "dad", {}, {}, false, "", {number<PersonNumber>(99)}})),
                ElementsAre("Choose children of this family"));
}

TEST(ChangeFact, keeps_who_said_so_and_when) {
    const auto child = the_record();
    EXPECT_EQ(messages(change_fact(priya(), child, {"school", "", "", ""}, std::nullopt)).size(), 4u);
    record::BasicDetail school{"school", " Weir Academy ", "", "Kerry Barrow", day(2026, 9, 1)};
    const auto writing = change_fact(priya(), child, school, day(2026, 12, 22));
    EXPECT_EQ(std::get<record::BasicDetail>(writing->front().content).value, "Weir Academy");
    EXPECT_EQ(writing->front().said.known_on, day(2026, 12, 22));
}

TEST(ChangeFact, a_birth_is_not_after_the_child_was_first_seen) {
    record::BasicDetail born{"born", "2026-12-10", "", "Kerry Barrow"};
    born.was_wrong = true;
    EXPECT_THAT(
        messages(change_fact(priya(), the_record(), born, day(2026, 12, 22))),
        ElementsAre("Tilly's date of birth cannot be after 9 December 2026, when Tilly was first seen here"));
    born.value = "14 March";
    EXPECT_THAT(messages(change_fact(priya(), the_record(), born, day(2026, 12, 22))),
                ElementsAre("Write the date as a day, a month and a year"));
}

TEST(SetWord, is_the_childs_own_and_can_be_taken_back) {
    auto child = the_record();
    take(child, *set_word(priya(), child, "placement", "Nan's"), tilly);
    EXPECT_EQ(child.words_to_use(day(2026, 12, 23)).front().value, "Nan's");
    take(child, *set_word(priya(), child, "placement", ""), tilly);
    EXPECT_TRUE(child.words_to_use(day(2026, 12, 23)).empty());
    EXPECT_FALSE(set_word(priya(), child, " ", "Nan's").has_value());
}

TEST(SetWord, asks_for_no_reason_and_refuses_what_says_nothing) {
    auto child = the_record();
    const auto writing = set_word(priya(), child, " Contact ", " seeing Mum ");
    ASSERT_EQ(writing->size(), 1u);
    const auto& said = std::get<record::BasicDetail>(writing->front().content);
    EXPECT_EQ(said.instead_of, "Contact");
    EXPECT_EQ(said.value, "seeing Mum");
    EXPECT_EQ(said.said_by, "Tilly");
    EXPECT_THAT(messages(set_word(priya(), child, "placement", "Placement ")), ElementsAre("Write another word than the one that is not to be said"));
    EXPECT_THAT(messages(set_word(priya(), child, "placement", std::string(201, 'a'))), ElementsAre("Write a word or a few, not more than 200 letters"));
    EXPECT_THAT(messages(set_word(priya(), child, "", "Nan's")), ElementsAre("Write the word that is not to be said"));
    take(child, *writing, tilly);
    take(child, *set_word(priya(), child, "contact", "family time"), tilly);
    EXPECT_EQ(child.preferred_words.size(), 1u) << "one word has one history, whatever its capitals";
}

TEST(Episodes, begin_once_and_end_once) {
    auto child = the_record();
    const record::Episode plan{std::string(32, 'b'),
                               {"child-protection-plan", "Child protection plan", {}},
                               day(2026, 11, 2),
                               std::nullopt};
    take(child, *begin_episode(priya(), child, plan), tilly);
    EXPECT_FALSE(begin_episode(priya(), child, plan).has_value());
    EXPECT_THAT(messages(end_episode(priya(), child, plan.episode, day(2026, 10, 1))),
                ElementsAre("The last day cannot be before the first, 2 November 2026"));
    take(child, *end_episode(priya(), child, plan.episode, day(2026, 12, 20)), tilly);
    EXPECT_FALSE(end_episode(priya(), child, plan.episode, day(2026, 12, 21)).has_value());
}

TEST(Episodes, nobody_is_looked_after_and_privately_fostered_on_one_day) {
    auto child = the_record();
    record::Form looked_after{"legal-status", "Legal status", {{"looked-after", "Looked after", "", "yes-no", record::YesNo{true}}}};
    const record::Episode status{std::string(32, 'd'), looked_after, day(2026, 11, 2), std::nullopt};
    record::Episode fostering{std::string(32, 'e'), {"private-fostering-arrangement", "Private fostering", {}}, day(2026, 12, 1), std::nullopt};
    take(child, *begin_episode(priya(), child, status), tilly);
    EXPECT_THAT(messages(begin_episode(priya(), child, fostering)),
                ElementsAre("Tilly is looked after since 2 November 2026, and a child who is looked after is not privately fostered: put one of the two right, or end it, first"));
    fostering.started = day(2026, 10, 1);
    fostering.ended = day(2026, 11, 2);
    take(child, *begin_episode(priya(), child, fostering), tilly);
    auto sooner = status;
    sooner.started = day(2026, 11, 1);
    const auto refused = put_episode_right(priya(), child, sooner);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.refusals().front().field, "looked-after");
    sooner.form.answers.front().value = record::YesNo{false};
    EXPECT_TRUE(put_episode_right(priya(), child, sooner).has_value());
}

TEST(SayWhyLate, is_asked_once) {
    auto child = the_record();
    EXPECT_THAT(messages(say_why_late(priya(), child, {"9", {}})),
                ElementsAre("Say why this is late", "Say what kept Tilly safe meanwhile"));
    take(child, *say_why_late(priya(), child, {"9", {"I was ill or on leave", "Sam saw Tilly."}}), tilly);
    EXPECT_FALSE(
        say_why_late(priya(), child, {"9", {"I was ill or on leave", "Sam saw Tilly."}}).has_value());
}

TEST(Register, no_line_of_management_runs_in_a_circle) {
    record::Authority authority;
    authority.record = number<RecordNumber>(3);
    const auto admin = gareth();
    for (unsigned each : {11u, 12u, 13u})
        take(authority, *register_worker(admin, authority.record, worker(each, "Worker")), authority.record);
    const auto line = [](unsigned from, unsigned to) {
        return record::LineOfManagement{number<WorkerNumber>(from), number<WorkerNumber>(to)};
    };
    take(authority, *set_line_of_management(admin, authority, line(11, 12)), authority.record);
    take(authority, *set_line_of_management(admin, authority, line(12, 13)), authority.record);
    EXPECT_FALSE(set_line_of_management(admin, authority, line(13, 11)).has_value());
    EXPECT_FALSE(set_line_of_management(admin, authority, line(13, 13)).has_value());
    EXPECT_FALSE(set_line_of_management(admin, authority, line(13, 99)).has_value());
    EXPECT_EQ(messages(register_worker(admin, authority.record, {})).size(), 3u);
}

class Changing : public testing::Test {
protected:
    Changing() {
        authority.record = number<RecordNumber>(3);
        for (unsigned each : {11u, 12u})
            take(authority, *register_worker(admin, authority.record, worker(each, "Worker")), authority.record);
    }
    record::Authority authority;
    Act admin = gareth(); // whose own number is 12
};

TEST_F(Changing, what_is_said_anew_holds_from_its_day_and_what_was_so_before_stays) {
    auto later = worker(11, "Priya Anand");
    later.designation = "Senior Social Worker";
    take(authority, *holding_from(admin, register_worker(admin, authority.record, worker(11, "Priya Anand")), day(2026, 9, 1)), authority.record);
    take(authority, *holding_from(admin, change_worker(admin, authority, later), day(2026, 12, 1)), authority.record);
    EXPECT_EQ(authority.worker_on(later.worker, day(2026, 8, 31)), nullptr);
    EXPECT_EQ(authority.worker_on(later.worker, day(2026, 9, 1))->designation, "Social Worker");
    EXPECT_EQ(authority.worker_on(later.worker, day(2026, 12, 1))->designation, "Senior Social Worker");
    EXPECT_EQ(authority.workers[authority.worker_at.at(later.worker)].said.size(), 3u);
}

TEST_F(Changing, nothing_holds_from_a_day_to_come_and_all_reasons_are_said_at_once) {
    auto refused = holding_from(admin, register_worker(admin, authority.record, {}), day(2026, 12, 24));
    EXPECT_THAT(messages(refused), ElementsAre("Write the worker's full name", "Write what their job is called", "Choose their role",
                                               "This day has not come yet. Write it down on the day, or give an earlier one"));
}

TEST_F(Changing, nobody_changes_their_own_role_or_says_that_they_have_left) {
    auto own = worker(12, "Gareth Holloway");
    EXPECT_TRUE(change_worker(admin, authority, own).has_value());
    own.role = "system-administrator";
    EXPECT_THAT(messages(change_worker(admin, authority, own)), ElementsAre("Ask another administrator to change your own role"));
    EXPECT_THAT(messages(leave(admin, authority, own.worker)), ElementsAre("Ask another administrator to say that you have left"));
    take(authority, *leave(admin, authority, number<WorkerNumber>(11)), authority.record);
    EXPECT_FALSE(authority.worker(number<WorkerNumber>(11))->working);
    EXPECT_EQ(leave(admin, authority, number<WorkerNumber>(11)).refusal().code, "not-found");
    EXPECT_EQ(change_worker(admin, authority, worker(99, "Nobody")).refusal().code, "not-found");
}

TEST_F(Changing, a_change_is_decided_on_what_stands_and_on_no_more) {
    EXPECT_EQ(change_worker(admin, authority, worker(11, "Priya Anand"))->front().expected_place, 2u);
    EXPECT_EQ(change_team(admin, authority, {number<TeamNumber>(21), "North", "", ""}).refusal().code, "not-found");
}

TEST_F(Changing, a_name_of_three_hundred_letters_is_refused_at_its_field) {
    auto refused = register_worker(admin, authority.record, worker(13, std::string(300, 'x')));
    EXPECT_EQ(refused.refusal().field, "full-name");
    EXPECT_EQ(register_team(admin, authority.record, {number<TeamNumber>(21), std::string(201, 'x'), "", ""}).refusal().field, "name");
}

TEST(Register, a_pack_changes_with_its_version) {
    record::Authority authority;
    const auto stream = number<RecordNumber>(3);
    take(authority, *accept_pack(gareth(), authority, stream, {"model", "2026.1", "aa", {}}), stream);
    EXPECT_EQ(accept_pack(gareth(), authority, stream, {"model", "2026.1", "bb", {}}).refusal().code,
              "pack-changed");
    EXPECT_TRUE(accept_pack(gareth(), authority, stream, {"model", "2026.2", "bb", {}}).has_value());
}
