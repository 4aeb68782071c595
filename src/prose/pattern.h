// How a rule of a pack writes the words that it is about:
//   refuse to engage        each word in any of its forms: "refused to engage", "refusing to engage"
//   refuse|decline to .. meet   either word; ".." stands for up to three words, "*" for just one
//   very? poor              a word that may be left out
//   =clean                  this form and no other
//   <someone> .. <whose> fault   a kind of word: see class_named
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "prose/classes.h"

namespace lifestory::prose {

struct Slot { // one word of a text
    std::vector<std::string> words; // any of these, in lower case, sorted
    Classes classes = 0;            // or a word of any of these kinds
    bool any = false;               // or any word at all
    bool operator==(const Slot&) const = default;
};

using Pattern = std::vector<Slot>;

// Near what a word is fine: whole phrases parted by '|' ("eye|contact lens").
Result<std::vector<Pattern>> phrases_of(std::string_view written);

// What is written, spelt out: one pattern for each way in which words that may be left out are there or not.
Result<std::vector<Pattern>> patterns_of(std::string_view written);

} // namespace lifestory::prose
