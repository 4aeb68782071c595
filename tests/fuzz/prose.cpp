// A draft: whatever its bytes, every finding lies within the text, and none is empty; so do its sentences, and the message of a paste.
#include <cstdint>
#include <cstdlib>

#include "prose/check.h"
#include "prose/pasted_email.h"
#include "prose/reading_age.h"
#include "prose/same_words.h"

namespace {

using namespace lifestory::prose;

const Reader& reader() {
    static const Reader made([] {
        WordingRules rules;
        rules.acronyms["CAMHS"] = {"CAMHS", "child and adolescent mental health services", ""};
        rules.words = {{"refuse", {"refuse to .. engage", "refuse"}, Category::Blame, "said no", {"bin"}, {}, false, false},
                       {"lazy", {"<whose> lazy|idle", "lazy"}, Category::Derogatory, "", {}, {}, true, false},
                       {"contact", {"contact"}, Category::Jargon, "", {"eye"}, {"with|me"}, false, true}};
        return rules;
    }());
    return made;
}

About about() {
    About known;
    known.child = "Tilly";
    known.full_name = "Matilda Barrow";
    known.people = {{"Mrs Ann O'Hara", "school nurse"}, {"Reece Barrow", "brother"}, {"Łuc", "dad"}};
    known.preferred = {{"contact", "seeing Mum"}, {"he", "she"}};
    known.key_dates = {{"born", std::chrono::sys_days(std::chrono::year(2015) / 3 / 14)}, {"moved to Nan's", std::chrono::sys_days(std::chrono::year(2023) / 4 / 6)}};
    return known;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view text(reinterpret_cast<const char*>(data), size);
    static const About known = about();
    for (const auto& finding : check(text, reader(), known)) {
        if (finding.begin >= finding.end || finding.end > size)
            std::abort();
        auto message = message_in(text, {finding.begin, finding.end}, reader());
        if (message && (message->begin >= message->end || message->begin < finding.begin || message->end > finding.end))
            std::abort();
    }
    auto sentences = hash_sentences(text, reader(), "a key");
    KnownSentences nothing_known;
    for (const auto& same : same_words({&sentences, 1}, nothing_known))
        if (same.where.begin >= same.where.end || same.where.end > size)
            std::abort();
    (void)reading_age({&text, 1}, reader());
    (void)missing_from(text, reader(), known, {"child-voice", "how-views-obtained", "who-was-present", "reason-for-decision", "decision-maker", "next-step"}, "visit");
    (void)patterns_of(text.substr(0, 60));
    return 0;
}
