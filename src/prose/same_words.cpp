#include "prose/same_words.h"

#include <algorithm>
#include <cstring>

#include "base/bytes.h"
#include "base/text.h"

namespace lifestory::prose {

namespace {

constexpr std::size_t fewest_words = 6;

bool is_ascii(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string normal_words(const Document& document, const Sentence& sentence) {
    std::string words;
    for (auto at = sentence.first; at < sentence.last; ++at) {
        const auto& token = document.tokens[at];
        auto word = document.of(token);
        words += is_ascii(word) ? document.lower(token) : fold(word);
        words += token.has(Owner) ? "'s " : " ";
    }
    return words;
}

std::uint64_t hash_of(std::string_view words, std::string_view key) {
    auto digest = hmac_sha256(key, words);
    std::uint64_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
}

// Its end is that of its last mark: a quotation mark or a bracket that closes after the full stop goes with it.
Span without_blanks(std::string_view text, const Sentence& sentence) {
    std::size_t begin = sentence.begin, end = sentence.end;
    auto is_blank = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n'; };
    while (begin < end && is_blank(begin))
        ++begin;
    while (end > begin && is_blank(end - 1))
        --end;
    while (begin < end && (text[begin] & 0xc0) == 0x80) // never within a character
        ++begin;
    return {begin, end};
}

// One sentence after another: those that stand in the same source become one finding. Short ones between belong to it when
// that source holds them too; at its ends they are left out.
class Runs {
public:
    explicit Runs(const KnownSentences& known) : m_known(known) {}

    void take(std::size_t text, const HashedSentence& sentence) {
        if (m_run && !goes_on(sentence))
            end();
        if (m_run)
            extend(sentence);
        else if (sentence.counts)
            begin(text, sentence);
        m_said.add(static_cast<std::uint32_t>(text), sentence.hash);
    }

    void end() {
        if (m_run)
            m_found.push_back(*m_run);
        m_run.reset();
        m_short_between = 0;
    }

    std::vector<SameWords> found() { return std::move(m_found); }

private:
    bool goes_on(const HashedSentence& sentence) const {
        return (m_run->in == StandsIn::Known ? m_known : m_said).stands_in(sentence.hash, m_run->source);
    }

    void begin(std::size_t text, const HashedSentence& sentence) {
        if (auto source = m_known.first_with(sentence.hash))
            m_run = SameWords{text, sentence.where, 1, StandsIn::Known, *source};
        else if (auto said = m_said.first_with(sentence.hash))
            m_run = SameWords{text, sentence.where, 1, StandsIn::SameDraft, *said};
    }

    void extend(const HashedSentence& sentence) {
        ++m_short_between;
        if (!sentence.counts)
            return;
        m_run->where.end = sentence.where.end;
        m_run->sentences += m_short_between;
        m_short_between = 0;
    }

    const KnownSentences& m_known;
    KnownSentences m_said; // in the draft so far
    std::optional<SameWords> m_run;
    std::size_t m_short_between = 0;
    std::vector<SameWords> m_found;
};

} // namespace

std::vector<HashedSentence> hash_sentences(std::string_view text, const Reader& reader, std::string_view key) {
    auto document = read(text, reader.vocabulary());
    std::vector<HashedSentence> hashed;
    for (const auto& sentence : document.sentences)
        hashed.push_back({hash_of(normal_words(document, sentence), key), without_blanks(text, sentence), sentence.last - sentence.first >= fewest_words});
    return hashed;
}

void KnownSentences::add(std::uint32_t source, std::uint64_t hash) {
    auto& sources = m_sources[hash];
    if (sources.empty() || sources.back() != source)
        sources.push_back(source);
}

std::optional<std::uint32_t> KnownSentences::first_with(std::uint64_t hash) const {
    auto found = m_sources.find(hash);
    return found == m_sources.end() ? std::nullopt : std::optional(found->second.front());
}

bool KnownSentences::stands_in(std::uint64_t hash, std::uint32_t source) const {
    auto found = m_sources.find(hash);
    return found != m_sources.end() && std::ranges::binary_search(found->second, source);
}

std::vector<SameWords> same_words(std::span<const std::vector<HashedSentence>> draft, const KnownSentences& known) {
    Runs runs(known);
    for (std::size_t text = 0; text < draft.size(); ++text) {
        for (const auto& sentence : draft[text])
            runs.take(text, sentence);
        runs.end();
    }
    return runs.found();
}

} // namespace lifestory::prose
