// Who is told, and when: a day too early and never a day too late.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calendar/london.h"
#include "policy/notices.h"
#include "unit/policy/small_pack.h"

using namespace lifestory;
using namespace lifestory::policy;
using namespace lifestory::policy::testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

Day day(std::string_view text) { return calendar::parse_day(text).value(); }
Instant at(std::string_view wall) { return calendar::instant_of(calendar::parse_wall(wall).value()); }

const std::string usual = "[escalation.usual]\nsteps = [\n  { at = \"half\", tell = [\"owner\"] },\n  { at = \"1 working day before\", tell = [\"owner\"] },\n"
                          "  { at = \"on the day\", tell = [\"owner\"] },\n  { at = \"late\", tell = [\"owner\", \"team-manager\"] },\n"
                          "  { at = \"5 working days late\", tell = [\"independent-reviewing-officer\"] },\n]\n";

std::string written_within(const std::string& limit) {
    return usual + "[timescale.minutes]\nwhat = \"core-group-minutes.recorded\"\nlimit = \"" + limit + "\"\nafter = \"core-group.held\"\nowes = \"chair\"\nescalation = \"usual\"\n";
}

struct Told {
    Pack pack;
    std::vector<Obligation> owed;

    Told(const std::string& rules, std::string_view held, std::string_view now) : pack(ours(rules).value()) {
        Timeline child;
        Happening group;
        group.id.bytes[15] = 1;
        group.record_type = "core-group";
        group.moments.push_back({"held", at(held), Known::ToTheMinute, ""});
        child.happenings.push_back(group);
        RuleBook book(pack);
        RuleBooks books;
        books.in_force = &book;
        owed = obligations_of(books, child, at(now));
    }

    static std::vector<std::string> said(const std::vector<Notice>& notices) {
        std::vector<std::string> all;
        for (const auto& notice : notices) {
            std::string line = calendar::written(calendar::london(notice.at)) + " " + notice.step + ":";
            for (const auto& who : notice.tell)
                line += " " + who;
            all.push_back(line);
        }
        return all;
    }
};

} // namespace

TEST(Notices, of_a_day_come_at_half_time_the_day_before_on_the_day_and_when_late) {
    Told told(written_within("10 working days"), "2026-11-02T10:00", "2026-11-03T10:00"); // due Monday 16 November
    EXPECT_THAT(Told::said(steps_of(told.owed.front(), told.pack, {})),
                ElementsAre("2026-11-09T00:00 half: chair", "2026-11-13T00:00 1 working day before: chair", "2026-11-16T00:00 on the day: chair",
                            "2026-11-17T00:00 late: chair team-manager", "2026-11-23T00:00 5 working days late: independent-reviewing-officer"));
    EXPECT_THAT(notices_of(told.owed.front(), told.pack, {}, at("2026-11-08T10:00")), IsEmpty());
    EXPECT_THAT(Told::said(notices_of(told.owed.front(), told.pack, {}, at("2026-11-13T07:00"))),
                ElementsAre("2026-11-09T00:00 half: chair", "2026-11-13T00:00 1 working day before: chair"));
}

TEST(Notices, of_what_is_due_on_a_holiday_or_weekend_come_on_the_working_day_before) {
    Told told(written_within("45 days"), "2026-11-14T10:00", "2026-11-15T10:00"); // due Tuesday 29 December; half is Sunday 6 December
    auto steps = Told::said(steps_of(told.owed.front(), told.pack, {}));
    EXPECT_EQ(steps.front(), "2026-12-04T00:00 half: chair");
    Told weekend(written_within("42 days"), "2026-11-15T10:00", "2026-11-16T10:00"); // due Sunday 27 December, after Christmas Day
    EXPECT_EQ(Told::said(steps_of(weekend.owed.front(), weekend.pack, {}))[2], "2026-12-24T00:00 on the day: chair");
}

TEST(Notices, a_holiday_declared_at_short_notice_moves_the_day_before) {
    Told told(written_within("10 working days"), "2026-11-02T10:00", "2026-11-03T10:00");
    EXPECT_EQ(Told::said(steps_of(told.owed.front(), told.pack, {{day("2026-11-13"), "Declared"}}))[1], "2026-11-12T00:00 1 working day before: chair");
}

TEST(Notices, of_hours_are_told_by_the_minute) {
    Told told(written_within("24 hours"), "2026-11-02T10:00", "2026-11-02T12:00");
    EXPECT_THAT(Told::said(steps_of(told.owed.front(), told.pack, {})),
                ElementsAre("2026-11-02T22:00 half: chair", "2026-11-03T00:00 on the day: chair", "2026-11-03T10:00 late: chair team-manager",
                            "2026-11-10T00:00 5 working days late: independent-reviewing-officer"));
}

TEST(Notices, of_what_should_be_done_go_no_further_than_the_manager_and_of_advice_are_never_late) {
    Told should(written_within("10 working days") + "force = \"should\"\n", "2026-11-02T10:00", "2026-12-20T10:00");
    EXPECT_EQ(steps_of(should.owed.front(), should.pack, {}).size(), 4u);
    EXPECT_TRUE(steps_of(should.owed.front(), should.pack, {}).back().is_late);
    Told advice(written_within("10 working days") + "force = \"advice\"\n", "2026-11-02T10:00", "2026-12-20T10:00");
    for (const auto& step : steps_of(advice.owed.front(), advice.pack, {}))
        EXPECT_FALSE(step.is_late) << step.step;
}

TEST(Notices, end_once_it_is_done_and_are_none_without_an_escalation) {
    Told told(written_within("10 working days"), "2026-11-02T10:00", "2026-12-20T10:00");
    auto met = told.owed.front();
    met.state = State::MetLate;
    EXPECT_THAT(notices_of(met, told.pack, {}, at("2026-12-20T10:00")), IsEmpty());
    Told quiet("[timescale.minutes]\nwhat = \"core-group-minutes.recorded\"\nlimit = \"1 week\"\nafter = \"core-group.held\"\nowes = \"chair\"\n",
               "2026-11-02T10:00", "2026-12-20T10:00");
    EXPECT_EQ(escalation_of(quiet.owed.front(), quiet.pack), nullptr);
    EXPECT_THAT(notices_of(quiet.owed.front(), quiet.pack, {}, at("2026-12-20T10:00")), IsEmpty());
}
