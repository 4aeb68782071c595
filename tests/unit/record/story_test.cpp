#include <gtest/gtest.h>

#include "record/child.h"
#include "unit/record/samples.h"

using namespace lifestory;
using namespace lifestory::record;
using namespace lifestory::record::samples;

namespace {

const auto visit = id_at(0);

StoryEntry visit_with(const std::vector<Content>& contents) {
    std::vector<Entry> entries{entry(tilly, 0, Visit{visit_form(), {}, {}, {}})};
    for (const auto& content : contents)
        entries.push_back(entry(tilly, entries.size(), content, gareth));
    return fold_child(entries).story.front();
}

Sentence first_sentence() {
    const auto first = sentences_of(visit, visit_form().answers[0]).front();
    return first;
}

Correction english(std::string right_words = "You are enjoying English.") {
    return {
        maths_sentence(visit), std::move(right_words), "It was the wrong subject.", std::nullopt, {}, false};
}

const std::string as_signed =
    "Today I came to see you because we agreed a visit every two weeks. You are enjoying Maths.";

} // namespace

TEST(Story, words_nobody_spoke_of_are_one_piece) {
    const auto story = visit_with({});
    const auto pieces = pieces_of(story, "happened");
    ASSERT_EQ(pieces.size(), 1u);
    EXPECT_EQ(pieces[0].words, as_signed);
    EXPECT_TRUE(pieces[0].notes.empty());
    EXPECT_TRUE(notes_of(story).empty());
}

TEST(Story, corrected_words_stand_first_and_the_old_ones_can_be_read) {
    const auto story = visit_with({english()});
    EXPECT_EQ(words_now(story, "happened"),
              "Today I came to see you because we agreed a visit every two weeks. You are enjoying English.");
    const auto pieces = pieces_of(story, "happened");
    ASSERT_EQ(pieces.size(), 2u);
    EXPECT_EQ(pieces[1].old_words, "You are enjoying Maths.");
    EXPECT_EQ(pieces[1].corrected->by.full_name, "Gareth Holloway");
    EXPECT_EQ(pieces[1].notes, std::vector<int>{1});
    EXPECT_EQ(words_of(story.entry, "happened"), as_signed); // what was signed is as it was
}

TEST(Story, of_two_corrections_the_later_stands_and_both_are_noted) {
    const auto story = visit_with({english(), english("You are enjoying English and Art.")});
    EXPECT_EQ(pieces_of(story, "happened")[1].words, "You are enjoying English and Art.");
    EXPECT_EQ(pieces_of(story, "happened").size(), 2u);
    EXPECT_EQ(notes_of(story).size(), 2u);
    EXPECT_EQ(correction_of(story, maths_sentence(visit))->what.right_words,
              "You are enjoying English and Art.");
}

TEST(Story, notes_are_numbered_in_the_order_of_the_words) {
    const auto story = visit_with({
        english(),
        Disagreement{first_sentence(), visit, "child", "remembers-differently", "She came. She was late."},
        Disagreement{std::nullopt, visit, "child", "adds", "I have a new book."},
    });
    const auto notes = notes_of(story);
    ASSERT_EQ(notes.size(), 3u);
    EXPECT_EQ(notes[0].kind, NoteKind::Disagreement);
    EXPECT_EQ(notes[0].disagreement->what.words, "She came. She was late.");
    EXPECT_EQ(notes[1].kind, NoteKind::Correction);
    EXPECT_FALSE(notes[2].sentence);
    const auto pieces = pieces_of(story, "happened");
    ASSERT_EQ(pieces.size(), 3u); // the sentence, the space, the corrected sentence
    EXPECT_EQ(pieces[0].notes, std::vector<int>{1});
    EXPECT_TRUE(pieces[1].notes.empty());
    EXPECT_EQ(pieces[2].notes, std::vector<int>{2});
}

TEST(Story, closed_words_are_not_read_and_the_place_says_so) {
    const auto story = visit_with({Closing{maths_sentence(visit), "They are about someone else."}});
    const auto pieces = pieces_of(story, "happened");
    ASSERT_EQ(pieces.size(), 2u);
    EXPECT_EQ(pieces[1].words, "");
    EXPECT_EQ(pieces[1].old_words, "");
    EXPECT_EQ(pieces[1].closed->what.why, "They are about someone else.");
    EXPECT_EQ(words_now(story, "happened").find("Maths"), std::string::npos);
    EXPECT_TRUE(are_closed(story, maths_sentence(visit)));
    EXPECT_TRUE(notes_of(story)[0].are_words_closed);
}

TEST(Story, a_correction_whose_old_words_are_closed_shows_only_the_right_ones) {
    const auto story =
        visit_with({english(), Closing{maths_sentence(visit), "They are about someone else."}});
    const auto pieces = pieces_of(story, "happened");
    ASSERT_EQ(pieces.size(), 2u);
    EXPECT_EQ(pieces[1].words, "You are enjoying English.");
    EXPECT_EQ(pieces[1].old_words, "");
    EXPECT_NE(pieces[1].closed, nullptr);
}

TEST(Story, words_closed_around_a_correction_are_all_closed) {
    auto wide = maths_sentence(visit);
    wide.begin -= 4;
    const auto story = visit_with({english(), Closing{wide, "They are about someone else."}});
    const auto pieces = pieces_of(story, "happened");
    ASSERT_EQ(pieces.size(), 3u);
    EXPECT_NE(pieces[0].words, "");
    EXPECT_EQ(pieces[1].words, "");
    EXPECT_NE(pieces[1].closed, nullptr);
    EXPECT_EQ(pieces[2].words, "You are enjoying English.");
    EXPECT_NE(pieces[2].closed, nullptr);
    EXPECT_EQ(pieces[1].begin, wide.begin);
    EXPECT_EQ(pieces[1].end, maths_sentence(visit).begin);
}

TEST(Story, a_note_that_holds_on_to_part_of_a_corrected_run_does_not_tear_it) {
    auto half = maths_sentence(visit);
    half.begin += 8;
    half.words = half.words.substr(8);
    const auto story = visit_with({english(), Disagreement{half, visit, "child", "right", ""}});
    const auto pieces = pieces_of(story, "happened");
    ASSERT_EQ(pieces.size(), 2u);
    EXPECT_EQ(pieces[1].notes.size(), 2u);
}

TEST(Story, says_when_the_child_may_read_it) {
    EXPECT_EQ(visit_with({}).release(), nullptr);
    EXPECT_TRUE(visit_with({Release{visit, "now", "", {}, {}, ""}}).is_released_on(day(2026, 12, 9)));
    const auto not_yet = Release{visit, "not-yet", "it could spoil a crime enquiry", {}, day(2027, 1, 9), ""};
    EXPECT_FALSE(
        visit_with({Release{visit, "now", "", {}, {}, ""}, not_yet}).is_released_on(day(2030, 1, 1)));
    EXPECT_FALSE(visit_with({Release{visit, "together", "", {}, {}, ""}}).is_released_on(day(2030, 1, 1)));
}
