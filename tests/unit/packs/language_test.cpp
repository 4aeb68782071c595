// The checker on labelled records of invented families, with the words of the packs: what it must reach, in precision and recall.
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "language_score.h"
#include "policy/pack.h"
#include "policy/wording.h"
#include "prose/check.h"

using namespace lifestory;

namespace {

namespace fs = std::filesystem;

fs::path shared() {
    const char* told = std::getenv("LIFESTORY_SHARED");
    return told ? fs::path(told) : fs::path(SOURCE_FOLDER) / "../shared";
}

struct Checker {
    policy::Pack pack;
    prose::Reader reader;
};

const Checker& checker() {
    static const Checker made = [] {
        auto pack = policy::load(fs::path(SOURCE_FOLDER) / "packs/model");
        auto rules = policy::wording_of(*pack);
        return Checker{std::move(*pack), prose::Reader(std::move(rules))};
    }();
    return made;
}

policy::Scores scores_of(const fs::path& folder) { return policy::score(folder, checker().pack, checker().reader); }

void expect_at_least(const policy::Scores& scores, double precision, double recall, double must) {
    EXPECT_GE(scores.all.precision(), precision);
    EXPECT_GE(scores.all.recall(), recall);
    EXPECT_GE(scores.must.recall(), must);
    for (const auto& [category, tally] : scores.category)
        ::testing::Test::RecordProperty(category, std::to_string(tally.precision()) + " / " + std::to_string(tally.recall()));
}

} // namespace

TEST(Language, reads_the_development_set_as_its_labels_do) {
    auto folder = shared() / "language/dev-set";
    if (!fs::exists(folder))
        GTEST_SKIP() << "skipped: no ../shared";
    auto scores = scores_of(folder);
    ASSERT_EQ(scores.records, 60);
    expect_at_least(scores, 0.92, 0.90, 0.92);
    EXPECT_LE(scores.clean_with_alarm, 3);
    EXPECT_GE(scores.category["third-person"].precision(), 0.95);
}

TEST(Language, reads_the_open_third_set_as_its_labels_do) {
    auto scores = scores_of(fs::path(SOURCE_FOLDER) / "tests/language/third");
    ASSERT_GE(scores.records, 36);
    expect_at_least(scores, 0.96, 0.92, 0.92);
    EXPECT_LE(scores.clean_with_alarm, 1);
    EXPECT_GE(scores.category["third-person"].precision(), 0.96);
    for (auto category : {"misspelt-name", "preferred-word", "pasted-email"}) {
        EXPECT_GE(scores.category[category].precision(), 0.95) << category;
        EXPECT_GE(scores.category[category].recall(), 0.95) << category;
    }
    for (const auto& [item, tally] : scores.missing)
        EXPECT_GE(tally.recall(), 0.8) << item;
}

TEST(Language, reads_records_that_its_makers_did_not_see_nearly_as_well) {
    auto scores = scores_of(fs::path(SOURCE_FOLDER) / "tests/language/held-back");
    ASSERT_GE(scores.records, 36);
    expect_at_least(scores, 0.93, 0.75, 0.79);
    EXPECT_GE(scores.category["third-person"].precision(), 0.90);
    for (auto category : {"misspelt-name", "preferred-word", "pasted-email"})
        EXPECT_GE(scores.category[category].precision(), 0.90) << category;
}

// Written by others, blind, and harder: half of the records are full of words that look like slips and are none.
TEST(Language, reads_the_open_fourth_set_as_its_labels_do) {
    auto scores = scores_of(fs::path(SOURCE_FOLDER) / "tests/language/fourth");
    ASSERT_EQ(scores.records, 180);
    expect_at_least(scores, 0.89, 0.83, 0.86);
    EXPECT_LE(scores.clean_with_alarm, 20);
    EXPECT_GE(scores.category["third-person"].precision(), 0.96);
    for (auto category : {"misspelt-name", "pasted-email"})
        EXPECT_GE(scores.category[category].recall(), 0.95) << category;
    for (const auto& [item, tally] : scores.missing)
        EXPECT_GE(tally.recall(), 0.8) << item;
}

TEST(Language, reads_the_held_back_fourth_set_no_worse_than_it_did) {
    auto scores = scores_of(fs::path(SOURCE_FOLDER) / "tests/language/fourth-held-back");
    ASSERT_EQ(scores.records, 110);
    expect_at_least(scores, 0.86, 0.69, 0.72);
    EXPECT_LE(scores.clean_with_alarm, 11);
    EXPECT_GE(scores.category["third-person"].precision(), 0.84);
}

// Written before a rule was read, and much about who is "he" and who is "she".
TEST(Language, reads_the_open_fifth_set_as_its_labels_do) {
    auto scores = scores_of(fs::path(SOURCE_FOLDER) / "tests/language/fifth");
    ASSERT_EQ(scores.records, 35);
    expect_at_least(scores, 0.92, 0.76, 0.77);
    EXPECT_LE(scores.clean_with_alarm, 0);
    EXPECT_GE(scores.category["third-person"].precision(), 0.95);
    EXPECT_GE(scores.category["third-person"].recall(), 0.92);
}

TEST(Language, reads_the_held_back_fifth_set_no_worse_than_it_did) {
    auto scores = scores_of(fs::path(SOURCE_FOLDER) / "tests/language/fifth-held-back");
    ASSERT_EQ(scores.records, 34);
    expect_at_least(scores, 0.80, 0.77, 0.80);
    EXPECT_LE(scores.clean_with_alarm, 4);
    EXPECT_GE(scores.category["third-person"].precision(), 0.89);
}

TEST(Language, finds_little_that_must_change_in_what_an_authority_holds_up_as_good) {
    auto folder = shared() / "language/leicestershire-examples";
    if (!fs::exists(folder))
        GTEST_SKIP() << "skipped: no ../shared";
    int all = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".txt")
            continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(stream), {}};
        int must = 0;
        for (const auto& finding : prose::check(text, checker().reader, {}))
            must += prose::severity(finding.category) == prose::Severity::Must;
        EXPECT_LE(must, 1) << entry.path();
        all += must;
    }
    EXPECT_LE(all, 2); // the two that its own reviewers name: "refused to talk", "You resist authority"
}

TEST(Language, takes_the_words_that_a_pack_adds_and_leaves_those_it_withdraws) {
    prose::WordingRules rules;
    rules.words.push_back({"silly billy", {"silly billy"}, prose::Category::Derogatory, "say what happened", {}, {}, false, false});
    prose::Reader reader(rules);
    EXPECT_EQ(prose::check("You were a silly billy. You failed to come.", reader, {}).size(), 1u);
}
