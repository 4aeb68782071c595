// How a record that was put right becomes moments: the right day speaks, the wrong one is remembered until it was put right,
// and what was withdrawn has no moments left.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/timeline_of.h"

using namespace lifestory;
using namespace lifestory::policy;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

Day day(const char* text) { return calendar::parse_day(text).value(); }

struct Record {
    record::Child child{};

    EntryId add(const char* written_on, std::optional<Day> happened, record::Content content) {
        record::Entry entry;
        entry.number = entry.place = child.length;
        entry.id = EntryId::random();
        entry.recorded_at = calendar::Instant(day(written_on)) + std::chrono::hours(12);
        entry.said.happened_on = happened;
        entry.content = std::move(content);
        auto id = entry.id;
        record::apply(child, std::move(entry));
        return id;
    }
    Timeline timeline() const {
        static const auto pack = policy::load(std::string(SOURCE_FOLDER) + "/packs/national").value();
        return timeline_of(child, record::Authority{}, pack);
    }
};

record::Visit a_visit() {
    record::Visit visit;
    visit.form.record_type = "visit";
    visit.form.answers = {{"seen", "Were you seen?", "about", "seen", record::SeenHow{record::Seen::Alone}}};
    return visit;
}

record::Correction about(EntryId entry) {
    record::Correction correction;
    correction.sentence = {entry, "", 0, 0, ""};
    return correction;
}

std::optional<Day> day_of(const Happening& happening, const std::string& name) {
    for (const auto& moment : happening.moments)
        if (moment.name == name)
            return calendar::Day(std::chrono::floor<std::chrono::days>(moment.at));
    return std::nullopt;
}

} // namespace

TEST(PutRight, the_right_day_speaks_and_the_wrong_one_is_remembered) {
    Record record;
    auto visit = record.add("2026-12-03", day("2026-12-01"), a_visit());
    auto right = about(visit);
    right.right_day = day("2026-12-02");
    record.add("2026-12-08", std::nullopt, right);
    EXPECT_EQ(record.child.find(visit)->day(), day("2026-12-02"));
    const auto timeline = record.timeline();
    const auto* happening = timeline.find(visit);
    ASSERT_NE(happening, nullptr);
    EXPECT_EQ(day_of(*happening, "happened"), day("2026-12-02"));
    EXPECT_EQ(day_of(*happening, "seen-alone"), day("2026-12-02"));
    EXPECT_EQ(day_of(*happening, "recorded"), day("2026-12-03"));
    ASSERT_FALSE(happening->former.empty());
    EXPECT_EQ(happening->former.front().moment.at, calendar::Instant(day("2026-12-01")));
    EXPECT_EQ(happening->former.front().until, calendar::Instant(day("2026-12-08")) + std::chrono::hours(12));
}

TEST(PutRight, what_was_withdrawn_has_no_moments_and_was_no_sight_of_the_child) {
    Record record;
    auto first = record.add("2026-12-01", day("2026-12-01"), a_visit());
    auto second = record.add("2026-12-05", day("2026-12-05"), a_visit());
    EXPECT_EQ(record.child.last_seen_alone(day("2026-12-09"))->entry.id, second);
    auto withdrawn = about(second);
    withdrawn.withdraws = second;
    record.add("2026-12-08", std::nullopt, withdrawn);
    EXPECT_EQ(record.child.last_seen_alone(day("2026-12-09"))->entry.id, first);
    const auto timeline = record.timeline();
    EXPECT_TRUE(timeline.find(second)->is_withdrawn());
    EXPECT_THAT(timeline.find(second)->moments, IsEmpty());
    EXPECT_FALSE(timeline.find(first)->is_withdrawn());
}

TEST(PutRight, an_episode_said_again_with_another_first_day_remembers_the_first) {
    Record record;
    record::Episode plan;
    plan.episode = std::string(32, 'a');
    plan.form.record_type = "child-protection-plan";
    plan.started = day("2026-11-02");
    auto first = record.add("2026-11-02", std::nullopt, plan);
    plan.ended = day("2026-12-01");
    record.add("2026-12-01", std::nullopt, plan); // an end is no correction
    EXPECT_THAT(record.timeline().find(first)->former, IsEmpty());
    plan.started = day("2026-11-04");
    record.add("2026-12-02", std::nullopt, plan);
    const auto timeline = record.timeline();
    EXPECT_EQ(day_of(*timeline.find(first), "started"), day("2026-11-04"));
    EXPECT_THAT(timeline.find(first)->former, SizeIs(4));
    EXPECT_EQ(timeline.find(first)->former.front().moment.at, calendar::Instant(day("2026-11-02")));
}
