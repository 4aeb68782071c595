// Finishing a part of our work: its end and what came of it are one act, and none ends without where the pack says so.
#include "casework/finish_work.h"

#include <gmock/gmock.h>

#include "calendar/london.h"
#include "unit/casework/cast.h"

namespace lifestory::casework {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

policy::RecordType outcome_type(policy::Force force) {
    policy::RecordType type;
    type.id = "outcome";
    type.name = "What came of it";
    type.belongs_to = {"child-in-need-plan"};
    policy::Item item;
    item.id = "came-of-it";
    item.type = policy::ItemType::Choice;
    item.label = "What came of it";
    item.force = force;
    item.clauses = {"ABC-1"};
    item.choices = {{"help went on", "", {}, {}}, {"no help was needed", "", {}, {}}};
    type.items = {item};
    return type;
}

struct WithAPlan {
    record::Child child;
    Act act;

    WithAPlan() {
        child.record = RecordNumber::random();
        record::Beside<record::Episode> said;
        said.entry = EntryId::random();
        said.what = {"0123456789abcdef0123456789abcdef", {"child-in-need-plan", "Child in need plan", {}}, *calendar::parse_day("2026-09-01"), {}};
        child.episodes.push_back({said.what.episode, {{said}}});
        act.now = calendar::start_of(*calendar::parse_day("2026-12-23")) + std::chrono::hours(10);
        act.id = EntryId::random();
    }

    Finishing with(std::string came_of_it) const { return {"0123456789abcdef0123456789abcdef", *calendar::parse_day("2026-12-22"), std::move(came_of_it), "Nan helps."}; }
};

} // namespace

TEST(FinishingWork, EndsItAndSaysWhatCameOfItInOneAct) {
    const WithAPlan there;
    const auto writing = finish_work(there.act, there.child, outcome_type(policy::Force::Must), there.with("help went on"));
    ASSERT_TRUE(writing);
    ASSERT_THAT(*writing, SizeIs(2));
    EXPECT_EQ(std::get<record::Episode>((*writing)[0].content).ended, std::optional(*calendar::parse_day("2026-12-22")));
    const auto& outcome = std::get<record::Document>((*writing)[1].content);
    EXPECT_EQ(outcome.belongs_to, there.child.episodes.front().history.said.front().entry);
    EXPECT_THAT(outcome.form.chosen("came-of-it"), ElementsAre("help went on"));
    EXPECT_NE((*writing)[0].id, (*writing)[1].id);
}

TEST(FinishingWork, IsRefusedWithoutAnOutcomeAndWithOneThatTheListDoesNotHave) {
    const WithAPlan there;
    const auto without = finish_work(there.act, there.child, outcome_type(policy::Force::Must), there.with(""));
    ASSERT_FALSE(without);
    EXPECT_EQ(without.refusal().field, "came-of-it");
    EXPECT_EQ(without.refusal().clause, "ABC-1");
    const auto other = finish_work(there.act, there.child, outcome_type(policy::Force::Must), there.with("it went well"));
    ASSERT_FALSE(other);
    EXPECT_THAT(other.refusal().message, HasSubstr("from the list"));
    EXPECT_TRUE(finish_work(there.act, there.child, outcome_type(policy::Force::Should), there.with("")));
}

TEST(FinishingWork, RefusesEverythingAtOnce) {
    const WithAPlan there;
    auto finishing = there.with("");
    finishing.ended = *calendar::parse_day("2026-08-01");
    const auto refused = finish_work(there.act, there.child, outcome_type(policy::Force::Must), finishing);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.refusals(), SizeIs(2));
    EXPECT_THAT(work_to_finish(there.child, outcome_type(policy::Force::Must)), SizeIs(1));
}

} // namespace lifestory::casework
