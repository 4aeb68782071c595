// Which events stand in a chronology, in which order and in which words; and what must not be in it.
#include "unit/chronology/life.h"

namespace lifestory::chronology::testing {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(Life, a_ticked_visit_is_a_row_with_its_own_line_and_what_was_done) {
    const auto entry = visit(day(2026, 9, 10), {happened("Mum did not come on Saturday, and you waited at the window until it was dark."), important(),
                                                answer("significant-why", "about", "text", Text{"You had waited all week."}),
                                                answer("actions", "what-happens-next", "actions",
                                                       Actions{{{"Ring Mum", "Priya Anand", {}, ""}, {"See you on Monday", "Priya Anand", {}, ""}}})});
    visit(day(2026, 9, 20), {happened("We played cards.")});
    const auto all = derived();
    ASSERT_EQ(all.rows.size(), 1u);
    const auto& row = all.rows.front();
    EXPECT_EQ(row.entry, entry);
    EXPECT_EQ(row.what, "Mum did not come on Saturday, and you waited at the window until it was dark.");
    EXPECT_EQ(row.meant, "You had waited all week.");
    EXPECT_THAT(row.done, ::testing::AllOf(::testing::HasSubstr("Ring Mum"), ::testing::HasSubstr("; See you on Monday")));
    EXPECT_EQ(row.sources, (std::vector<Source>{{entry, "Visit", day(2026, 9, 10), From::TheChild}}));
    EXPECT_FALSE(row.always);
    EXPECT_EQ(all.number_of(entry), 1u);
}

TEST_F(Life, who_writes_is_no_event_where_more_is_said) {
    visit(day(2026, 9, 10), {happened("My name is Lena Hart and I am a social worker. I came to see you at your nan's this morning because you were hurt last night. "
                                      "You were on the sofa."), important()});
    visit(day(2026, 9, 11), {happened("My name is Lena Hart and I am a social worker."), important()});
    EXPECT_THAT(whats(derived().rows), ElementsAre("2026-09-10 I came to see you at your nan's this morning because you were hurt last night.",
                                                   "2026-09-11 My name is Lena Hart and I am a social worker."));
}

TEST_F(Life, a_decision_is_in_it_unticked_and_what_the_policy_keeps_out_is_not_even_ticked) {
    document({"key-decision", "Decision", {answer("decision", "decision", "prose", Text{"You stay at Nan's until the review in January."})}}, day(2026, 10, 2));
    add(Meeting{{"core-group", "Core group", {important(), happened("We met.")}}, {}, false, {}, {}, {}}, day(2026, 10, 5));
    const auto all = derived();
    EXPECT_THAT(whats(all.rows), ElementsAre("2026-10-02 You stay at Nan's until the review in January."));
    EXPECT_TRUE(all.rows.front().always);
    EXPECT_EQ(all.rows.front().theme, "what we decided");
    EXPECT_THAT(all.offered, IsEmpty());
}

TEST_F(Life, rows_stand_in_the_order_of_their_days_and_of_one_day_as_they_were_written) {
    visit(day(2026, 11, 2), {happened("The second of that day, and written first."), important()});
    visit(day(2026, 11, 2), {happened("The one that was written after it."), important()});
    visit(day(2026, 9, 3), {happened("Written last, and the first to happen."), important()});
    EXPECT_THAT(whats(derived().rows), ElementsAre("2026-09-03 Written last, and the first to happen.", "2026-11-02 The second of that day, and written first.",
                                                   "2026-11-02 The one that was written after it."));
}

TEST_F(Life, a_day_put_right_moves_the_row_and_an_entry_written_in_error_has_none) {
    const auto moved = visit(day(2026, 9, 10), {happened("You came home from hospital today."), important()});
    const auto wrong = visit(day(2026, 9, 12), {happened("This was about somebody else."), important()});
    correct(moved, [](Correction& correction) { correction.right_day = day(2026, 9, 8); });
    correct(wrong, [&](Correction& correction) { correction.withdraws = wrong; });
    EXPECT_THAT(whats(derived().rows), ElementsAre("2026-09-08 You came home from hospital today."));
}

TEST_F(Life, corrected_words_are_the_words_of_the_row) {
    const std::string words = "You are enjoying Maths at your new school very much, you said.";
    const auto entry = visit(day(2026, 9, 10), {happened(words), important()});
    correct(entry, [&](Correction& correction) {
        correction.sentence = {entry, "happened", 0, static_cast<std::uint32_t>(words.size()), words};
        correction.right_words = "You are enjoying English at your new school very much, you said.";
    });
    EXPECT_EQ(derived().rows.front().what, "You are enjoying English at your new school very much, you said.");
}

TEST_F(Life, an_entry_that_is_not_for_this_reader_has_no_row) {
    visit(day(2026, 9, 10), {happened("For everybody who reads this record."), important()});
    visit(day(2026, 9, 11), {happened("For somebody else's eyes alone."), important()});
    auto seen = all_entries(child);
    seen.pop_back();
    const auto all = derived(Reader::Worker, seen);
    EXPECT_THAT(whats(all.rows), ElementsAre("2026-09-10 For everybody who reads this record."));
}

TEST_F(Life, what_lies_in_the_future_is_not_there_yet) {
    placed("a", "foster home", day(2027, 1, 10));
    EXPECT_THAT(derived().rows, IsEmpty());
}

// ---- moves, without an address

TEST_F(Life, a_home_begins_and_ends_without_its_address) {
    placed("a", "foster home", day(2026, 9, 5));
    placed("a", "foster home", day(2026, 9, 5), day(2026, 10, 9));
    const auto all = derived();
    EXPECT_THAT(whats(all.rows), ElementsAre("2026-09-05 Where you live: foster home", "2026-10-09 Where you live ended."));
    EXPECT_NE(all.rows[0].entry, all.rows[1].entry);
}

TEST_F(Life, a_move_inside_the_family_is_named_by_the_home_and_never_by_where_it_is) {
    family.households.push_back({{{number<EntryId>(7),
                                   1,
                                   {},
                                   {},
                                   Household{"nans", "Nan's, 4 Mill Row", "4 Mill Row, Northmere M1 1AE", {tilly_herself, maureen}, day(2026, 9, 5), {}}}}});
    family.households.push_back({{{number<EntryId>(8), 2, {}, {}, Household{"others", "Somebody else's", "", {maureen}, day(2026, 9, 6), {}}}}});
    EXPECT_THAT(whats(derived().rows), ElementsAre("2026-09-05 Moved to live at Nan's, (address left out)."));
    EXPECT_THAT(whats(derived(Reader::Child, std::vector<GivenEntry>{}).rows), ElementsAre("2026-09-05 You moved to live at Nan's, (address left out)."));
}

TEST_F(Life, a_move_that_is_told_as_where_she_lives_is_not_told_of_its_home_too) {
    placed("a", "foster home", day(2026, 9, 5));
    family.households.push_back({{{number<EntryId>(7), 1, {}, {}, Household{"placed-a", "Jo Hill", "3 Acre Lane", {tilly_herself}, day(2026, 9, 5), {}}}}});
    EXPECT_THAT(whats(derived().rows), ElementsAre("2026-09-05 Where you live: foster home"));
}

TEST_F(Life, her_birth_stands_in_it_and_that_of_a_brother_is_offered) {
    Person herself{tilly_herself, "Matilda Barrow"}, brother{maureen, "Leo Barrow"}, older{number<PersonNumber>(35), "Reece Barrow"};
    brother.born = day(2026, 10, 1);
    older.born = day(2012, 5, 1);
    for (const auto& one : {herself, brother, older})
        family.people.push_back({{{number<EntryId>(static_cast<unsigned>(60 + family.people.size())), 1, {}, {}, one}}});
    for (const auto& one : {brother, older})
        family.relationships.push_back({{{number<EntryId>(9), 2, {}, {}, record::Relationship{one.person, tilly_herself, "brother"}}}});
    EXPECT_THAT(whats(derived().rows), ElementsAre("2015-03-14 Tilly was born."));
    EXPECT_THAT(whats(derived().offered), ElementsAre("2026-10-01 Leo Barrow, brother, was born.")) << "the older one came before her";
    EXPECT_THAT(whats(derived(Reader::Child, std::vector<GivenEntry>{}).rows), ElementsAre("2015-03-14 You were born."));
    family.people[1].said.back().what.not_told = {tilly_herself};
    EXPECT_THAT(derived(Reader::Child).offered, IsEmpty());
}

TEST_F(Life, a_wedding_is_offered_once_with_its_day_and_not_to_a_child_who_was_not_told) {
    record::Person nan, gran;
    nan.person = maureen, nan.full_name = "Maureen Barrow";
    gran.person = number<PersonNumber>(33), gran.full_name = "Olive Finch";
    for (const auto& one : {nan, gran})
        family.people.push_back({{{number<EntryId>(8), 1, {}, {}, one}}});
    const auto tie = [&](PersonNumber from, PersonNumber to, std::string kind, std::optional<Day> since) {
        record::Relationship said{from, to, std::move(kind), since};
        said.not_told = {tilly_herself};
        family.relationships.push_back({{{number<EntryId>(9), 2, {}, {}, said}}});
    };
    tie(maureen, gran.person, "wife", day(2026, 10, 3));
    tie(gran.person, maureen, "wife", day(2026, 10, 3));
    tie(tilly_herself, maureen, "wife", std::nullopt);
    EXPECT_THAT(whats(derived().offered), ElementsAre("2026-10-03 Maureen Barrow and Olive Finch married."));
    EXPECT_THAT(derived(Reader::Child).offered, IsEmpty());
}

TEST_F(Life, a_death_in_the_family_is_offered_and_the_child_is_not_told_of_a_person_kept_from_her) {
    Person uncle{maureen, "Maureen Barrow", "Nan"};
    uncle.died = day(2026, 10, 1);
    family.people.push_back({{{number<EntryId>(9), 1, {}, {}, uncle}}});
    EXPECT_THAT(whats(derived().offered), ElementsAre("2026-10-01 Maureen Barrow died."));
    uncle.not_told = {tilly_herself};
    family.people.back().said.push_back({number<EntryId>(10), 2, {}, {}, uncle});
    EXPECT_THAT(derived(Reader::Child).offered, IsEmpty());
    EXPECT_EQ(derived().offered.size(), 1u);
}

// ---- times when nobody let us in

TEST_F(Life, times_when_we_could_not_meet_are_one_period_that_opens_them_all) {
    const auto first = visit(day(2026, 9, 10), {happened("Nobody came to the door, and nobody rang back.")}, "failed-visit");
    const auto tried = add(CaseNote{{"attempted-contact", "Tried to reach", {happened("No answer.")}}, {}, {}, {}}, day(2026, 9, 20));
    visit(day(2026, 9, 25), {happened("Between the two of them something else happened."), important()});
    const auto second = visit(day(2026, 10, 2), {happened("Again nobody came.")}, "failed-visit");
    visit(day(2026, 12, 10), {happened("More than eight weeks later nobody was there once more.")}, "failed-visit");
    const auto all = derived();
    ASSERT_EQ(all.rows.size(), 3u);
    const auto& period = all.rows.front();
    EXPECT_EQ(period.until, day(2026, 10, 2));
    EXPECT_EQ(period.what, "Visit, nobody was seen: 2 times. Tried to reach: 1 time.");
    ASSERT_EQ(period.sources.size(), 3u);
    EXPECT_EQ(period.sources[0].entry, first);
    EXPECT_EQ(period.sources[1].entry, tried);
    EXPECT_EQ(period.sources[2].entry, second);
    EXPECT_EQ(all.number_of(second), 1u);
    EXPECT_FALSE(all.rows.back().until);
}

// ---- what workers write into it

TEST_F(Life, something_from_before_stands_at_its_year_with_its_source) {
    visit(day(2026, 9, 10), {happened("The first visit that is in this record."), important()});
    PastEvent past{day(2016, 1, 1), Exactly::InTheYear, "Dad went to prison.", "", "", "a letter of the health visitor", "Northmere Health", "family"};
    document(form_of(past), past.day);
    const auto all = derived();
    ASSERT_EQ(all.rows.size(), 2u);
    EXPECT_EQ(all.rows[0].what, "Dad went to prison.");
    EXPECT_EQ(all.rows[0].exactly, Exactly::InTheYear);
    EXPECT_EQ(all.rows[0].agency, "Northmere Health");
    EXPECT_EQ(all.rows[0].sources.front().name, "a letter of the health visitor");
    EXPECT_THAT(all.themes(), ElementsAre("family"));
}

TEST_F(Life, a_line_puts_an_entry_in_tells_it_in_other_words_and_takes_it_out_again) {
    const auto entry = visit(day(2026, 9, 10), {happened("We talked about school, and about a good many other things as well.")});
    document(form_of(ChronologyLine{entry, true, "Tilly was told that she changes school.", "", "", ""}), day(2026, 9, 11), entry);
    document(form_of(ChronologyLine{entry, true, "Tilly changes school.", "She loses her friends.", "", ""}), day(2026, 9, 12), entry);
    auto all = derived();
    ASSERT_EQ(all.rows.size(), 1u);
    EXPECT_EQ(all.rows.front().what, "Tilly changes school.");
    EXPECT_EQ(all.rows.front().meant, "She loses her friends.");
    document(form_of(ChronologyLine{entry, false, "", "", "", ""}), day(2026, 9, 13), entry);
    all = derived();
    EXPECT_THAT(all.rows, IsEmpty());
    EXPECT_EQ(all.offered.size(), 1u);
}

TEST_F(Life, what_the_policy_has_in_every_chronology_is_told_otherwise_and_never_taken_out) {
    const auto entry = document({"key-decision", "Decision", {answer("decision", "decision", "prose", Text{"You stay at Nan's until the review in January."})}},
                                day(2026, 10, 2));
    document(form_of(ChronologyLine{entry, false, "", "She can breathe out.", "", ""}), day(2026, 10, 3), entry);
    const auto all = derived();
    ASSERT_EQ(all.rows.size(), 1u);
    EXPECT_EQ(all.rows.front().meant, "She can breathe out.");
}

TEST_F(Life, the_child_reads_the_line_that_was_written_for_her) {
    const auto entry = visit(day(2026, 9, 10), {happened("Mum did not come on Saturday, and nobody could say why that was."), important()});
    document(form_of(ChronologyLine{entry, true, "", "", "", "Mum could not come. It was not your fault."}), day(2026, 9, 11), entry);
    const std::vector<GivenEntry> given{{child.find(entry), {"visit", "Visit", {}}}};
    EXPECT_THAT(whats(derived(Reader::Child, given).rows), ElementsAre("2026-09-10 Mum could not come. It was not your fault."));
    EXPECT_THAT(derived(Reader::Child, given).gaps, IsEmpty());
    EXPECT_THAT(whats(derived().rows), ElementsAre("2026-09-10 Mum did not come on Saturday, and nobody could say why that was."));
}

} // namespace lifestory::chronology::testing
