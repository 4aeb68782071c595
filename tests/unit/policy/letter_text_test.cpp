// A letter's text: words and places. A place that there is not refuses the pack, with the file and the line.
#include "policy/letter_text.h"

#include <gmock/gmock.h>

#include "unit/policy/small_pack.h"

namespace lifestory::policy {

namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string refused(std::string_view text) {
    auto parts = letter_parts(text);
    return parts ? std::string() : parts.refusal().message;
}

TEST(LetterText, is_words_and_places_in_their_order) {
    const auto parts = letter_parts("Dear {recipient-name},\n{last.core-group.day} and { write: the time }. {must say: These notes are not word for word.}");
    ASSERT_TRUE(parts);
    EXPECT_THAT(*parts, ElementsAre(LetterPart{"Dear ", "", "", ""}, LetterPart{"", "recipient-name", "", ""}, LetterPart{",\n", "", "", ""}, LetterPart{"", "last", "core-group", "day"},
                                    LetterPart{" and ", "", "", ""}, LetterPart{"", "write", "", "the time"}, LetterPart{". ", "", "", ""},
                                    LetterPart{"", "must say", "", "These notes are not word for word."}));
    EXPECT_THAT(statements_of("A {must say: One.} B {must say: Two.}"), ElementsAre("One.", "Two."));
}

TEST(LetterText, refuses_what_is_no_place_and_says_which_there_are) {
    EXPECT_THAT(refused("Dear {recipient}"), AllOf(HasSubstr("there is no place '{recipient}'"), HasSubstr("recipient-name")));
    for (const auto* wrong : {"{}", "{ }", "{last.core-group}", "{last..day}", "{last.core-group.hour}", "{next.core-group.name}", "{write:}", "{write: }", "{must say:}", "{Child-name}",
                              "Dear {child-name", "Dear child-name}", "{child-name{child-name}}"})
        EXPECT_NE(refused(wrong), "") << wrong;
    auto both = letter_parts("{one} {two}");
    ASSERT_FALSE(both);
    EXPECT_EQ(both.refusals().size(), 2U) << "all at once";
}

std::string problems_of(const std::string& records) {
    auto pack = load_texts({{"national/pack.toml", testing::national}, {"national/letters.toml", records}}, "national");
    if (pack)
        return "";
    std::string all;
    for (const auto& refusal : pack.refusals())
        all += refusal.message + "\n";
    return all;
}

TEST(LetterText, of_a_pack_is_read_strictly) {
    const std::string letter = "[record.ours]\nlike = \"correspondence\"\ntemplate = ";
    EXPECT_EQ(problems_of(letter + "\"Dear {recipient-name}, about {last.core-group.day}\"\n"), "");
    EXPECT_THAT(problems_of(letter + "\"Dear {recipient-nam}\"\n"), AllOf(HasSubstr("national/letters.toml:3: record.ours: "), HasSubstr("there is no place '{recipient-nam}'")));
    EXPECT_THAT(problems_of(letter + "\"About {last.core-grup.day}\"\n"), AllOf(HasSubstr("national/letters.toml:3: record.ours: "), HasSubstr("core-grup")));
    EXPECT_THAT(problems_of("[record.ours]\nlike = \"meeting\"\ntemplate = \"Dear {child-name}\"\n"), HasSubstr("only what is like correspondence has a template"));
}

} // namespace

} // namespace lifestory::policy
