#include "prose/owned.h"

#include <algorithm>

namespace lifestory::prose {

namespace {

constexpr std::size_t reach = 30; // words

bool is_child(const Draft& draft, std::size_t at) { return draft.is_any<"you">(at) || draft.is_child(at); }

} // namespace

bool is_childs_own(const Draft& draft, std::size_t at) {
    const auto& sentence = draft.document.sentence_of(draft.token(at));
    auto from = std::max<std::size_t>(sentence.first, at > reach ? at - reach : 0);
    for (auto verb = at; verb-- > from;) {
        const auto& token = draft.token(verb);
        if (!token.is(Class::Tell) && !draft.is_any<"called", "calls", "call", "think", "thought", "worried", "described">(verb))
            continue;
        for (auto who = verb; who-- > from && who + 4 >= verb;) { // "you told me", "you have said", "Ellie then said"
            if (is_child(draft, who))
                return true;
            if (!draft.token(who).is(bits(Class::Have, Class::Be, Class::Adverb, Class::Modal, Class::Do)))
                break;
        }
    }
    return false;
}

bool is_owned(const Draft& draft, std::size_t at) {
    const auto& sentence = draft.document.sentence_of(draft.token(at));
    auto from = std::max<std::size_t>(sentence.first, at > reach ? at - reach : 0);
    for (auto word = at; word-- > from;) {
        const auto& token = draft.token(word);
        if (token.is_set_apart())
            continue;
        bool mine = token.is(bits(Class::I, Class::We));
        if (mine && draft.same_sentence(word + 1, at) && draft.is_any<"my", "our">(word) && (draft.is_any<"view", "opinion", "worry", "impression", "judgement", "understanding", "feeling", "sense", "guess", "own", "professional", "belief", "analysis">(word + 1)))
            return true;
        if (mine)
            for (auto verb = word + 1; verb <= word + 4 && verb < draft.document.tokens.size() && verb < at + 3; ++verb)
                if (draft.token(verb).is(bits(Class::Think)) || draft.is_any<"worried", "concerned", "sure", "think", "wonder", "say", "hope", "afraid">(verb))
                    return true;
        if (token.is(Class::Say) && word > from && !draft.is_any<"feel", "feels", "felt", "think", "thinks", "thought", "worry">(word) && !draft.token(word).has(Comma))
            return true; // somebody said it
        if (draft.is_word<"according">(word))
            return true;
    }
    return false;
}

} // namespace lifestory::prose
