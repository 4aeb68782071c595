// Words that grammar asks for by their letters ("is this one of: met, saw, rang?"), hashed when the program is compiled. A word of
// a text brings its own hash, so that the answer is nearly always one look at one bit.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lifestory::prose {

constexpr std::uint32_t hash_of_none = 2166136261u; // FNV-1a: short words, one multiplication a byte
constexpr std::uint32_t hash_with(std::uint32_t hash, char next) { return (hash ^ static_cast<unsigned char>(next)) * 16777619u; }

constexpr std::uint32_t hash_of(std::string_view word) {
    auto hash = hash_of_none;
    for (char c : word)
        hash = hash_with(hash, c);
    return hash;
}

constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// The same letters, whatever their capitals; `lower` is in lower case.
constexpr bool same_letters(std::string_view word, std::string_view lower) {
    return word.size() == lower.size() && std::equal(word.begin(), word.end(), lower.begin(), [](char a, char b) { return lowered(a) == b; });
}

constexpr bool begins_with(std::string_view word, std::string_view lower) { return same_letters(word.substr(0, lower.size()), lower); }

constexpr bool ends_in(std::string_view word, std::string_view lower) { return word.size() >= lower.size() && same_letters(word.substr(word.size() - lower.size()), lower); }

template <std::size_t size> struct Letters { // a literal in lower case, as an argument of a template
    char bytes[size] = {};
    consteval Letters(const char (&written)[size]) { std::copy_n(written, size, bytes); } // NOLINT: a literal is what it is for
    constexpr std::string_view view() const { return {bytes, size - 1}; }
};

template <Letters... words> struct AnyOf {
    static bool holds(std::string_view word, std::uint32_t hash) {
        if (((marked[hash / 64 % marked.size()] >> hash % 64) & 1) == 0)
            return false;
        return ((hash == hash_of(words.view()) && same_letters(word, words.view())) || ...);
    }

private:
    static constexpr auto marked = [] { // by the last bits of their hashes
        std::array<std::uint64_t, sizeof...(words) <= 8 ? 1 : sizeof...(words) <= 32 ? 4 : 8> bits{};
        ((bits[hash_of(words.view()) / 64 % bits.size()] |= std::uint64_t{1} << hash_of(words.view()) % 64), ...);
        return bits;
    }();
};

constexpr std::size_t longest_word = 40; // bytes of a word that has a hash

// Rules out by their hash nearly all words that are none of those added; what is added is in lower case.
class Sieve {
public:
    void add(std::string_view lower) {
        bool plain = lower.size() <= longest_word && std::all_of(lower.begin(), lower.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (plain)
            m_bits[place(hash_of(lower))] |= std::uint64_t{1} << hash_of(lower) % 64;
        else
            m_bits.fill(~std::uint64_t{0}); // whose capitals are not told by a bit
    }
    bool admits(std::uint32_t hash) const { return (m_bits[place(hash)] >> hash % 64) & 1; }

private:
    static constexpr std::size_t size = 32;
    static std::size_t place(std::uint32_t hash) { return hash / 64 % size; }
    std::array<std::uint64_t, size> m_bits{};
};

// Words by how they begin: a stem of five letters or more stands for all that begin with it, a shorter one for itself alone.
template <Letters... stems> struct Stems {
    static bool begin(std::string_view word) {
        if (word.size() < 2 || ((marked[place(word) / 64] >> place(word) % 64) & 1) == 0)
            return false;
        return ((stems.view().size() < 5 ? same_letters(word, stems.view()) : begins_with(word, stems.view())) || ...);
    }

private:
    static constexpr std::size_t place(std::string_view word) { return (lowered(word[0]) & 31u) * 32 + (lowered(word[1]) & 31u); }
    static constexpr auto marked = [] { // by their first two letters
        std::array<std::uint64_t, 16> bits{};
        ((bits[place(stems.view()) / 64] |= std::uint64_t{1} << place(stems.view()) % 64), ...);
        return bits;
    }();
};

} // namespace lifestory::prose
