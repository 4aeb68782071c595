#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "calendar/london.h"
#include "policy/answers.h"
#include "policy/ask.h"
#include "unit/policy/small_pack.h"

using namespace lifestory;
using namespace lifestory::policy;
using namespace lifestory::policy::testing;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

std::string house() { return SOURCE_FOLDER; }

std::string shared_folder() {
    if (const char* set = std::getenv("LIFESTORY_SHARED"))
        return set;
    return house() + "/../shared";
}

const Pack& pack_of(const std::string& id) {
    static std::map<std::string, Pack> packs;
    auto found = packs.find(id);
    if (found == packs.end())
        found = packs.emplace(id, load(house() + "/packs/" + id).value()).first;
    return found->second;
}

Result<ClauseAnswer> ask(const Pack& pack, std::string_view clause, std::string_view at, const std::vector<std::string>& given = {}) {
    return ask_due(pack, clause, calendar::instant_of(calendar::parse_wall(at).value()), TRY(parse_facts(given)));
}

std::string due(const Pack& pack, std::string_view clause, std::string_view at, const std::vector<std::string>& given = {}) {
    auto answer = ask(pack, clause, at, given);
    return !answer ? answer.refusal().message : answer->due ? answer->due->written() : "none; " + answer->instead;
}

const std::string rules = R"toml([clause.OWN-1]
says = "Five days; two where it matters."
[clause.OWN-2]
says = "Two where it matters."
[clause.OWN-3]
says = "Every six weeks; every twelve when agreed."
[setting.interval]
asks = "How often?"
type = "count"
value = "6 weeks"
[status.twelve-weekly]
during = "legal-status"
[timescale.ordinary]
clause = "OWN-1"
what = "visit.recorded"
limit = "5 working days"
after = "visit.happened"
general = true
owes = "author"
[timescale.soon]
clause = "OWN-2"
what = "visit.recorded"
limit = "2 working days"
after = "visit.happened"
owes = "author"
when = { item = { significant = "yes" } }
[frequency.six]
clause = "OWN-3"
what = "visit.seen"
every = "setting interval"
first = ["1 week"]
owes = "allocated-worker"
while = { status = "looked-after", not_status = "twelve-weekly" }
[frequency.twelve]
what = "visit.seen"
every = "12 weeks"
owes = "allocated-worker"
while = { status = "twelve-weekly" }
)toml";

} // namespace

TEST(Ask, a_fact_not_given_is_taken_as_the_clause_needs_it) {
    auto pack = ours(rules);
    ASSERT_THAT(lines(pack), IsEmpty());
    EXPECT_EQ(due(*pack, "OWN-1", "2026-12-01T10:00"), "2026-12-08");
    EXPECT_EQ(due(*pack, "OWN-2", "2026-12-01T10:00"), "2026-12-03");
    EXPECT_EQ(due(*pack, "OWN-3", "2026-12-01T10:00"), "2026-12-08");
    EXPECT_EQ(due(*pack, "OWN-3", "2026-12-01T10:00", {"done=1"}), "2027-01-12");
    EXPECT_EQ(due(*pack, "OWN-3", "2026-12-01T10:00", {"done=1", "setting.interval=4 weeks"}), "2026-12-29");
}

TEST(Ask, a_fact_that_contradicts_names_the_rule_that_speaks_instead) {
    auto pack = ours(rules);
    EXPECT_EQ(due(*pack, "OWN-2", "2026-12-01T10:00", {"item.significant=no"}), "none; timescale.ordinary");
    EXPECT_EQ(due(*pack, "OWN-1", "2026-12-01T10:00", {"item.significant=yes"}), "none; timescale.soon");
    EXPECT_EQ(due(*pack, "OWN-3", "2026-12-01T10:00", {"status=twelve-weekly"}), "none; frequency.twelve");
}

TEST(Ask, refuses_what_it_does_not_know) {
    auto pack = ours(rules);
    EXPECT_EQ(ask(*pack, "OWN-9", "2026-12-01T10:00").refusal().code, "no-clause");
    EXPECT_EQ(parse_facts({"colour=blue"}).refusal().code, "bad-fact");
    EXPECT_EQ(parse_facts({"status"}).refusal().code, "bad-fact");
}

TEST(Ask, answers_each_clause_of_the_house_that_has_a_timescale) {
    for (auto id : {"rochdale", "cambridgeshire", "leicestershire", "liquidlogic-authority", "model"})
        for (const auto& rule : pack_of(id).timescales)
            for (const auto& clause : rule.rule.clauses) {
                auto answer = ask(pack_of(id), clause, "2026-12-23T10:00");
                ASSERT_TRUE(answer) << clause;
                EXPECT_FALSE(answer->explanation.empty()) << clause;
            }
}

TEST(Answers, of_a_clause_are_the_strongest_of_its_rules) {
    auto pack = ours("[clause.OWN-1]\nsays = \"A.\"\n[clause.OWN-2]\nsays = \"B.\"\n[clause.OWN-3]\nsays = \"C.\"\noutside = \"said to the inspectors\"\n[clause.OWN-4]\nsays = \"D.\"\n"
                     "[clause.OWN-5]\nsays = \"E.\"\nshape = [\"nothing-is-removed\"]\n"
                     "[reminder.a]\nclause = [\"OWN-1\", \"OWN-2\"]\ntext = \"Well?\"\nat = [\"home\"]\n[permission.b]\nclause = \"OWN-2\"\nact = \"correct\"\non = \"entry\"\nroles = [\"team-manager\"]\n");
    ASSERT_THAT(lines(pack), IsEmpty());
    std::vector<std::string> answers;
    for (const auto& answered : answered_clauses(*pack))
        answers.push_back(name_of(answered.answer));
    EXPECT_THAT(answers, ::testing::ElementsAre("shown", "enforced", "outside", "open", "enforced"));
}

// Every row of the requirements' table of timescales that a pack of ours carries with a plain number gives what the
// row says when it is counted from one day by hand.
TEST(Ask, takes_a_status_by_any_of_its_names_and_refuses_one_that_is_none) {
    const auto& cambridgeshire = pack_of("cambridgeshire");
    EXPECT_EQ(due(cambridgeshire, "CAM-153", "2026-12-23T10:00", {"status=CIN Plan"}), "2027-01-20");
    EXPECT_THAT(due(cambridgeshire, "CAM-153", "2026-12-23T10:00", {"status=child-in-ned"}), HasSubstr("did you mean 'child-in-need'?"));
    EXPECT_THAT(due(cambridgeshire, "CAM-153", "2026-12-23T10:00", {"setting.no-such=1 week"}), HasSubstr("There is no setting 'no-such'"));
    EXPECT_EQ(due(cambridgeshire, "CAM-048", "2026-12-22T16:30", {"item.significant=true"}), "2026-12-24");
}

TEST(Ask, what_a_status_asks_for_itself_can_rule_it_out) {
    const auto& cambridgeshire = pack_of("cambridgeshire");
    EXPECT_EQ(due(cambridgeshire, "CAM-147", "2026-12-22T16:30", {"status=looked-after", "lasted.placement=2 years"}), "2027-03-16");
    EXPECT_EQ(due(cambridgeshire, "CAM-147", "2026-12-22T16:30", {"lasted.placement=6 months"}), "none; frequency.visit-looked-after");
    EXPECT_EQ(due(cambridgeshire, "CAM-147", "2026-12-22T16:30", {"item.visit-interval=6 weeks"}), "none; frequency.visit-looked-after");
}

TEST(Ask, says_which_rule_holds_where_another_was_settled_away) {
    auto settled = ask(pack_of("model"), "CAM-047", "2026-12-23T10:00");
    ASSERT_TRUE(settled);
    EXPECT_EQ(settled->due->written(), "2026-12-30");
    EXPECT_THAT(settled->explanation, HasSubstr("timescale.visit-recorded of cambridgeshire does not hold here"));
    auto later = ask(pack_of("model"), "CAM-122", "2026-12-23T10:00");
    ASSERT_TRUE(later);
    EXPECT_THAT(later->explanation, HasSubstr("holds for what begins from 1 April 2027"));
}

TEST(Ask, answers_rules_of_other_kinds_that_hold_a_length_of_time) {
    EXPECT_EQ(due(pack_of("liquidlogic-authority"), "LIQ-048", "2026-12-23T10:00"), "2026-12-25T10:00");
    EXPECT_EQ(due(pack_of("cambridgeshire"), "CAM-069", "2026-12-23T10:00"), "2026-12-23");
    EXPECT_EQ(due(pack_of("cambridgeshire"), "CAM-018", "2026-12-23T10:00"), "2026-12-23");
    EXPECT_EQ(due(pack_of("cambridgeshire"), "CAM-117", "2026-12-23T10:00"), "2025-12-23");
    EXPECT_EQ(due(pack_of("cambridgeshire"), "CAM-203", "2026-12-23T10:00"), "none; ");
}

TEST(Ask, agrees_with_the_table_of_timescales) {
    std::ifstream table(shared_folder() + "/requirements/timescales.tsv");
    if (!table)
        GTEST_SKIP() << "skipped: no ../shared";
    const std::map<std::string, std::string> packs{{"LEI", "leicestershire"}, {"LEJ", "leicestershire"}, {"ROC", "rochdale"},
                                                   {"CAM", "cambridgeshire"}, {"LIQ", "liquidlogic-authority"}};
    int rows = 0, counted = 0;
    std::string line;
    std::getline(table, line);
    while (std::getline(table, line)) {
        auto cells = split(line, '\t');
        ASSERT_GE(cells.size(), 7u);
        const auto& pack = pack_of(packs.at(cells[1]));
        auto answer = ask(pack, cells[0], "2026-11-10T10:00");
        ++rows;
        ASSERT_TRUE(answer) << cells[0] << ": " << answer.refusal().message;
        EXPECT_TRUE(std::filesystem::exists(house() + "/tests/acceptance/" + pack.about.id + "/" + cells[0] + ".toml")) << cells[0] << " has no case";
        auto count = calendar::parse_count(cells[5] == "0" ? "same day" : cells[5] + " " + cells[6]);
        if (!count)
            continue; // the source gives no number
        auto direction = cells[4] == "before" ? calendar::Direction::Before : calendar::Direction::After;
        calendar::Counting by_hand{*count, calendar::instant_of(calendar::parse_wall("2026-11-10T10:00").value()), direction, {}};
        auto expected = calendar::due_date(by_hand, pack.calendar_named("")).value();
        ++counted;
        bool there = std::ranges::any_of(answer->rules, [&](const RuleAnswer& rule) { return rule.due == expected; });
        EXPECT_TRUE(there) << cells[0] << ": expected " << expected.written() << "; " << answer->explanation;
    }
    EXPECT_EQ(rows, 123);
    EXPECT_EQ(counted, 88); // the others give no number
}
