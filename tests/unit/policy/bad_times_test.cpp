// What is wrong with the times of a pack is refused with path, line and what was expected; what cannot have happened is refused or
// counted right.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/policy/small_pack.h"

using namespace lifestory;
using namespace lifestory::policy;
using namespace lifestory::policy::testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace {

const std::string rest = "after = \"visit.happened\"\nwhat = \"visit.recorded\"\nowes = \"author\"\n";

std::string one_line(const std::string& text) {
    auto all = lines(ours(text));
    return all.size() == 1 ? all.front() : "expected one line, got " + std::to_string(all.size()) + (all.empty() ? "" : ": " + all.front());
}

} // namespace

TEST(BadTimes, a_unit_that_does_not_exist_is_refused) {
    EXPECT_THAT(one_line("[timescale.x]\nlimit = \"2 fortnights\"\n" + rest),
                StartsWith("ours/times.toml:2: timescale.x: limit: '2 fortnights' is not a count; expected a number from 1 up and one of: hours, working hours, days"));
    EXPECT_THAT(one_line("[frequency.x]\nwhat = \"visit.seen\"\nowes = \"author\"\nevery = \"6 weaks\"\n"), HasSubstr("did you mean 'weeks'?"));
}

TEST(BadTimes, a_number_below_one_is_refused_wherever_it_stands) {
    EXPECT_THAT(one_line("[timescale.x]\nlimit = \"-5 days\"\n" + rest), StartsWith("ours/times.toml:2: timescale.x: limit: '-5 days' is not a count"));
    EXPECT_THAT(one_line("[timescale.x]\nlimit = -5\n" + rest), StartsWith("ours/times.toml:2: timescale.x: limit = -5; expected words in quotation marks"));
    EXPECT_THAT(one_line("[frequency.x]\nwhat = \"visit.seen\"\nowes = \"author\"\nevery = \"-2 weeks\"\n"), HasSubstr("ours/times.toml:4:"));
    EXPECT_THAT(one_line("[setting.x]\nasks = \"How many?\"\ntype = \"number\"\nvalue = -3\n"),
                StartsWith("ours/times.toml:4: setting.x: value = -3; expected a whole number from 0 up"));
    EXPECT_THAT(one_line("[setting.x]\nasks = \"How long?\"\ntype = \"count\"\nvalue = \"-3 days\"\n"), StartsWith("ours/times.toml:4: setting.x: value = '-3 days'"));
    EXPECT_THAT(one_line("[escalation.x]\nsteps = [{ at = \"-1 days before\", tell = [\"owner\"] }]\n"), HasSubstr("ours/times.toml:2: escalation.x: at = '-1 days before'"));
    EXPECT_THAT(one_line("[reminder.x]\ntext = \"Look back.\"\nat = [\"visit\"]\nreaches_back = \"-12 months\"\n"), HasSubstr("ours/times.toml:4: reminder.x: reaches_back"));
}

TEST(BadTimes, a_trigger_that_nothing_produces_is_refused_in_every_key) {
    for (const std::string key : {"after", "before"})
        EXPECT_THAT(one_line("[timescale.x]\nlimit = \"5 days\"\n" + key + " = \"nobody.came\"\nwhat = \"visit.recorded\"\nowes = \"author\"\n"),
                    StartsWith("ours/times.toml:3: timescale.x: " + key + " = 'nobody.came': nothing produces it"));
    for (const std::string key : {"starts", "stops", "never"})
        EXPECT_THAT(one_line("[frequency.x]\nwhat = \"visit.seen\"\nowes = \"author\"\nevery = \"6 weeks\"\n" + key + " = \"nobody.came\"\n"),
                    StartsWith("ours/times.toml:5: frequency.x: " + key + " = 'nobody.came': nothing produces it"));
    EXPECT_THAT(one_line("[timescale.x]\nlimit = \"5 days\"\nfalls_away = [\"core-group.ended\"]\n" + rest), HasSubstr("core-group has no moment 'ended'"));
}

TEST(BadTimes, a_circle_is_refused) {
    auto statuses = lines(ours("[status.x]\nbegins = \"visit.happened\"\nends = \"y.begins\"\n[status.y]\nbegins = \"visit.happened\"\nends = \"x.begins\"\n"));
    EXPECT_THAT(statuses, Contains(HasSubstr("ours/times.toml:1: status.x: statuses ask for each other in a circle")));
    auto types = lines(ours("[record.a]\nlike = \"b\"\n[record.b]\nlike = \"a\"\n"));
    EXPECT_THAT(types, Contains(StartsWith("ours/times.toml:2: record.a: like = 'b' goes in a circle")));
}

TEST(BadTimes, a_clause_that_is_not_in_the_form_of_its_source_is_refused) {
    for (const std::string id : {"own-1", "OWN-", "OWN-one", "OWN-1a", "THR-1", "OWN-12345"})
        EXPECT_EQ(one_line("[clause." + id + "]\nsays = \"A sentence.\"\n"), "ours/times.toml:1: clause." + id + ": '" + id + "' is no id; expected an id like OWN-12");
    EXPECT_THAT(lines(ours("[clause.OWN-12]\nsays = \"A sentence.\"\n[clause.OWN-CP3]\nsays = \"Another.\"\n")), ElementsAre());
    EXPECT_THAT(one_line("[timescale.x]\nclause = \"OWN 1\"\nlimit = \"5 days\"\n" + rest), StartsWith("ours/times.toml:2: timescale.x: there is no clause 'OWN 1'"));
}

TEST(BadTimes, work_held_elsewhere_is_asked_of_areas_that_are_there) {
    EXPECT_THAT(one_line("[frequency.x]\nwhat = \"visit.seen\"\nowes = \"author\"\nevery = \"6 weeks\"\nwhile = { not_area = \"early-halp\" }\n"),
                HasSubstr("did you mean 'early-help'?"));
}
