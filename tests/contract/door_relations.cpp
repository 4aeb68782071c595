// Who has a part in a record by working with the child, and who has none although they stand near; and help asked in the
// authority's stream, which goes up one's own line alone.
#include <gmock/gmock.h>

#include "access/facts.h"
#include "contract/door_town.h"

namespace lifestory::contract {
namespace {

using access::Relation;
using access::Role;

class Relations : public Town {
protected:
    // Somebody of another team with a manager of their own and business support beside them, allocated to Tilly.
    void let_in(const std::string& relationship) {
        employ(outsider, "Noor Aziz", "social-worker", south);
        employ(their_manager, "Helen Marsh", "team-manager", south);
        employ(their_support, "Ivy Cole", "business-support", south);
        manage(outsider, their_manager);
        auto open = *door->open(visitor(gareth), tilly, {}, now);
        record::Allocation allocation{outsider, "Noor Aziz", relationship, day(12, 1), {}};
        ASSERT_TRUE(door->append(visitor(gareth), open, Act::Allocate, {}, FormNumber::random(), {in_child(gareth, allocation)}, now));
    }
    access::Facts facts(WorkerNumber worker, Role role) { return access::facts_of({worker, role, ""}, tilly, *index, *door->authority(), now); }
    bool is(WorkerNumber worker, Role role, Relation relation) { return facts(worker, role).relations.has(relation); }

    WorkerNumber outsider = WorkerNumber::random(), their_manager = WorkerNumber::random(), their_support = WorkerNumber::random();
};

TEST_F(Relations, AChairsManagerAndTeamHaveNoPartInTheRecord) {
    let_in("conference-chair");
    EXPECT_TRUE(is(outsider, Role::ConferenceChair, Relation::ConferenceChair));
    EXPECT_TRUE(facts(their_manager, Role::TeamManager).relations.is_empty());
    EXPECT_TRUE(facts(their_support, Role::BusinessSupport).relations.is_empty());
    EXPECT_FALSE(door->open(visitor(their_manager), tilly, {}, now));
    EXPECT_FALSE(door->open(visitor(their_support), tilly, {}, now));
}

TEST_F(Relations, AReviewingOfficersManagerAndTeamHaveNoPartInTheRecord) {
    let_in("independent-reviewing-officer");
    EXPECT_TRUE(is(outsider, Role::ReviewingOfficer, Relation::ReviewingOfficer));
    EXPECT_TRUE(facts(their_manager, Role::TeamManager).relations.is_empty());
    EXPECT_TRUE(facts(their_support, Role::BusinessSupport).relations.is_empty());
}

TEST_F(Relations, ACoWorkersManagerAndTeamHave) {
    let_in("co-worker");
    EXPECT_TRUE(is(outsider, Role::Practitioner, Relation::CoWorker));
    EXPECT_TRUE(is(their_manager, Role::TeamManager, Relation::LineOfManagement));
    EXPECT_TRUE(is(their_support, Role::BusinessSupport, Relation::TeamsRecord));
    EXPECT_FALSE(is(their_support, Role::Practitioner, Relation::TeamsRecord)); // the team's letters are business support's alone
    EXPECT_TRUE(is(gareth, Role::TeamManager, Relation::LineOfManagement)); // and the first line keeps its part
}

TEST_F(Relations, SomebodyNamedAsFamilyHasAConflictAndNoRelation) {
    let_in("conflict-of-interest");
    EXPECT_TRUE(facts(outsider, Role::Practitioner).conflict_of_interest);
    EXPECT_TRUE(facts(outsider, Role::Practitioner).relations.is_empty());
    EXPECT_TRUE(facts(their_manager, Role::TeamManager).relations.is_empty());
    EXPECT_FALSE(door->open(visitor(outsider), tilly, {}, now));
}

// ---- help asked

class Help : public Town {
protected:
    EntryId ask(WorkerNumber from, WorkerNumber to) {
        auto entry = in_child(from, record::HelpAsked{to, "", "Nine things, and court on Friday.", {{tilly, "9", "Core group notes", day(12, 21)}}});
        return door->append_help(visitor(from), FormNumber::random(), entry, now) ? entry.id : EntryId{};
    }
    bool answer(WorkerNumber by, EntryId asked) {
        return door->append_help(visitor(by), FormNumber::random(), in_child(by, record::HelpAnswered{asked, "Sam takes two."}), now).has_value();
    }
};

TEST_F(Help, GoesUpOnesOwnLineAndToNobodyElse) {
    EXPECT_FALSE(ask(priya, gareth).is_zero());
    EXPECT_FALSE(ask(priya, denise).is_zero());
    EXPECT_TRUE(ask(priya, omar).is_zero());
    EXPECT_TRUE(ask(gareth, priya).is_zero());
    EXPECT_EQ(door->authority()->help.size(), 2u);
}

TEST_F(Help, IsAnsweredByWhomItWasAskedOfOrWhoeverStandsAbove) {
    auto asked = ask(priya, gareth);
    EXPECT_FALSE(answer(priya, asked));
    EXPECT_FALSE(answer(omar, asked));
    EXPECT_FALSE(answer(gareth, EntryId::random()));
    EXPECT_TRUE(answer(gareth, asked));
    EXPECT_TRUE(answer(denise, asked));
    ASSERT_NE(door->authority()->help_asked(asked), nullptr);
    EXPECT_EQ(door->authority()->help_asked(asked)->answers.size(), 2u);
}

TEST_F(Help, NoOtherEntryGoesInThatWay) {
    auto team = in_child(priya, record::Team{TeamNumber::random(), "A team of my own", "", ""});
    EXPECT_FALSE(door->append_help(visitor(priya), FormNumber::random(), team, now));
    auto as_somebody_else = in_child(gareth, record::HelpAsked{denise, "", "Help", {}});
    EXPECT_FALSE(door->append_help(visitor(priya), FormNumber::random(), as_somebody_else, now));
}

} // namespace
} // namespace lifestory::contract
