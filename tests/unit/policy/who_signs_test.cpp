// Who may sign a kind of record, and how whoever may not is told who does.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/who_signs.h"
#include "unit/policy/small_pack.h"

using namespace lifestory;
using namespace lifestory::policy;
using namespace lifestory::policy::testing;
using ::testing::IsEmpty;

namespace {

const std::string kinds = R"toml([role.adoption-manager]
name = "Adoption Team Manager"
acts_as = "team-manager"
[record.written-by-one]
name = "Alert"
like = "entry"
written_by = ["independent-reviewing-officer"]
[record.signed-by-another]
name = "Decision Record"
like = "entry"
written_by = ["social-worker"]
signed_by = ["team-manager", "allocated-worker"]
[record.home-visit]
name = "Home visit"
like = "visit"
signed_by = ["team-manager"]
)toml";

std::string told(const std::string& type, const std::vector<std::string>& roles) {
    static const auto pack = ours(kinds);
    EXPECT_THAT(lines(pack), IsEmpty());
    return only_signed_by(*pack->record_type(type), roles, *pack);
}

} // namespace

TEST(WhoSigns, somebody_whom_the_policy_names) {
    EXPECT_EQ(told("signed-by-another", {"social-worker"}), "a Team Manager or the allocated worker");
    EXPECT_EQ(told("signed-by-another", {}), "a Team Manager or the allocated worker");
    EXPECT_EQ(told("signed-by-another", {"social-worker", "allocated-worker"}), "");
    EXPECT_EQ(told("signed-by-another", {"team-manager"}), "");
    EXPECT_EQ(told("signed-by-another", {"adoption-manager"}), ""); // acts as one
}

TEST(WhoSigns, whoever_writes_it_where_nobody_is_named_to_sign) {
    EXPECT_EQ(told("written-by-one", {"team-manager"}), "a Reviewing Officer");
    EXPECT_EQ(told("written-by-one", {"independent-reviewing-officer"}), "");
}

TEST(WhoSigns, anybody_signs_what_only_they_saw_and_what_names_nobody) {
    EXPECT_EQ(told("home-visit", {"social-worker"}), "");
    EXPECT_EQ(told("visit", {"social-worker"}), "");
}
