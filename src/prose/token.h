// A draft cut into words and sentences, once, for all categories. Any bytes may come: broken UTF-8 and NULs part words, and
// every offset is of the text as it was given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "prose/classes.h"
#include "prose/letters.h"

namespace lifestory::prose {

enum Mark : std::uint16_t {
    Capital = 1,      // begins with a capital letter
    Capitals = 2,     // two letters or more, all capitals
    Digits = 4,       // begins with a digit
    Owner = 8,        // "'s" follows
    Joined = 16,      // a hyphen stands before it, and nothing else
    Apart = 32,       // something other than a space stands before it: a comma, a bracket
    Comma = 64,       // a comma, semicolon, colon or dash stands before it
    Bracket = 128,    // an opening bracket stands before it
    Opens = 256,      // the first of its sentence
    Quoted = 512,     // within quotation marks
    Pasted = 1024,    // within a pasted e-mail
    Foreign = 2048,   // holds a letter beyond ASCII
};

struct Token { // 32 bytes: a draft is gone over once for each question
    Classes classes = 0;
    std::uint32_t begin = 0, end = 0; // bytes, without a possessive 's
    std::uint32_t word = 0;           // its number in the vocabulary; 0: not there
    std::uint32_t hash = 0;           // of its letters in lower case; 0: too long for any word we know
    std::uint32_t sentence = 0;
    std::uint16_t marks = 0;

    bool is(Classes any_of) const { return (classes & any_of) != 0; }
    bool is(Class one) const { return (classes & bit(one)) != 0; }
    bool has(Mark mark) const { return (marks & mark) != 0; }
    bool is_set_apart() const { return (marks & (Quoted | Pasted)) != 0; } // not the writer's own words
};
static_assert(sizeof(Token) == 32);

struct Sentence {
    std::uint32_t begin = 0, end = 0;  // bytes
    std::uint32_t first = 0, last = 0; // tokens, end exclusive
    std::uint32_t line = 0;
};

struct Line {
    std::uint32_t begin = 0, end = 0;          // bytes, without the line's end
    std::uint32_t first = 0, last = 0;         // tokens
};

struct Span {
    std::size_t begin = 0, end = 0;
    bool operator==(const Span&) const = default;
};

class Vocabulary;

struct Document {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<Line> lines;
    std::vector<Span> quotations;

    std::string_view of(const Token& token) const { return text.substr(token.begin, token.end - token.begin); }
    std::string_view of(const Sentence& s) const { return text.substr(s.begin, s.end - s.begin); }
    std::string lower(const Token& token) const;
    template <Letters... words> bool is_any(const Token& token) const { return AnyOf<words...>::holds(of(token), token.hash); } // whatever its capitals
    const Sentence& sentence_of(const Token& token) const { return sentences[token.sentence]; }
};

// At most 4 GB of text.
Document read(std::string_view text, const Vocabulary& vocabulary);

} // namespace lifestory::prose
