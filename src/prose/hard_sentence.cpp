#include "prose/hard_sentence.h"

namespace lifestory::prose {

namespace {

constexpr std::size_t long_word = 10;         // letters
constexpr std::size_t many_long_words = 4;
constexpr std::size_t dense_from = 22;        // words
constexpr std::size_t longest_list = 45;

struct Measure {
    std::size_t words = 0, long_words = 0, nested = 0, commas = 0, passive = 0;
};

class Measurer {
public:
    explicit Measurer(const Draft& draft) : m_draft(draft) {}

    Measure of(const Sentence& sentence) const {
        Measure measure;
        for (auto at = sentence.first; at < sentence.last; ++at) {
            const auto& token = m_draft.token(at);
            if (token.has(Pasted))
                return {};
            if (token.has(Joined))
                continue; // "half-term" is one word
            ++measure.words;
            measure.commas += token.has(Comma);
            if (token.has(Quoted))
                continue;
            measure.nested += token.is(Class::Nesting) && at > sentence.first && !m_draft.is_any<"after", "before", "since", "so", "as", "despite", "how", "what">(at) && !is_said_of_a_person(at);
            measure.long_words += m_draft.of(at).size() >= long_word && !m_draft.named[at] && !token.is(Class::EasyLong) && !is_proper(at);
            measure.passive += is_passive(at);
        }
        return measure;
    }

private:
    bool is_proper(std::size_t at) const { return m_draft.token(at).has(Capital) && !m_draft.token(at).has(Opens); }

    // "Mr Okafor, who is your head of year": in a list of people it nests nothing.
    bool is_said_of_a_person(std::size_t at) const {
        return m_draft.is_any<"who", "whose">(at) && m_draft.same_sentence(at + 1, at) && m_draft.is_any<"is", "was", "job", "works", "helps", "runs", "looks">(at + 1);
    }

    bool is_passive(std::size_t at) const {
        if (!m_draft.token(at).is(Class::Be) || !m_draft.same_sentence(at + 1, at))
            return false;
        auto next = m_draft.of(at + 1);
        return next.size() > 4 && (ends_in(next, "ed") || ends_in(next, "en"));
    }

    const Draft& m_draft;
};

bool is_list(const Measure& measure) { return measure.commas >= 3 && measure.nested == 0 && measure.commas * 9 >= measure.words; }

bool is_hard(const Measure& measure, std::size_t longest) {
    if (measure.words > longest)
        return !(is_list(measure) && measure.words <= longest_list);
    if (measure.words < dense_from)
        return false;
    return measure.long_words >= many_long_words || (measure.long_words + 1 >= many_long_words && measure.passive + measure.nested >= 2);
}

} // namespace

std::vector<Finding> find_hard_sentences(const Draft& draft) {
    std::vector<Finding> findings;
    Measurer measurer(draft);
    auto longest = static_cast<std::size_t>(draft.reader.rules().longest_sentence);
    for (const auto& sentence : draft.document.sentences) {
        if (sentence.last - sentence.first < dense_from)
            continue;
        auto measure = measurer.of(sentence);
        if (!is_hard(measure, longest))
            continue;
        Finding finding{sentence.begin, sentence.end, Category::HardSentence, {}, {}};
        finding.message = measure.words > longest ? std::to_string(measure.words) + " words. Could it be two sentences?"
                                                  : "Many long words stand close together here. Could it be said in shorter ones, or in two sentences?";
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace lifestory::prose
