// What is written of an enquiry is of the enquiry: its days speak once, and what belongs to the words belongs to it.
#include <gtest/gtest.h>

#include <algorithm>

#include "policy/timeline_of.h"

using namespace lifestory;

namespace {

record::Day day(const char* text) { return calendar::parse_day(text).value(); }

record::Entry entry(std::uint64_t place, record::Day on, record::Content content) {
    record::Entry entry;
    entry.number = entry.place = place;
    entry.id = EntryId::random();
    entry.recorded_at = calendar::Instant(on) + std::chrono::hours(12);
    entry.said.happened_on = on;
    entry.content = std::move(content);
    return entry;
}

record::Form form(const char* type) {
    record::Form form;
    form.record_type = type;
    return form;
}

} // namespace

TEST(EpisodeWords, an_enquirys_written_words_do_not_complete_it_a_second_time) {
    auto pack = policy::load(std::string(SOURCE_FOLDER) + "/packs/national");
    ASSERT_TRUE(pack) << pack.refusal().message;
    record::Episode enquiry;
    enquiry.episode = std::string(32, 'a');
    enquiry.form = form("section-47");
    enquiry.started = day("2026-10-16");
    enquiry.ended = day("2026-11-02");
    record::Document words, oversight;
    words.form = form("section-47");
    oversight.form = form("section-47-oversight");
    auto began = entry(0, day("2026-10-16"), enquiry);
    auto written = entry(1, day("2026-11-02"), words);
    oversight.belongs_to = written.id;
    auto seen = entry(2, day("2026-11-03"), oversight);
    auto child = record::fold_child(std::vector<record::Entry>{began, written, seen});

    auto timeline = policy::timeline_of(child, record::Authority{}, *pack);

    auto completed = std::ranges::count_if(timeline.happenings, [](const auto& happening) {
        return std::ranges::any_of(happening.moments, [](const auto& moment) { return moment.name == "completed"; });
    });
    EXPECT_EQ(completed, 1);
    const auto* manager = timeline.find(seen.id);
    ASSERT_NE(manager, nullptr);
    EXPECT_EQ(manager->belongs_to, began.id);
    EXPECT_EQ(timeline.find(written.id)->belongs_to, began.id);
}
