// A worker, a team and the authority as rules see them, and whom a role means.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calendar/london.h"
#include "policy/obligation.h"
#include "policy/people.h"
#include "policy/timeline_of_work.h"

using namespace lifestory;
using namespace lifestory::policy;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

Day day(std::string_view text) { return calendar::parse_day(text).value(); }
Instant at(std::string_view wall) { return calendar::instant_of(calendar::parse_wall(wall).value()); }

const Pack& leicestershire() {
    static const auto pack = load(std::filesystem::path(SOURCE_FOLDER) / "packs/leicestershire");
    return pack.value();
}

WorkerNumber worker(std::uint8_t number) {
    WorkerNumber one;
    one.bytes[15] = number;
    return one;
}

const WorkerNumber priya = worker(1), gareth = worker(2), helen = worker(3), ines = worker(4);

// Northmere's family team: Priya under Gareth under Helen; Ines reviews and is in nobody's line.
struct Northmere {
    record::Authority authority{};
    std::uint64_t place = 0;
    TeamNumber team{};

    Northmere() {
        team.bytes[15] = 9;
        say("2026-01-05T09:00", gareth, record::Team{team, "Family Team North", "first-response", ""});
        for (const auto& [number, name, role] : {std::tuple(priya, "Priya Anand", "social-worker"), std::tuple(gareth, "Gareth Holloway", "team-manager"),
                                                 std::tuple(helen, "Helen Marsh", "head-of-service"), std::tuple(ines, "Ines Duarte", "independent-reviewing-officer")})
            say("2026-01-05T09:00", gareth, record::Worker{number, name, "as their role", role, "", team, true});
        say("2026-01-05T09:00", gareth, record::LineOfManagement{priya, gareth});
        say("2026-01-05T09:00", gareth, record::LineOfManagement{gareth, helen});
    }

    record::Entry& say(std::string_view when, const WorkerNumber& by, record::Content content, std::string_view happened = "") {
        static record::Entry entry;
        entry = {};
        entry.number = ++place;
        entry.id.bytes[15] = static_cast<std::uint8_t>(place);
        entry.recorded_at = at(when);
        entry.said.recorded_by.worker = by;
        if (!happened.empty())
            entry.said.happened_on = day(happened);
        entry.content = std::move(content);
        record::apply(authority, entry);
        return entry;
    }

    void supervise(const WorkerNumber& whom, std::string_view on) {
        record::Form form{"supervision-session", "Worker's supervision", {}};
        form.answers.push_back({"supervised", "Whose supervision", "about", "worker", record::People{{{"", "", {}, whom}}, false}});
        say(std::string(on) + "T15:00", gareth, record::Meeting{form, {}, false, {}, {}, {}}, on);
    }
};

std::vector<std::string> said(const Pack& pack, Subject subject, const Timeline& timeline, std::string_view rule, std::string_view now) {
    RuleBook book(pack, subject);
    RuleBooks books;
    books.in_force = &book;
    std::vector<std::string> all;
    for (const auto& owed : obligations_of(books, timeline, at(now)))
        if (owed.rule == rule)
            all.push_back(owed.due->written() + " " + in_words(owed.state));
    return all;
}

} // namespace

TEST(Work, a_worker_is_owed_supervision_and_a_colleague_s_session_is_not_theirs) {
    Northmere here;
    here.supervise(priya, "2026-01-20");
    here.supervise(ines, "2026-02-10");
    auto priyas = timeline_of_worker(priya, here.authority, leicestershire());
    EXPECT_EQ(priyas.happenings.size(), 1u);
    EXPECT_THAT(said(leicestershire(), Subject::Worker, priyas, "frequency.supervision", "2026-02-20T10:00"), ElementsAre("2026-02-02 met", "2026-02-17 late"));
}

TEST(Work, nothing_is_owed_for_a_worker_who_has_left) {
    Northmere here;
    here.say("2026-01-30T09:00", gareth, record::Worker{priya, "Priya Anand", "Social Worker", "social-worker", "", here.team, false});
    auto gone = timeline_of_worker(priya, here.authority, leicestershire());
    EXPECT_THAT(said(leicestershire(), Subject::Worker, gone, "frequency.supervision", "2026-03-20T10:00"), ElementsAre("2026-02-02 no longer needed"));
}

TEST(Work, a_child_s_book_holds_no_rule_about_a_worker_and_the_other_way_round) {
    RuleBook child(leicestershire()), of_workers(leicestershire(), Subject::Worker);
    Timeline nobody;
    RuleBooks books;
    books.in_force = &child;
    for (const auto& owed : obligations_of(books, nobody, at("2026-03-20T10:00")))
        EXPECT_NE(owed.rule, "frequency.supervision");
}

TEST(Work, the_authority_looks_at_its_guidance_each_year) {
    Northmere here;
    auto before = timeline_of_authority(here.authority, leicestershire());
    EXPECT_THAT(said(leicestershire(), Subject::Authority, before, "timescale.guidance-review", "2026-02-20T10:00"), ElementsAre("2025-04-30 late"));
    here.say("2026-02-10T10:00", helen, record::Document{{"guidance-review", "Review of the guidance", {}}, {}, {}, {}, {}}, "2026-02-10");
    auto after = timeline_of_authority(here.authority, leicestershire());
    EXPECT_THAT(said(leicestershire(), Subject::Authority, after, "timescale.guidance-review", "2026-02-20T10:00"), ElementsAre("2025-04-30 met late"));
    EXPECT_THAT(said(leicestershire(), Subject::Authority, after, "timescale.key-documents-to-the-child", "2026-02-20T10:00"), IsEmpty()) << "its day is long gone";
}

TEST(Work, a_team_has_what_its_own_people_signed) {
    Northmere here;
    TeamNumber other;
    other.bytes[15] = 8;
    here.say("2026-01-06T09:00", gareth, record::Team{other, "Family Team South", "first-response", ""});
    here.say("2026-02-10T10:00", gareth, record::Meeting{{"team-meeting", "Team meeting", {}}, {}, false, {}, {}, {}}, "2026-02-10");
    EXPECT_EQ(timeline_of_team(here.team, here.authority, leicestershire()).happenings.size(), 1u);
    EXPECT_THAT(timeline_of_team(other, here.authority, leicestershire()).happenings, IsEmpty());
}

TEST(Meetings, what_a_manager_thinks_is_of_each_child_and_harmful_sexual_behaviour_is_one_child_s) {
    const auto* decision = leicestershire().record_type("child-decision-making-meeting");
    ASSERT_TRUE(decision && decision->several_children);
    EXPECT_TRUE(decision->item("oversight")->each_child) << "else one child's answer is copied into every child's record";
    EXPECT_FALSE(leicestershire().record_type("hsb-meeting")->several_children);
}

TEST(People, a_role_is_who_holds_it_in_the_worker_s_line_and_a_role_outside_it_all_who_hold_it) {
    Northmere here;
    record::Child tilly;
    record::Entry entry;
    entry.id.bytes[15] = 77;
    entry.recorded_at = at("2026-01-06T09:00");
    entry.content = record::Allocation{priya, "Priya Anand", "allocated-worker", day("2026-01-06"), {}};
    record::apply(tilly, entry);
    auto who = [&](const std::string& said) { return workers_for_child(said, tilly, here.authority, leicestershire(), day("2026-03-01")); };
    EXPECT_THAT(who("allocated-worker"), ElementsAre(priya));
    EXPECT_THAT(who("team-manager"), ElementsAre(gareth));
    EXPECT_THAT(who("supervisor"), ElementsAre(gareth));
    EXPECT_THAT(who("head-of-service"), ElementsAre(helen));
    EXPECT_THAT(who("line-of-management"), ElementsAre(gareth, helen));
    EXPECT_THAT(who("independent-reviewing-officer"), ElementsAre(ines));
    EXPECT_THAT(who("personal-adviser"), ElementsAre(gareth)) << "where nobody answers the team manager does";
    EXPECT_THAT(who("parents"), IsEmpty());
    EXPECT_THAT(workers_for_worker("supervisor", priya, here.authority, leicestershire(), day("2026-03-01")), ElementsAre(gareth));
    EXPECT_THAT(workers_for_team("team-manager", here.team, here.authority, leicestershire(), day("2026-03-01")), ElementsAre(gareth));
    EXPECT_THAT(workers_for_authority("head-of-service", here.authority, leicestershire(), day("2026-03-01")), ElementsAre(helen));
}
