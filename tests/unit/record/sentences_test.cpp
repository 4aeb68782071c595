#include <gtest/gtest.h>

#include "record/sentences.h"
#include "unit/record/samples.h"

using namespace lifestory;
using namespace lifestory::record;

namespace {

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> pieces;
    for (const auto& span : sentences(text))
        pieces.push_back(text.substr(span.begin, span.end - span.begin));
    return pieces;
}

using Pieces = std::vector<std::string>;

} // namespace

TEST(Sentences, end_where_a_reader_ends_them) {
    EXPECT_EQ(split("Your mum did not come on Saturday. You are enjoying English! Are you?"),
              (Pieces{"Your mum did not come on Saturday.", "You are enjoying English!", "Are you?"}));
    EXPECT_EQ(split("One line\nAnother line"), (Pieces{"One line", "Another line"}));
    EXPECT_EQ(split("  Spaces at both ends.  "), (Pieces{"Spaces at both ends."}));
    EXPECT_EQ(split(""), Pieces{});
    EXPECT_EQ(split(" \n "), Pieces{});
}

TEST(Sentences, stay_whole_at_a_title_and_a_time) {
    EXPECT_EQ(split("Mr. Idowu rang at 9.30 today. He was kind."),
              (Pieces{"Mr. Idowu rang at 9.30 today.", "He was kind."}));
    EXPECT_EQ(split("I spoke to Dr. Frost."), (Pieces{"I spoke to Dr. Frost."}));
}

TEST(Sentences, count_bytes_and_cut_no_letter) {
    const std::string text = "Łukasz said “No”. محمد came.";
    const auto spans = sentences(text);
    ASSERT_EQ(spans.size(), 2u);
    EXPECT_EQ(text.substr(spans[1].begin, spans[1].end - spans[1].begin), "محمد came.");
}

TEST(Sentences, of_an_entry_are_named_by_item_and_held_by_it) {
    const auto visit = samples::entry(samples::tilly, 7, Visit{samples::visit_form(), {}, {}, {}});
    const auto all = sentences_of(visit);
    ASSERT_GT(all.size(), 4u);
    EXPECT_EQ(all[1].words, "You are enjoying Maths.");
    EXPECT_EQ(all[1], samples::maths_sentence(visit.id));
    for (const auto& sentence : all)
        EXPECT_TRUE(holds(visit, sentence)) << sentence.words;
}

TEST(Sentences, are_not_held_when_a_byte_or_the_entry_differs) {
    const auto visit = samples::entry(samples::tilly, 7, Visit{samples::visit_form(), {}, {}, {}});
    auto sentence = samples::maths_sentence(visit.id);
    sentence.begin += 1;
    EXPECT_FALSE(holds(visit, sentence));
    sentence = samples::maths_sentence(samples::id_at(8));
    EXPECT_FALSE(holds(visit, sentence));
    sentence = samples::maths_sentence(visit.id);
    sentence.end = 100000;
    EXPECT_FALSE(holds(visit, sentence));
}

TEST(Sentences, of_words_without_a_form_are_named_words) {
    const auto added = samples::entry(samples::tilly, 8, Addition{samples::id_at(7), "One. Two."});
    const auto all = sentences_of(added);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[1].item, "words");
    EXPECT_TRUE(holds(added, all[1]));
}
