// What was met stays as everything was known then: a holiday declared later, a day put right, an entry withdrawn, another
// pack move only what is open.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calendar/london.h"
#include "policy/obligation.h"
#include "unit/policy/small_pack.h"

using namespace lifestory;
using namespace lifestory::policy;
using namespace lifestory::policy::testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

Day day(std::string_view text) { return calendar::parse_day(text).value(); }
Instant at(std::string_view wall) { return calendar::instant_of(calendar::parse_wall(wall).value()); }

const std::string recorded = "[timescale.recorded]\nwhat = \"visit.recorded\"\nlimit = \"3 working days\"\nafter = \"visit.happened\"\nowes = \"author\"\n";
const std::string minutes = "[timescale.minutes]\nwhat = \"core-group-minutes.recorded\"\nlimit = \"5 working days\"\nafter = \"core-group.held\"\nowes = \"chair\"\n";
const std::string visits = "[frequency.visits]\nwhat = \"visit.seen\"\nevery = \"2 weeks\"\nstarts = \"child-protection-plan.started\"\n"
                           "while = { status = \"child-protection-plan\" }\nowes = \"allocated-worker\"\n";

Moment on(const std::string& name, std::string_view when) { return {name, calendar::start_of(day(when)), Known::ToTheDay, ""}; }
Moment exactly(const std::string& name, std::string_view when) { return {name, at(when), Known::ToTheMinute, ""}; }

struct Tale {
    Timeline child{};

    Happening& entry(const std::string& type, std::vector<Moment> moments) {
        Happening happening;
        happening.id.bytes[15] = static_cast<std::uint8_t>(child.happenings.size() + 1);
        happening.record_type = type;
        happening.moments = std::move(moments);
        child.happenings.push_back(happening);
        return child.happenings.back();
    }
    Happening& visit(std::string_view when, std::string_view written) { return entry("visit", {on("happened", when), on("seen", when), exactly("recorded", written)}); }
};

// The day on which it happened was another until then.
void put_right(Happening& happening, std::string_view wrong, std::string_view until) {
    for (auto& moment : happening.moments)
        if (moment.known == Known::ToTheDay)
            happening.former.push_back({on(moment.name, wrong), at(until)});
}

void withdraw(Happening& happening, std::string_view when) {
    for (auto& moment : happening.moments)
        happening.former.push_back({moment, at(when)});
    happening.moments.clear();
}

std::vector<std::string> owed(const std::string& rules, const Timeline& child, std::string_view now) {
    auto pack = std::move(ours(rules)).value();
    RuleBook book(pack);
    std::vector<std::string> texts;
    for (const auto& one : obligations_of({&book, {}}, child, at(now)))
        texts.push_back(one.due->written() + " " + in_words(one.state) + (one.because.empty() ? "" : ": " + one.because));
    return texts;
}

} // namespace

TEST(KnownThen, a_holiday_declared_later_moves_what_is_open_and_never_what_is_met) {
    Tale life;
    life.visit("2026-09-17", "2026-09-21T09:00");
    life.entry("core-group", {on("held", "2026-09-17")});
    life.child.declared = {{day("2026-09-22"), "A day of thanks", at("2026-09-21T12:00")}};
    EXPECT_THAT(owed(recorded + minutes, life.child, "2026-09-21T13:00"), ElementsAre("2026-09-22 met", "2026-09-25 due"));
    life.child.declared.front().at = at("2026-09-20T12:00"); // it was known when the visit was written down
    EXPECT_THAT(owed(recorded, life.child, "2026-09-21T13:00"), ElementsAre("2026-09-23 met"));
}

TEST(KnownThen, a_day_put_right_moves_what_is_open_and_never_what_is_met) {
    Tale life;
    put_right(life.visit("2026-12-02", "2026-12-03T10:00"), "2026-12-01", "2026-12-08T10:00");
    put_right(life.entry("core-group", {on("held", "2026-12-02")}), "2026-12-01", "2026-12-04T10:00");
    EXPECT_THAT(owed(recorded + minutes, life.child, "2026-12-08T12:00"), ElementsAre("2026-12-04 met", "2026-12-09 due"));
}

TEST(KnownThen, a_turn_met_before_a_day_was_put_right_stays_counted_from_the_day_as_it_was_known) {
    Tale life;
    life.entry("child-protection-plan", {on("started", "2026-11-02"), on("recorded", "2026-11-02")});
    put_right(life.visit("2026-11-10", "2026-11-10T12:00"), "2026-11-09", "2026-12-01T10:00");
    life.visit("2026-11-20", "2026-11-20T12:00");
    EXPECT_THAT(owed(visits, life.child, "2026-12-01T12:00"), ElementsAre("2026-11-16 met", "2026-11-23 met", "2026-12-04 due"));
}

TEST(KnownThen, nothing_is_owed_for_what_was_withdrawn_but_what_was_met_before_stands) {
    Tale life;
    withdraw(life.visit("2026-12-01", "2026-12-02T10:00"), "2026-12-08T10:00");
    withdraw(life.entry("core-group", {on("held", "2026-12-01"), exactly("recorded", "2026-12-01T15:00")}), "2026-12-03T10:00");
    EXPECT_THAT(owed(recorded + minutes, life.child, "2026-12-09T12:00"), ElementsAre("2026-12-04 met", "2026-12-08 no longer needed: withdrawn"));
}

TEST(KnownThen, a_withdrawn_visit_meets_nothing) {
    Tale life;
    life.entry("child-protection-plan", {on("started", "2026-11-02"), on("recorded", "2026-11-02")});
    withdraw(life.visit("2026-11-10", "2026-11-10T12:00"), "2026-11-18T10:00");
    EXPECT_THAT(owed(visits, life.child, "2026-11-18T12:00"), ElementsAre("2026-11-16 late"));
}

TEST(KnownThen, what_no_entry_started_is_judged_by_the_pack_in_force_when_it_was_met) {
    std::string birthday = "[timescale.pathway]\nwhat = \"child-details.recorded\"\nlimit = \"3 months\"\nafter = \"birthday.16\"\nowes = \"allocated-worker\"\n";
    auto shorter = birthday;
    shorter.replace(shorter.find("3 months"), 8, "1 month");
    auto old_pack = std::move(ours(birthday)).value(), new_pack = std::move(ours(shorter)).value();
    RuleBook old_book(old_pack), new_book(new_pack);
    RuleBooks books{&new_book, {{old_pack.digest, &old_book}}};
    Tale life;
    life.child.born = day("2010-09-01");
    life.child.accepted = {{at("2026-01-01T10:00"), old_pack.digest}, {at("2026-11-20T10:00"), new_pack.digest}};
    auto open = obligations_of(books, life.child, at("2026-11-25T10:00"));
    ASSERT_EQ(open.size(), 1u);
    EXPECT_EQ(open[0].due->written(), "2026-10-01"); // open, so by the pack in force
    life.entry("child-details", {on("started", "2026-11-18"), exactly("recorded", "2026-11-18T10:00")}).pack_digest = old_pack.digest;
    auto met = obligations_of(books, life.child, at("2026-11-25T10:00"));
    ASSERT_EQ(met.size(), 1u);
    EXPECT_EQ(met[0].due->written(), "2026-12-01");
    EXPECT_EQ(met[0].state, State::Met);
}

TEST(KnownThen, what_a_rule_says_can_be_asked_for_later) {
    Tale life;
    life.visit("2026-12-01", "2026-12-02T10:00");
    life.entry("core-group", {on("held", "2026-12-01")});
    auto pack = std::move(ours(recorded + minutes)).value();
    RuleBook book(pack);
    RuleBooks books{&book, {}};
    auto said = obligations_of(books, life.child, at("2026-12-09T12:00"));
    auto without = obligations_of(books, life.child, at("2026-12-09T12:00"), RuleWords::LeftOut);
    EXPECT_THAT(without[0].owes, IsEmpty());
    for (auto& one : without)
        say_rule(one, book);
    EXPECT_EQ(without, said);
}

TEST(KnownThen, the_next_turning_day_is_a_birthday_a_planned_day_or_a_rule_that_begins) {
    auto pack = std::move(ours(recorded)).value();
    auto later = std::move(ours(recorded + "changes.2027-02-01.limit = \"5 working days\"\n")).value();
    Tale life;
    EXPECT_FALSE(next_turning_day(RuleBook(pack), life.child, at("2026-12-09T12:00")));
    EXPECT_EQ(next_turning_day(RuleBook(later), life.child, at("2026-12-09T12:00")), day("2027-02-01"));
    life.child.born = day("2015-03-14");
    EXPECT_EQ(next_turning_day(RuleBook(pack), life.child, at("2026-12-09T12:00")), day("2027-03-14"));
    life.entry("core-group", {on("planned", "2026-12-15")});
    EXPECT_EQ(next_turning_day(RuleBook(pack), life.child, at("2026-12-09T12:00")), day("2026-12-15"));
}
