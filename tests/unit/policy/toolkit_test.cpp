// The list of other words: what a pack may write of it, and that it is talked over and not looked for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/toolkit.h"
#include "policy/wording.h"
#include "prose/check.h"
#include "unit/policy/small_pack.h"

using namespace lifestory;
using namespace lifestory::policy;
using namespace lifestory::policy::testing;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

std::string word(const std::string& id, const std::string& keys) { return "[words.\"" + id + "\"]\n" + keys + "\n"; }
const std::string a_term = word("care plan", "why = \"term\"\nmeans = \"What we agreed to do for you.\"\nbetter = [\"your plan\", \"what happens next\"]");

} // namespace

TEST(Toolkit, is_what_a_pack_has_to_talk_over_by_the_alphabet) {
    auto pack = ours(word("=respite", "why = \"jargon\"\nmeans = \"A night with somebody else.\"\nbetter = [\"sleepover\"]") + a_term +
                     word("statutory", "why = \"jargon\"\nbetter = [\"by law\"]"));
    ASSERT_THAT(lines(pack), IsEmpty());
    std::vector<std::string> said;
    for (const auto* one : words_to_talk_over(*pack))
        said.push_back(one->said());
    EXPECT_THAT(said, ElementsAre("care plan", "respite"));
    EXPECT_THAT(words_to_talk_over(*pack).front()->better, ElementsAre("your plan", "what happens next"));
}

TEST(Toolkit, a_term_is_no_slip_in_a_draft) {
    auto pack = ours(a_term + word("statutory", "why = \"jargon\"\nbetter = [\"by law\"]"));
    ASSERT_THAT(lines(pack), IsEmpty());
    std::vector<std::string> found;
    const std::string text = "I read your care plan before the statutory visit.";
    for (const auto& finding : prose::check(text, prose::Reader(wording_of(*pack)), {}))
        found.push_back(text.substr(finding.begin, finding.end - finding.begin));
    EXPECT_THAT(found, ElementsAre("statutory"));
}

TEST(Toolkit, refuses_choices_that_fit_nobody_or_nothing) {
    const std::string respite = "why = \"jargon\"\nmeans = \"A night away.\"\nbetter = [\"sleepover\"]\n";
    for (const auto& [fits, said] : {std::pair("fits = [{ say = [\"a night away\"] }]", "when"), std::pair("fits = [{ when = { age = \"under 8\" } }]", "say"),
                                     std::pair("fits = [{ say = [\"x\"], when = { ages = \"under 8\" } }]", "ages"), std::pair("fits = [{ say = [\"x\"], when = { age = \"young\" } }]", "age")}) {
        auto problems = lines(ours(word("respite", respite + fits)));
        ASSERT_EQ(problems.size(), 1u) << fits;
        EXPECT_THAT(problems.front(), AllOf(HasSubstr("ours/times.toml:"), HasSubstr(said)));
    }
    EXPECT_THAT(lines(ours(word("respite", "why = \"jargon\"\nbetter = [\"sleepover\"]\nfits = [{ say = [\"x\"], when = { age = \"under 8\" } }]"))),
                ElementsAre(HasSubstr("fits without means")));
}

TEST(Toolkit, refuses_what_cannot_be_talked_over) {
    EXPECT_THAT(lines(ours(word("respite", "why = \"jargon\"\nmeans = \"A night with somebody else.\""))),
                ElementsAre("ours/times.toml:3: words.respite: means without better; expected what could be said instead: better = [...]"));
    EXPECT_THAT(lines(ours(word("care plan", "why = \"term\"\nbetter = [\"your plan\"]"))),
                ElementsAre("ours/times.toml:2: words.care plan: why = 'term' without means; expected what the word means, for a child: means = \"...\""));
    EXPECT_THAT(lines(ours(word("refuse|decline", "why = \"blame\"\nmeans = \"Saying no.\"\nbetter = [\"said no\"]"))),
                ElementsAre("ours/times.toml:3: words.refuse|decline: means of the pattern 'refuse|decline'; expected a word as it is said"));
    EXPECT_THAT(lines(ours(word("respite", "why = \"jargon\"\nmeans = \"\"\nbetter = [\"sleepover\"]"))),
                ElementsAre("ours/times.toml:3: words.respite: means = ''; expected words in quotation marks"));
}
