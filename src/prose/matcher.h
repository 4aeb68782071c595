// All the patterns of all rules, tried at once on every word of a text: a tree over kinds of word, built once.
#pragma once

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
    // The words of the pattern join the vocabulary. All patterns are added before anything is found.
    void add(const Pattern& pattern, std::uint32_t rule, Vocabulary& vocabulary);

    // Every match that begins at this word, within one sentence and across no comma.
    void find(const Document& document, std::uint32_t token, std::vector<Match>& found) const;

private:
    struct Edge {
        std::uint32_t slot = 0, next = 0;
    };
    struct Node {
        std::vector<Edge> by_slot;
        std::vector<std::pair<Classes, std::uint32_t>> by_class;
        std::uint32_t any = 0;
        std::vector<std::uint32_t> rules;
    };
    std::uint32_t& edge(std::uint32_t node, std::uint32_t slot);
    void start_by(const Slot& slot, std::uint32_t node, const Vocabulary& vocabulary);
    std::uint32_t slot_number(const Slot& slot, Vocabulary& vocabulary);
    void walk(const Document& document, std::uint32_t node, std::uint32_t first, std::uint32_t at, std::vector<Match>& found) const;

    std::vector<Node> m_nodes{Node{}};
    std::map<std::vector<std::string>, std::uint32_t> m_slots;
    std::vector<std::vector<std::uint32_t>> m_slots_of; // by a word's number: the slots it fills, sorted
    std::vector<std::vector<std::uint32_t>> m_starts;   // by a word's number: the nodes to which it leads from the root
    Classes m_root_classes = 0;
};

} // namespace lifestory::prose
