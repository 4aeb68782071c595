// Sentences of a draft that stand word for word in a text known before, or for the second time in the draft itself. A known
// text is given as keyed hashes of its sentences, so that nobody need keep its words. Linear in what is read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "prose/reader.h"
#include "prose/token.h"

namespace lifestory::prose {

struct HashedSentence {
    std::uint64_t hash = 0; // of its words alone: capitals, blanks, quotation marks and the full stop are no difference
    Span where;             // in its text, without blanks at either end
    bool counts = false;    // long enough: "We talked about school." is said all day
    bool operator==(const HashedSentence&) const = default;
};

std::vector<HashedSentence> hash_sentences(std::string_view text, const Reader& reader, std::string_view key);

// Which known texts hold a sentence. Sources are numbers of the caller's, added in rising order: the first is named first.
class KnownSentences {
public:
    void add(std::uint32_t source, std::uint64_t hash);
    std::optional<std::uint32_t> first_with(std::uint64_t hash) const;
    bool stands_in(std::uint64_t hash, std::uint32_t source) const;

private:
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_sources;
};

enum class StandsIn { Known, SameDraft };

// Sentences that follow one another here and stand in one source.
struct SameWords {
    std::size_t text = 0;      // which of the draft's texts
    Span where;
    std::size_t sentences = 0;
    StandsIn in = StandsIn::Known;
    std::uint32_t source = 0;  // a known text's; in the same draft: the text in which it stands first
    bool operator==(const SameWords&) const = default;
};

std::vector<SameWords> same_words(std::span<const std::vector<HashedSentence>> draft, const KnownSentences& known);

} // namespace lifestory::prose
