// Sentence splitting by ICU's break iterator over the UTF-8 bytes, and the words of an entry that can be
// named.
#include "record/sentences.h"

#include <array>
#include <cctype>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "base/fault.h"
#include "base/text.h"

namespace lifestory::record {

namespace {

// After these a full stop ends no sentence, though a capital follows.
constexpr std::array<std::string_view, 10> titles{"Mr.",  "Mrs.", "Ms.",   "Miss.", "Dr.",
                                                  "Rev.", "St.",  "Prof.", "Sr.",   "Jr."};

bool ends_with_title(std::string_view text) {
    for (const auto title : titles)
        if (text.ends_with(title) &&
            (text.size() == title.size() || text[text.size() - title.size() - 1] == ' '))
            return true;
    return false;
}

Span without_white_space(std::string_view text, std::size_t begin, std::size_t end) {
    const auto piece = text.substr(begin, end - begin);
    const auto kept = trim(piece);
    const auto skipped = kept.empty() ? 0 : piece.find(kept);
    return {static_cast<std::uint32_t>(begin + skipped),
            static_cast<std::uint32_t>(begin + skipped + kept.size())};
}

std::unique_ptr<icu::BreakIterator> english_sentences() {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getUK(), error));
    if (U_FAILURE(error))
        throw Fault("the rules for splitting sentences cannot be loaded");
    return breaks;
}

void split_line(std::string_view text, std::size_t from, std::size_t to, std::vector<Span>& found) {
    static thread_local const std::unique_ptr<icu::BreakIterator> rules = english_sentences();
    UErrorCode error = U_ZERO_ERROR;
    UText* opened = utext_openUTF8(nullptr, text.data() + from, static_cast<std::int64_t>(to - from), &error);
    rules->setText(opened, error);
    utext_close(opened);
    if (U_FAILURE(error))
        throw Fault("a text could not be split into sentences");
    auto begin = from;
    for (auto at = rules->next(); at != icu::BreakIterator::DONE; at = rules->next()) {
        const auto end = from + static_cast<std::size_t>(at);
        if (end < to && ends_with_title(trim(text.substr(begin, end - begin))))
            continue;
        const auto span = without_white_space(text, begin, end);
        if (span.begin != span.end)
            found.push_back(span);
        begin = end;
    }
}

std::string own_words(const Content& content) {
    if (const auto* view = std::get_if<ChildsView>(&content))
        return view->view.words;
    return std::visit(
        [](const auto& kind) -> std::string {
            if constexpr (requires { std::string(kind.words); })
                return kind.words;
            else if constexpr (requires { std::string(kind.comment); })
                return kind.comment;
            else
                return {};
        },
        content);
}

std::vector<Sentence> named(EntryId entry, const std::string& item, std::string_view words) {
    std::vector<Sentence> all;
    for (const auto& span : sentences(words))
        all.push_back({entry, item, span.begin, span.end,
                       std::string(words.substr(span.begin, span.end - span.begin))});
    return all;
}

} // namespace

bool has_word(std::string_view text, std::string_view word) {
    auto is_letter = [&](std::size_t at) { return std::isalnum(static_cast<unsigned char>(text[at])) != 0 || static_cast<unsigned char>(text[at]) >= 0x80; };
    for (auto at = text.find(word); !word.empty() && at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !is_letter(at - 1)) && (end == text.size() || !is_letter(end)))
            return true;
    }
    return false;
}

std::vector<Span> sentences(std::string_view text) {
    std::vector<Span> found;
    std::size_t from = 0;
    while (from < text.size()) {
        const auto line_end = std::min(text.find('\n', from), text.size());
        if (line_end > from)
            split_line(text, from, line_end, found);
        from = line_end + 1;
    }
    return found;
}

std::vector<Sentence> sentences_of(EntryId entry, const Answer& answer) {
    return named(entry, answer.item, words_of(answer));
}

std::vector<Sentence> sentences_of(const Entry& entry) {
    const auto* form = form_of(entry.content);
    if (!form)
        return named(entry.id, "words", own_words(entry.content));
    std::vector<Sentence> all;
    for (const auto& answer : form->answers)
        for (auto& sentence : sentences_of(entry.id, answer))
            all.push_back(std::move(sentence));
    return all;
}

std::string words_of(const Entry& entry, std::string_view item) {
    if (const auto* form = form_of(entry.content)) {
        const auto* answer = form->find(item);
        return answer ? words_of(*answer) : std::string();
    }
    return item == "words" ? own_words(entry.content) : std::string();
}

bool holds(const Entry& entry, const Sentence& sentence) {
    if (sentence.entry != entry.id || sentence.begin >= sentence.end)
        return false;
    const auto words = words_of(entry, sentence.item);
    return sentence.end <= words.size() &&
           std::string_view(words).substr(sentence.begin, sentence.end - sentence.begin) == sentence.words;
}

} // namespace lifestory::record
