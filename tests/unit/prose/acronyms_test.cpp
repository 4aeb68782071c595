#include <gtest/gtest.h>

#include "prose/acronyms.h"
#include "prose/check.h"

using namespace lifestory::prose;

namespace {

WordingRules rules() {
    WordingRules rules;
    for (const Acronym& a : {Acronym{"CAMHS", "child and adolescent mental health services", ""},
                             Acronym{"LAC", "looked after child", ""}, Acronym{"mgm", "maternal grandmother", ""}})
        rules.acronyms[a.letters] = a;
    for (const char* letters : {"TV", "PE", "GP", "A&E"})
        rules.everyday_acronyms[letters] = true;
    return rules;
}

std::vector<std::string> found(std::string_view text, const About& about = {"Tilly", {"Tilly Barrow", "TJ Cole"}}) {
    std::vector<std::string> words;
    static const Reader reader(rules());
    for (const auto& finding : find_acronyms(draft_of(text, reader, about)))
        words.emplace_back(text.substr(finding.begin, finding.end - finding.begin));
    return words;
}

using Words = std::vector<std::string>;

} // namespace

TEST(Acronyms, finds_the_first_unexplained_use_only) {
    EXPECT_EQ(found("CAMHS rang. I told CAMHS that you draw."), (Words{"CAMHS"}));
    EXPECT_EQ(found("Your mgm came to the LACs meeting."), (Words{"mgm", "LACs"}));
}

TEST(Acronyms, takes_letters_that_stand_beside_their_full_words_as_explained) {
    EXPECT_EQ(found("I rang child and adolescent mental health services (CAMHS). CAMHS will ring back."), Words{});
    EXPECT_EQ(found("I rang CAMHS (Child and Adolescent Mental Health Services)."), Words{});
    EXPECT_EQ(found("Your special educational needs co-ordinator (SENCO) was there."), Words{});
    EXPECT_EQ(found("You go to ESOL, which is English for speakers of other languages."), Words{});
}

TEST(Acronyms, knows_unknown_letters_by_their_look) {
    EXPECT_EQ(found("The DSL told us, after the S47 enquiry."), (Words{"DSL", "S47"}));
}

TEST(Acronyms, leaves_what_an_eleven_year_old_knows_and_names_headings_and_quotations) {
    EXPECT_EQ(found("You watched TV after PE. The GP sent you to A&E in Y7."), Words{});
    EXPECT_EQ(found("You and TJ made a poster."), Words{});
    EXPECT_EQ(found("WHAT HAPPENED NEXT\nYou said \"OMG\"."), Words{});
}

TEST(Acronyms, offers_the_full_words_in_place_of_just_those_bytes) {
    Reader reader(rules());
    About about{"Tilly", {}};
    auto findings = find_acronyms(draft_of("CAMHS rang.", reader, about));
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].suggestion, "child and adolescent mental health services (CAMHS)");
    EXPECT_EQ(findings[0].message, "\"CAMHS\": Tilly may not know these letters. Say it in full the first time.");
}

TEST(Missing, is_asked_only_where_the_record_type_expects_it) {
    Holds nothing;
    EXPECT_EQ(missing({"child-voice", "next-step"}, nothing), (std::vector{Missing::ChildVoice, Missing::NextStep}));
    Holds voice;
    voice.child_voice = true;
    EXPECT_EQ(missing({"child-voice", "how-views-obtained"}, voice), (std::vector{Missing::HowViewsObtained}));
    EXPECT_EQ(question(Missing::ChildVoice, "Tilly"), "What did Tilly say, or show you?");
}
