// One draft as all categories see it: its words and sentences, whom it names, and which lines of it are headings or lists
// of people.
#pragma once

#include <string>
#include <vector>

#include "prose/finding.h"
#include "prose/reader.h"
#include "prose/token.h"

namespace lifestory::prose {

enum class Gender { Unknown, He, She };

struct Person {
    std::string first, last, full, role; // in lower case
    Classes classes = 0;                 // of the words of the role
    Gender gender = Gender::Unknown;
    bool is_worker() const;              // by the role: paid to help
};

enum class LineKind { Prose, Heading, Present, List };

struct Draft {
    const Reader& reader;
    const About& about;
    Document document;
    std::vector<Person> people;          // 0: the child; then those of `about.people`
    std::vector<std::uint16_t> named;    // for each word: whose name it is (its place in `people`, plus one), or 0
    std::vector<LineKind> lines;         // for each line
    std::vector<Span> emails;            // pasted in
    std::vector<std::uint8_t> speaks;    // for each sentence: 1 says "you", 2 says "I" or "we"; quotations apart
    std::size_t speaks_to = 0;           // how many words are "you" and its like

    const Token& token(std::size_t at) const { return document.tokens[at]; }
    std::string_view of(std::size_t at) const { return document.of(document.tokens[at]); }
    bool is_word(std::size_t at, std::string_view lower) const { return at < document.tokens.size() && same_letters(of(at), lower); } // whatever its capitals
    template <Letters word> bool is_word(std::size_t at) const { return is_any<word>(at); }
    template <Letters... words> bool is_any(std::size_t at) const { return at < document.tokens.size() && document.is_any<words...>(token(at)); }
    char after(std::size_t at) const;    // the byte that follows a word, past a possessive 's; '\0' at the end
    // "Present: ..." is a list of people as far as its first stop; what follows on the line is prose.
    LineKind kind_of(const Sentence& sentence) const {
        auto kind = lines[sentence.line];
        return kind == LineKind::Present && sentence.first != document.lines[sentence.line].first ? LineKind::Prose : kind;
    }
    bool is_child(std::size_t at) const { return named[at] == 1; }
    bool same_sentence(std::size_t at, std::size_t of) const { return at < document.tokens.size() && token(at).sentence == token(of).sentence; }
    bool says_you(std::size_t at) const { return speaks[token(at).sentence] & 1; }
};

Draft draft_of(std::string_view text, const Reader& reader, const About& about);

// A finding of words first..last (end exclusive), with its message and suggestion left to the caller.
Finding finding_of(const Draft& draft, Category category, std::size_t first, std::size_t last);
std::string child_of(const Draft& draft); // "Tilly", or "the child"

} // namespace lifestory::prose
