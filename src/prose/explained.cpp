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
        if (draft.is_any(at, {"called", "call", "named"}))
            return true;
    return false;
}

bool means(const Draft& draft, std::size_t at, std::size_t of) { // "which is", "this means", "that is when"
    if (!draft.same_sentence(at, of))
        return false;
    if (draft.is_any(at, {"means", "meaning", "meant"}))
        return true;
    bool which = draft.is_any(at, {"which", "that", "this", "it", "these", "those"});
    return which && draft.same_sentence(at + 1, of) && draft.is_any(at + 1, {"is", "means", "are", "was", "meant"});
}

} // namespace

bool is_explained(const Draft& draft, std::size_t first, std::size_t last) {
    if (is_called(draft, first) || in_brackets(draft, last))
        return true;
    auto end = last;
    while (draft.same_sentence(end, first) && end < last + 2 && !draft.token(end).has(Comma) && !draft.is_any(end, {"means", "which", "is"}))
        ++end; // the noun that it belongs to: "threshold meeting, which is"
    if (draft.same_sentence(end, first) && draft.token(end).has(Comma) && draft.is_word(end, "which") && means(draft, end, first))
        return true;
    for (auto at : {last, end})
        if (draft.same_sentence(at, first) && (draft.is_any(at, {"means", "meaning"}) || (draft.is_word(at, "is") && draft.same_sentence(at + 1, first) && draft.is_any(at + 1, {"when", "where"}))))
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
    return draft.is_any(at, {"that", "this", "it", "these"}) && (draft.is_any(at + 1, {"means"}) || (draft.is_any(at + 1, {"is", "are"}) && draft.is_any(at + 2, {"a", "the", "when", "where", "what", "how", "money", "because", "an"})));
}

} // namespace lifestory::prose
