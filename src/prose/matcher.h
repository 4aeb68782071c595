// All the patterns of all rules, tried at once on every word of a text: a tree over kinds of word, built once.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "prose/pattern.h"
#include "prose/token.h"
#include "prose/vocabulary.h"

namespace lifestory::prose {

struct Match {
    std::uint32_t first = 0, last = 0; // tokens, end exclusive
    std::uint32_t rule = 0;
    bool operator==(const Match&) const = default;
};

class Matcher {
public:
    // The words of the pattern join the vocabulary. All patterns are added, then `seal` is called once, before anything is found.
    void add(const Pattern& pattern, std::uint32_t rule, Vocabulary& vocabulary);
    void seal();

    // Every match that begins at this word, within one sentence and across no comma.
    void find(const Document& document, std::uint32_t token, std::vector<Match>& found) const;

private:
    // While patterns are added: a node, and the slots by which one goes on from it.
    struct Branch {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> by_slot; // slot and node, by slot
        std::vector<std::pair<Classes, std::uint32_t>> by_class;
        std::uint32_t any = 0;
        std::vector<std::uint32_t> rules;
    };
    // While a text is read: the same without a search. What can come next is told by two masks, and nearly always nothing can.
    struct Range {
        std::uint32_t begin = 0, end = 0;
    };
    struct Node {
        std::uint64_t words = 0; // of the words that lead on, by the last bits of their numbers
        Classes classes = 0;     // of the kinds that lead on
        std::uint32_t any = 0;
        Range by_word, by_class, rules;
    };
    struct Word {
        std::uint32_t word = 0, node = 0;
    };
    struct Ahead { // words, by the last bits of their numbers, and kinds of words that stand, or must stand, within reach
        std::array<std::uint64_t, 4> words{};
        Classes classes = 0;
        void add(std::uint32_t word) { words[word / 64 % 4] |= std::uint64_t{1} << word % 64; }
        void add(const Ahead& other);
        bool meets(const Ahead& other) const;
        bool holds(const Token& next) const { return next.is(classes) || (next.word && ((words[next.word / 64 % 4] >> next.word % 64) & 1)); }
    };
    struct Start : Ahead { // a node to which a first word leads, and of what one must come after it
        std::uint32_t node = 0;
        bool always = false; // the one word may be enough
        bool any = false;    // other words may stand between
    };
    struct Starts { // all that one word begins, in the order of the rules, beside one another; and what any of it asks to come after
        Range of;
        Ahead next, within; // next to the word; within reach, where other words may stand between
        bool always = false, any = false;
    };
    static constexpr std::size_t reach = 4; // words
    struct Kind {
        Classes classes = 0;
        std::uint32_t node = 0;
    };

    std::uint32_t& edge(std::uint32_t branch, std::uint32_t slot);
    std::uint32_t slot_number(const Slot& slot, Vocabulary& vocabulary);
    void seal(const Branch& branch);
    static bool leads_on(const Node& node, const Token& next);
    Start start_at(std::uint32_t node) const;
    Starts starts_at(const std::vector<std::uint32_t>& nodes);
    void begin_by_word();
    Ahead ahead_of(const Node& node) const;
    static Ahead ahead_of(const Document& document, std::uint32_t token);
    void begin(const Document& document, const Starts& starts, std::uint32_t token, std::vector<Match>& found) const;
    void walk(const Document& document, const Node& node, std::uint32_t first, std::uint32_t at, std::vector<Match>& found) const;

    std::vector<Branch> m_branches{Branch{}};
    std::map<std::vector<std::string>, std::uint32_t> m_slots;
    std::vector<std::vector<std::uint32_t>> m_words_of; // by a slot's number: the words that fill it

    std::vector<Node> m_nodes;
    std::vector<Word> m_by_word;         // of each node, by word
    std::vector<Kind> m_by_class;
    std::vector<std::uint32_t> m_rules;
    std::vector<std::uint32_t> m_starts_of; // by a word's number: a place in `m_by_first`, whose first is empty
    std::vector<Starts> m_by_first;
    std::vector<Start> m_starts;
    std::vector<std::pair<Classes, Starts>> m_starts_by_class;
};

} // namespace lifestory::prose
