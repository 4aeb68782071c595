// Guidance that is kept with a pack: which version holds on a day, and what a pack may not write of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/policy/small_pack.h"

using namespace lifestory;
using namespace lifestory::policy;
using namespace lifestory::policy::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

calendar::Day day(std::string_view text) { return calendar::parse_day(text).value(); }

const std::string head = "[guidance.writing]\ntitle = \"Writing to the child\"\nrecords = [\"entry\"]\n";
std::string version(const std::string& keys) { return "[[guidance.writing.versions]]\n" + keys + "\n"; }
const std::string first_one = version("version = \"1\"\nsince = 2020-10-12\ntext = \"Say you.\"");

} // namespace

TEST(Guidance, the_version_of_a_day_is_the_last_that_had_begun) {
    const auto pack = ours(head + first_one + version("version = \"2\"\nsince = 2021-04-01\ntext = \"Say you.\\n\\nSay it plainly.\"\nchanged = \"Plainer.\"\nlearnt = \"Teams did it differently.\""));
    ASSERT_THAT(lines(pack), IsEmpty());
    const auto& paper = pack->guidance.at("writing");
    EXPECT_EQ(paper.on(day("2020-10-11")), nullptr);
    EXPECT_EQ(paper.on(day("2021-03-31"))->version, "1");
    EXPECT_EQ(paper.on(day("2021-04-01"))->version, "2");
    EXPECT_EQ(paper.on(day("2026-12-22"))->learnt, "Teams did it differently.");
}

TEST(Guidance, what_was_named_and_not_supplied_has_no_version) {
    const auto pack = ours("[guidance.codes]\ntitle = \"Fact sheets\"\nlists = [\"codes\"]\n[list.codes]\nitems = [{ code = \"N1\", name = \"Hurt\", means = \"Somebody was hurt.\" }]\n");
    ASSERT_THAT(lines(pack), IsEmpty());
    EXPECT_EQ(pack->guidance.at("codes").on(day("2026-12-22")), nullptr);
    EXPECT_EQ(pack->lists.at("codes").choices.front().means, "Somebody was hurt.");
}

TEST(Guidance, refuses_versions_out_of_order_without_a_change_and_names_that_are_none) {
    EXPECT_THAT(lines(ours(head + first_one + version("version = \"2\"\nsince = 2020-01-01\ntext = \"x\"\nchanged = \"y\""))), ElementsAre(HasSubstr("does not come after")));
    EXPECT_THAT(lines(ours(head + first_one + version("version = \"2\"\nsince = 2021-01-01\ntext = \"x\""))), ElementsAre(HasSubstr("does not say what changed")));
    EXPECT_THAT(lines(ours("[guidance.writing]\ntitle = \"Writing\"\nrecords = [\"nothing-such\"]\n")), ElementsAre(HasSubstr("no record type 'nothing-such'")));
    EXPECT_THAT(lines(ours("[guidance.writing]\nrecords = [\"entry\"]\n")), ElementsAre(HasSubstr("title")));
    EXPECT_THAT(lines(ours(head + version("version = \"1\"\nsince = 2020-10-12\nwords = \"x\"\ntext = \"y\""))), ElementsAre(HasSubstr("words")));
}
