// Where the sentences of a text begin and end, so that one can be chosen and named (record::Sentence). Used when a
// sentence is chosen and never again: what is chosen is stored with its bytes and its words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "record/entry.h"

namespace lifestory::record {

struct Span {
    std::uint32_t begin = 0, end = 0; // bytes, end exclusive; no white space at either end
    bool operator==(const Span&) const = default;
};

// By Unicode's rules for English (UAX 29), with a new line ending a sentence; "Mr Idowu" and "9.30" stay whole.
std::vector<Span> sentences(std::string_view text);

// Whether a word, or several, stand in a text as words of their own: "Al" does not stand in "Also".
bool has_word(std::string_view text, std::string_view word);

// The sentences of one answer, named: what the pages offer as choices.
std::vector<Sentence> sentences_of(EntryId entry, const Answer& answer);
// Those of an entry without a form (an addition, a comment, a view), whose item is then "words".
std::vector<Sentence> sentences_of(const Entry& entry);

// The words that a sentence of this entry may lie in; empty when it has no such item.
std::string words_of(const Entry& entry, std::string_view item);

// Does the entry really hold these words at these bytes?
bool holds(const Entry& entry, const Sentence& sentence);

} // namespace lifestory::record
