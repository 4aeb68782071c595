#include "prose/explained.h"

namespace lifestory::prose {

namespace {

std::string_view after(const Draft& draft, std::size_t last, std::size_t length) {
    std::size_t from = draft.token(last - 1).end;
    return draft.document.text.substr(from, length);
}

bool in_brackets(const Draft& draft, std::size_t last) { // "(a plan for your help)": three words or more
    auto rest = after(draft, last, 160);
    if (!rest.starts_with(" ("))
        return false;
    auto close = rest.find(')');
    std::size_t spaces = 0;
    for (std::size_t at = 2; at < std::min(close, rest.size()); ++at)
        spaces += rest[at] == ' ';
    return close != std::string_view::npos && spaces >= 2;
}

bool is_called(const Draft& draft, std::size_t first) { // "this is called a strategy discussion"
    for (auto at = first; at-- > 0 && at + 5 >= first && draft.same_sentence(at, first);)
        if (draft.is_any<"called", "call", "named">(at))
            return true;
    return false;
}

bool means(const Draft& draft, std::size_t at, std::size_t of) { // "which is", "this means", "that is when"
    if (!draft.same_sentence(at, of))
        return false;
    if (draft.is_any<"means", "meaning", "meant">(at))
        return true;
    bool which = draft.is_any<"which", "that", "this", "it", "these", "those">(at);
    return which && draft.same_sentence(at + 1, of) && draft.is_any<"is", "means", "are", "was", "meant">(at + 1);
}

} // namespace

bool is_explained(const Draft& draft, std::size_t first, std::size_t last) {
    if (is_called(draft, first) || in_brackets(draft, last))
        return true;
    auto end = last;
    while (draft.same_sentence(end, first) && end < last + 2 && !draft.token(end).has(Comma) && !draft.is_any<"means", "which", "is">(end))
        ++end; // the noun that it belongs to: "threshold meeting, which is"
    if (draft.same_sentence(end, first) && draft.token(end).has(Comma) && draft.is_word<"which">(end) && means(draft, end, first))
        return true;
    for (auto at : {last, end})
        if (draft.same_sentence(at, first) && (draft.is_any<"means", "meaning">(at) || (draft.is_word<"is">(at) && draft.same_sentence(at + 1, first) && draft.is_any<"when", "where">(at + 1))))
            return true;
    // The sentence after says it: "That is the meeting where we check".
    auto next = draft.token(first).sentence + 1;
    if (next >= draft.document.sentences.size())
        return false;
    const auto& sentence = draft.document.sentences[next];
    auto at = sentence.first;
    bool far = draft.document.sentences[next - 1].last > last + 6;
    if (at + 2 >= sentence.last || far)
        return false;
    return draft.is_any<"that", "this", "it", "these">(at) && (draft.is_any<"means">(at + 1) || (draft.is_any<"is", "are">(at + 1) && draft.is_any<"a", "the", "when", "where", "what", "how", "money", "because", "an">(at + 2)));
}

} // namespace lifestory::prose
