#include <gtest/gtest.h>

#include "record/child.h"
#include "unit/record/samples.h"

using namespace lifestory;
using namespace lifestory::record;
using namespace lifestory::record::samples;

namespace {

// Tilly's record with these entries after it was opened at place 0.
Child tillys_record(const std::vector<Content>& contents, WorkerNumber by = priya) {
    std::vector<Entry> entries{entry(tilly, 0, ChildOpened{barrows, tilly_herself})};
    for (const auto& content : contents)
        entries.push_back(entry(tilly, entries.size(), content, by));
    return fold_child(entries);
}

BasicDetail detail(std::string fact, std::string value) {
    return {std::move(fact), std::move(value), "", "Kerry Barrow"};
}

Visit visit_at_which(Seen seen) {
    Visit visit;
    visit.form = {"visit", "Visit", {{"seen", "Was Tilly seen?", "about", "seen", SeenHow{seen}}}};
    return visit;
}

Entry on(Entry one, Day day) {
    one.said.happened_on = day;
    return one;
}

} // namespace

TEST(ChildsRecord, knows_the_name_the_child_uses) {
    auto child = tillys_record(
        {detail("name", "Matilda Barrow"), detail("known-as", "Tilly"), detail("born", "2015-03-14")});
    EXPECT_EQ(child.full_name(), "Matilda Barrow");
    EXPECT_EQ(child.name(), "Tilly Barrow");
    EXPECT_EQ(child.first_name(), "Tilly");
    EXPECT_EQ(child.age_on(day(2026, 12, 23)), 11);
    EXPECT_EQ(child.age_on(day(2014, 12, 23)), std::nullopt);
    EXPECT_EQ(child.family, barrows);
    EXPECT_EQ(child.person, tilly_herself);
}

TEST(ChildsRecord, takes_names_as_they_are) {
    EXPECT_EQ(tillys_record({detail("name", "محمد")}).name(), "محمد");
    EXPECT_EQ(tillys_record({detail("name", "محمد")}).first_name(), "محمد");
    EXPECT_EQ(tillys_record({detail("name", "Kofi Mensah"), detail("known-as", "KJ Mensah-Hall")}).name(),
              "KJ Mensah-Hall");
    EXPECT_EQ(tillys_record({detail("name", "Liam O'Dowd")}).name(), "Liam O'Dowd");
    EXPECT_EQ(tillys_record({}).name(), "");
}

TEST(ChildsRecord, has_no_age_before_birth_and_none_after_death) {
    EXPECT_FALSE(tillys_record({detail("expected", "2027-04-12")}).age_on(day(2026, 12, 23)));
    const auto died = tillys_record({detail("born", "2015-03-14"), detail("died", "2020-01-01")});
    EXPECT_EQ(died.age_on(day(2026, 12, 23)), 4);
}

TEST(ChildsRecord, keeps_what_was_said_before_when_a_fact_changes) {
    const auto child =
        tillys_record({detail("school", "Mill Lane Primary"), detail("school", "Weir Academy")});
    EXPECT_EQ(child.fact("school"), "Weir Academy");
    ASSERT_EQ(child.facts.at("school").said.size(), 2u);
    EXPECT_EQ(child.facts.at("school").said[0].what.value, "Mill Lane Primary");
}

TEST(ChildsRecord, holds_the_childs_own_words_and_lets_them_change) {
    BasicDetail nans{"preferred-word", "Nan's", "placement", "Tilly"};
    BasicDetail home{"preferred-word", "my nan's home", "placement", "Tilly"};
    BasicDetail seeing{"preferred-word", "seeing Mum", "contact", "Tilly"};
    BasicDetail no_longer{"preferred-word", "", "contact", "Tilly"};
    const auto child = tillys_record({nans, seeing, home, no_longer});
    const auto words = child.words_to_use(day(2026, 12, 23));
    ASSERT_EQ(words.size(), 1u);
    EXPECT_EQ(words[0].value, "my nan's home");
    EXPECT_EQ(child.preferred_words[0].said.size(), 2u);
}

TEST(ChildsRecord, says_who_works_with_the_child_on_a_day) {
    Allocation priyas{priya, "Priya Anand", "allocated-worker", day(2026, 11, 2), std::nullopt};
    auto ended = priyas;
    ended.until = day(2026, 12, 1);
    const Allocation sams{sam, "Sam Okoro", "allocated-worker", day(2026, 12, 2), std::nullopt};
    const auto child = tillys_record({priyas, ended, sams});
    EXPECT_EQ(child.allocations.size(), 2u);
    EXPECT_EQ(child.allocated_worker_on(day(2026, 11, 20))->worker, priya);
    EXPECT_EQ(child.allocated_worker_on(day(2026, 12, 1))->worker, priya);
    EXPECT_EQ(child.allocated_worker_on(day(2026, 12, 2))->worker, sam);
    EXPECT_EQ(child.allocated_worker_on(day(2026, 11, 1)), nullptr);
}

TEST(ChildsRecord, knows_which_episodes_hold_and_when_it_is_closed) {
    Episode involvement{"1", {"involvement", "Involvement", {}}, day(2026, 11, 2), std::nullopt};
    auto ended = involvement;
    ended.ended = day(2026, 12, 20);
    EXPECT_FALSE(tillys_record({}).is_closed_on(day(2026, 12, 23)));
    EXPECT_FALSE(tillys_record({involvement}).is_closed_on(day(2026, 12, 23)));
    const auto closed = tillys_record({involvement, ended});
    EXPECT_TRUE(closed.is_closed_on(day(2026, 12, 23)));
    EXPECT_FALSE(closed.is_closed_on(day(2026, 12, 19)));
    EXPECT_EQ(closed.episodes.size(), 1u);
    EXPECT_EQ(closed.episodes_on(day(2026, 12, 1)).size(), 1u);
}

TEST(ChildsRecord, a_failed_visit_is_not_a_day_on_which_the_child_was_seen) {
    Child child;
    apply(child, on(entry(tilly, 0, visit_at_which(Seen::Alone)), day(2026, 10, 23)));
    apply(child, on(entry(tilly, 1, visit_at_which(Seen::WithOthers)), day(2026, 12, 9)));
    apply(child, on(entry(tilly, 2, visit_at_which(Seen::NotSeen)), day(2026, 12, 22)));
    const auto today = day(2026, 12, 23);
    EXPECT_EQ(child.last_seen(today)->day(), day(2026, 12, 9));
    EXPECT_EQ(child.last_seen_alone(today)->day(), day(2026, 10, 23));
    EXPECT_EQ(child.last_seen(day(2026, 10, 1)), nullptr);
}

TEST(ChildsRecord, everything_said_of_an_entry_stands_beside_it) {
    const auto visit = id_at(1);
    const auto child = tillys_record({
        Visit{visit_form(), {}, {}, {}},
        Addition{visit, "The cat is called Pickle."},
        Comment{id_at(2), "Good to know.", true}, // on the addition: found through it
        Endorsement{visit, ""},
        Release{visit, "together", "", day(2027, 1, 5), std::nullopt, ""},
        SharingGiven{visit, "Kerry Barrow", "by hand", "", "", day(2026, 12, 12)},
        Disagreement{std::nullopt, visit, "child", "adds", "I have a new book."},
    });
    const auto* story = child.find(visit);
    ASSERT_NE(story, nullptr);
    EXPECT_EQ(child.story.size(), 1u);
    EXPECT_EQ(story->additions.size(), 1u);
    EXPECT_EQ(story->comments.size(), 1u);
    EXPECT_TRUE(story->is_read_by_a_manager());
    EXPECT_EQ(story->release()->how, "together");
    EXPECT_FALSE(story->is_released_on(day(2027, 1, 4)));
    EXPECT_TRUE(story->is_released_on(day(2027, 1, 5)));
    EXPECT_EQ(story->sharings.size(), 1u);
    EXPECT_EQ(story->disagreements.size(), 1u);
    EXPECT_EQ(child.find(id_at(3)), story);
    EXPECT_TRUE(child.apart.empty());
}

TEST(ChildsRecord, an_asking_is_answered_by_the_correction_or_by_a_managers_comment) {
    const auto visit = id_at(1), asking = id_at(2);
    const CorrectionAsked asked{maths_sentence(visit), "You are enjoying English.", "Wrong subject."};
    const Correction corrected{
        maths_sentence(visit), "You are enjoying English.", "Wrong subject.", asking, {}, false};
    const Visit written{visit_form(), {}, {}, {}};
    EXPECT_FALSE(tillys_record({written, asked}).find(visit)->asked[0].answered_by);
    EXPECT_EQ(tillys_record({written, asked, corrected}).find(visit)->asked[0].answered_by, id_at(3));
    EXPECT_EQ(tillys_record({written, asked, Comment{asking, "It was Maths.", true}})
                  .find(visit)
                  ->asked[0]
                  .answered_by,
              id_at(3));
    EXPECT_FALSE(
        tillys_record({written, asked, Comment{asking, "Hm.", false}}).find(visit)->asked[0].answered_by);
}

TEST(ChildsRecord, keeps_apart_what_names_an_entry_that_is_not_here) {
    const auto child = tillys_record({Endorsement{id_at(99), ""}, Team{north, "Family Team North", "", ""}});
    EXPECT_EQ(child.apart.size(), 2u);
    EXPECT_EQ(child.length, 3u);
}

TEST(ChildsRecord, remembers_why_something_is_late_before_it_is_written) {
    const auto child = tillys_record({LatenessGiven{"9", {"I was ill or on leave", "Sam saw you."}}});
    EXPECT_EQ(child.lateness_given("9")->kept_safe, "Sam saw you.");
    EXPECT_FALSE(child.lateness_given("8"));
}
