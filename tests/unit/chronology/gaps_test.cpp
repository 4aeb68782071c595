// The stretches that a chronology points out: longer than the pack has it, while there was work, and neither an important event
// nor a sight of the child in them.
#include "unit/chronology/life.h"

#include "record/brought_in.h"

namespace lifestory::chronology::testing {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

Answer seen_as(Seen seen) { return answer("seen", "about", "seen", SeenHow{seen}); }
Content involvement(Day from, std::optional<Day> to) { return Episode{"work", {"involvement", "Our work with you", {}}, from, to}; }

} // namespace

TEST_F(Life, fifty_six_days_without_a_word_are_no_gap_and_one_more_is) {
    visit(day(2026, 10, 27), {seen_as(Seen::Alone)}); // 56 days after 1 September
    visit(day(2026, 12, 22), {seen_as(Seen::Alone)}); // and 56 more
    EXPECT_THAT(derived().gaps, IsEmpty());
}

TEST_F(Life, a_gap_begins_the_day_after_she_was_seen_and_ends_the_day_before_the_next) {
    visit(day(2026, 10, 28), {seen_as(Seen::Alone)});
    visit(day(2026, 12, 22), {seen_as(Seen::Alone)});
    EXPECT_THAT(derived().gaps, ElementsAre(Gap{day(2026, 9, 2), day(2026, 10, 27)}));
}

TEST_F(Life, a_visit_at_which_nobody_saw_her_closes_no_gap_and_an_important_event_does) {
    visit(day(2026, 9, 20), {seen_as(Seen::NotSeen)});
    EXPECT_THAT(derived().gaps, ElementsAre(Gap{day(2026, 9, 2), today}));
    visit(day(2026, 10, 27), {happened("You were at school, and we heard that you won the race."), important(), seen_as(Seen::NotSeen)});
    EXPECT_THAT(derived().gaps, ElementsAre(Gap{day(2026, 10, 28), today})) << "57 days lie between 27 October and today";
}

TEST_F(Life, a_visit_written_in_error_closes_no_gap) {
    const auto wrong = visit(day(2026, 10, 20), {seen_as(Seen::Alone)});
    visit(day(2026, 12, 1), {seen_as(Seen::Alone)});
    correct(wrong, [&](Correction& correction) { correction.withdraws = wrong; });
    EXPECT_THAT(derived().gaps, ElementsAre(Gap{day(2026, 9, 2), day(2026, 11, 30)}));
}

TEST_F(Life, no_gap_is_told_of_the_time_in_which_nobody_worked_with_her) {
    add(involvement(day(2026, 9, 1), day(2026, 9, 30)), day(2026, 9, 1));
    visit(day(2026, 9, 10), {seen_as(Seen::Alone)});
    EXPECT_THAT(derived().gaps, IsEmpty());
}

TEST_F(Life, of_days_with_notes_from_another_system_the_gap_says_how_many) {
    CaseNote note;
    note.form = {std::string(brought_in_note), "Home visit", {happened("We came to see you, and you showed us the garden.")}};
    add(note, day(2026, 11, 3));
    add(note, day(2026, 11, 20));
    EXPECT_THAT(derived().gaps, ElementsAre(Gap{day(2026, 9, 2), today, 2}));
    visit(day(2026, 11, 10), {seen_as(Seen::Alone)});
    EXPECT_THAT(derived().gaps, ElementsAre(Gap{day(2026, 9, 2), day(2026, 11, 9), 1}));
}

TEST_F(Life, without_a_setting_there_are_no_gaps) {
    pack.settings.clear();
    EXPECT_THAT(derived().gaps, IsEmpty());
}

} // namespace lifestory::chronology::testing
