// A choice that the pack proposes: the kind of a visit from who was seen and what plan there is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/judge.h"
#include "policy/pack.h"

using namespace lifestory;
using namespace lifestory::policy;
using ::testing::ElementsAre;

namespace {

const Pack& cambridgeshire() {
    static const Pack pack = load(std::string(SOURCE_FOLDER) + "/packs/cambridgeshire").value();
    return pack;
}

std::optional<Proposed> kind_of_visit(const std::vector<std::string>& statuses, const std::string& seen) {
    const auto today = *calendar::day_of(2026, 12, 23);
    Timeline child;
    std::vector<Spell> spells;
    for (const auto& status : statuses)
        spells.push_back({status, *calendar::day_of(2026, 11, 2), std::nullopt, {}});
    Happening visit;
    visit.record_type = "visit";
    if (!seen.empty())
        visit.items["seen"] = {seen};
    return proposed_value(*cambridgeshire().record_type("visit")->item("visit-kind"), {&cambridgeshire(), &child, &spells, today, &visit});
}

} // namespace

TEST(Proposed, the_kind_of_a_visit_follows_from_who_was_seen_and_the_plan) {
    const std::string alone = "seen alone", others = "seen with others";
    EXPECT_EQ(kind_of_visit({"open", "child-protection-plan"}, alone)->value, "child protection visit, seen alone or baby awake");
    EXPECT_EQ(kind_of_visit({"open", "child-protection-plan"}, others)->value, "case worker visit, child seen");
    EXPECT_EQ(kind_of_visit({"open", "looked-after"}, others)->value, "looked after visit");
    EXPECT_EQ(kind_of_visit({"open", "looked-after", "child-protection-plan"}, alone)->value, "looked after and child protection visit");
    EXPECT_EQ(kind_of_visit({"open", "looked-after", "child-protection-plan"}, others)->value, "looked after visit");
    EXPECT_EQ(kind_of_visit({"care-leaver"}, alone)->value, "care leaver visit");
    EXPECT_EQ(kind_of_visit({"open"}, alone)->value, "case worker visit, child seen");
    EXPECT_EQ(kind_of_visit({"open", "child-protection-plan"}, "not seen")->value, "case worker visit");
}

TEST(Proposed, nothing_is_before_somebody_says_who_was_seen) { EXPECT_FALSE(kind_of_visit({"open", "child-protection-plan"}, "")); }

TEST(Proposed, it_says_what_speaks_for_it) {
    EXPECT_THAT(kind_of_visit({"open", "child-protection-plan"}, "seen alone")->because, ElementsAre("child protection plan", "seen alone"));
    EXPECT_THAT(kind_of_visit({"looked-after", "child-protection-plan"}, "baby seen awake")->because,
                ElementsAre("looked after", "child protection plan", "baby seen awake"));
}
