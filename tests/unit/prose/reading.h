// A small wording of our own for the tests of the categories, and the words that a category finds.
#pragma once

#include "prose/check.h"

namespace lifestory::prose {

inline const Reader& small_reader() {
    static const Reader reader([] {
        WordingRules rules;
        rules.words = {
            {"refuse", {"refuse", "decline to .. engage|talk"}, Category::Blame, "said no", {"bin|lorry"}, {}, false, false},
            {"lazy", {"lazy", "useless"}, Category::Derogatory, "tired", {}, {}, false, false},
            {"naughty", {"naughty|sarky and|gobby"}, Category::Derogatory, "very upset", {}, {}, false, false},
            {"filthy", {"filthy"}, Category::Derogatory, "needed a wash", {}, {}, true, false},
            {"=contact", {"=contact"}, Category::Jargon, "family time", {"eye|contact me"}, {}, false, false},
            {"placement", {"placement"}, Category::Jargon, "home", {"work"}, {}, false, false},
            {"core group", {"core group"}, Category::Jargon, "", {}, {}, false, false},
            {"in receipt of", {"in receipt of", "receipts", "considerable"}, Category::Jargon, "gets", {}, {}, false, false},
            {"impact", {"impact"}, Category::Jargon, "what it is like", {}, {}, false, true},
            {"obviously", {"obviously", "will never"}, Category::OpinionAsFact, "", {}, {}, false, false},
            {"=clean", {"=clean"}, Category::Stigma, "the test showed no drugs", {}, {"test|tests|drugs"}, false, false},
        };
        return rules;
    }());
    return reader;
}

inline About about_tilly() {
    About about;
    about.child = "Tilly";
    about.full_name = "Matilda Barrow";
    about.names = {"Matilda Barrow"};
    about.people = {{"Helen Frost", "social worker"}, {"Maureen Barrow", "nan"}, {"Kerry Barrow", "mum"}, {"Reece Barrow", "brother"}, {"Sam Okoro", "family support worker"}};
    return about;
}

inline std::vector<std::string> found(Category category, std::string_view text, const About& about = about_tilly()) {
    std::vector<std::string> words;
    for (const auto& finding : check(text, small_reader(), about))
        if (finding.category == category)
            words.emplace_back(text.substr(finding.begin, finding.end - finding.begin));
    return words;
}

using Words = std::vector<std::string>;

} // namespace lifestory::prose
